import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import type { LocalDate } from '../../domain/local-date.ts';
import {
  CHANNELS,
  type Channel,
  INTERESTS,
  type Interest,
  NO_REASONS,
  OUTCOMES,
  type Outcome,
} from '../../domain/touch.ts';
import { cutText, NAME_LENGTH, NOTE_LENGTH, STEP_LENGTH } from '../../domain/typed-text.ts';
import { ACTIONS, VIEWS } from '../ids.ts';
import { context, option, plainText } from './blocks.ts';
import type { Line } from './compose.ts';
import {
  checkInput,
  dateInput,
  radioInput,
  searchInput,
  selectInput,
  textInput,
  timeInput,
} from './inputs.ts';
import { type LikelySame, sameAsInput } from './likely-same.ts';
import { CHANNEL_LABELS, INTEREST_LABELS, NO_REASON_LABELS, OUTCOME_LABELS } from './words.ts';

// Private: what the form calls its inputs. The reader below is the only other place that knows them.
export const LOG_TOUCH_BLOCKS = {
  prospectId: 'prospect',
  name: 'name',
  company: 'company',
  email: 'email',
  phone: 'phone',
  outcome: 'outcome',
  channel: 'channel',
  nextStep: 'next_step',
  nextOn: 'next_on',
  agreed: 'agreed',
  nextTime: 'next_time',
  revisitOn: 'revisit_on',
  noReason: 'no_reason',
  lesson: 'lesson',
  stopScope: 'stop_scope',
  note: 'note',
  points: 'points',
  touchedOn: 'touched_on',
  interest: 'interest',
} as const;

const ADD_PREFIX = 'add:';
const OPTION_VALUE_LENGTH = 75;

/** What the form must remember while it is open; it travels through the client, so nothing in it is trusted. */
const metaSchema = z.object({
  v: z.literal(1),
  nonce: z.string(),
  /** Where the answer goes: back to the digest row, ephemerally, or into the modal. */
  from: z.enum(['row', 'command', 'modal']),
  responseUrl: z.string().optional(),
  query: z.string().optional(),
  /** The touch this form replaces. */
  changes: z.string().optional(),
  revisitOn: z.string().optional(),
});
export type LogTouchMeta = z.infer<typeof metaSchema>;

export type ChosenProspect =
  | { kind: 'known'; prospectId: string; label: string }
  | { kind: 'new'; name: string };

export type LogTouchForm = {
  meta: LogTouchMeta;
  prospect: ChosenProspect | null;
  outcome: Outcome | null;
  channel: Channel | null;
  /** The proposal in words, and whether somebody just reached out. */
  advice: Line[];
  /** Who may be the same as a new prospect; asked on submit. */
  likelySame?: LikelySame[];
  today: LocalDate;
  zone: string;
  initial?: {
    note?: string | null;
    points?: string | null;
    nextStep?: string | null;
    nextOn?: LocalDate | null;
    nextTime?: string | null;
    agreed?: boolean;
    touchedOn?: LocalDate | null;
    interest?: Interest | null;
  };
};

/** The modal "Log a touch": what a phone shows first is required, the rest is optional. */
export function buildLogTouchModal(form: LogTouchForm): ModalView {
  const optional = form.initial ?? {};
  const blocks: KnownBlock[] = [
    ...sameAsInput(form.likelySame ?? [], form.today),
    prospectInput(form),
    ...(form.prospect?.kind === 'new' ? newProspectInputs(form.prospect.name) : []),
    outcomeInput(form.outcome),
    ...(form.advice.length > 0 ? [context(...form.advice)] : []),
    channelInput(form.channel),
    ...outcomeInputs(form),
    textInput({
      id: 'note',
      label: 'Note',
      lines: true,
      length: NOTE_LENGTH,
      initial: optional.note ?? null,
    }),
    textInput({
      id: 'points',
      label: 'Two points from their side',
      lines: true,
      length: STEP_LENGTH,
      initial: optional.points ?? null,
      placeholder: 'budget in January; needs SSO',
    }),
    dateInput({ id: 'touched_on', label: 'When', initial: optional.touchedOn ?? form.today }),
    selectInput({
      id: 'interest',
      label: 'Interest',
      options: INTERESTS.map((value) => option(value, INTEREST_LABELS[value])),
      initial: optional.interest ?? null,
      placeholder: 'Unchanged',
    }),
  ];
  return {
    type: 'modal',
    callback_id: VIEWS.logTouch,
    title: plainText(form.meta.changes === undefined ? 'Log a touch' : 'Change a touch', 24),
    submit: plainText(form.meta.changes === undefined ? 'Log' : 'Change', 24),
    close: plainText('Cancel', 24),
    private_metadata: JSON.stringify(form.meta),
    blocks,
  };
}

/** Reads what the form remembers; null when it is not this form's. */
export function readLogTouchMeta(privateMetadata: string): LogTouchMeta | null {
  try {
    const parsed = metaSchema.safeParse(JSON.parse(privateMetadata));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** The option that offers to add somebody who is not here yet. */
export function buildAddOption(query: string): PlainTextOption {
  return option(
    `${ADD_PREFIX}${cutText(query, OPTION_VALUE_LENGTH - ADD_PREFIX.length)}`,
    `Add “${cutText(query, 60)}”`,
  );
}

/** The prospect a search option stands for: one that is here, or a name to add. */
export function readProspectChoice(
  chosen: { value?: string; text?: { text: string } } | null,
): ChosenProspect | null {
  if (!chosen?.value) return null;
  if (chosen.value.startsWith(ADD_PREFIX)) {
    return { kind: 'new', name: chosen.value.slice(ADD_PREFIX.length) };
  }
  return { kind: 'known', prospectId: chosen.value, label: chosen.text?.text ?? '' };
}

function prospectInput(form: LogTouchForm): InputBlock {
  const { prospect } = form;
  const initial =
    prospect === null
      ? null
      : prospect.kind === 'new'
        ? buildAddOption(prospect.name)
        : option(prospect.prospectId, prospect.label);
  return searchInput({
    id: LOG_TOUCH_BLOCKS.prospectId,
    label: 'Prospect',
    optional: false,
    actionId: ACTIONS.chooseProspect,
    initial,
    placeholder: 'Type a name or company',
  });
}

function newProspectInputs(name: string): InputBlock[] {
  return [
    textInput({ id: 'name', label: 'Name', length: NAME_LENGTH, initial: name }),
    textInput({ id: 'company', label: 'Company', length: NAME_LENGTH }),
    textInput({ id: 'email', label: 'Email', length: NAME_LENGTH }),
    textInput({ id: 'phone', label: 'Phone', length: 50 }),
  ];
}

function outcomeInput(initial: Outcome | null): InputBlock {
  return selectInput({
    id: LOG_TOUCH_BLOCKS.outcome,
    label: 'What happened',
    optional: false,
    options: OUTCOMES.map((value) => option(value, OUTCOME_LABELS[value])),
    initial,
    dispatches: ACTIONS.chooseOutcome,
    placeholder: 'Choose',
  });
}

function channelInput(initial: Channel | null): InputBlock {
  return selectInput({
    id: LOG_TOUCH_BLOCKS.channel,
    label: 'How',
    optional: false,
    options: CHANNELS.map((value) => option(value, CHANNEL_LABELS[value])),
    initial: initial ?? 'call',
  });
}

function outcomeInputs(form: LogTouchForm): InputBlock[] {
  switch (form.outcome) {
    case 'yes':
      return [
        dateInput({
          id: 'revisit_on',
          label: 'Check in on',
          initial: form.meta.revisitOn ?? null,
          hint: 'Open the relationship: empty means in two weeks.',
        }),
      ];
    case 'no':
      return noInputs();
    case 'stop':
      return [stopInput(form.channel ?? 'call')];
    case 'not_now':
      return [
        dateInput({
          id: 'next_on',
          label: 'Date they named',
          optional: false,
          initial: form.initial?.nextOn ?? null,
        }),
        nextStepInput(form),
      ];
    default:
      return nextStepInputs(form);
  }
}

function noInputs(): InputBlock[] {
  return [
    selectInput({
      id: 'no_reason',
      label: 'Reason',
      optional: false,
      options: NO_REASONS.map((value) => option(value, NO_REASON_LABELS[value])),
      placeholder: 'Choose the closest',
    }),
    textInput({ id: 'lesson', label: 'What did we learn', lines: true, length: NOTE_LENGTH }),
    dateInput({ id: 'revisit_on', label: 'Ask again on' }),
  ];
}

function stopInput(channel: Channel): InputBlock {
  return radioInput({
    id: 'stop_scope',
    label: 'What should stop',
    optional: false,
    options: [option('all', 'Everything'), option('channel', 'Only the channel chosen under How')],
    initial: 'all',
    hint: `Everything ends the chase at once. Only this channel keeps it going another way than ${CHANNEL_LABELS[channel].toLowerCase()}.`,
  });
}

function nextStepInputs(form: LogTouchForm): InputBlock[] {
  return [
    nextStepInput(form),
    dateInput({
      id: 'next_on',
      label: 'Next date',
      hint: 'Empty means the proposal.',
      initial: form.initial?.nextOn ?? null,
    }),
    checkInput({
      id: 'agreed',
      label: 'Promise',
      option: option('yes', 'Agreed with them'),
      checked: form.initial?.agreed ?? false,
    }),
    timeInput({
      id: 'next_time',
      label: 'Time',
      zone: form.zone,
      initial: form.initial?.nextTime ?? null,
    }),
  ];
}

function nextStepInput(form: LogTouchForm): InputBlock {
  return textInput({
    id: 'next_step',
    label: 'Next step',
    length: STEP_LENGTH,
    initial: form.initial?.nextStep ?? null,
    placeholder: 'Empty means the proposal',
  });
}
