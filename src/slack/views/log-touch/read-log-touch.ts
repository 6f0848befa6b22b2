import {
  CHANNELS,
  type Channel,
  INTERESTS,
  NO_REASONS,
  OUTCOMES,
  type Outcome,
} from '../../../domain/touch.ts';
import type { Person } from '../add-prospect-modal.ts';
import {
  type FormReader,
  type FormResult,
  type FormState,
  formReader,
  oneOf,
} from '../form-state.ts';
import { readSameAs, type SameAs } from '../likely-same.ts';
import { LOG_TOUCH_BLOCKS as blocks, findNameBlock } from './blocks.ts';
import { type ChosenProspect, readProspectChoice } from './chosen-prospect.ts';
import type { LogTouchForm } from './form.ts';
import { withKept } from './kept.ts';
import type { LogTouchMeta } from './meta.ts';

/** What the modal "Log a touch" holds, in the words of the services that take it. */
export type LogTouchValues = {
  prospect: ChosenProspect;
  person: Person;
  sameAs: SameAs | null;
  touch: ReturnType<typeof readTouch>;
};

/** Reads a submitted form, or says what is wrong with which field. */
export function readLogTouchForm(state: FormState): FormResult<LogTouchValues> {
  const form = formReader(state);
  const prospect = readChosenProspect(state);
  const outcome = oneOf(OUTCOMES, form.option(blocks.outcome));
  const channel = oneOf(CHANNELS, form.option(blocks.channel));
  if (prospect === null) form.problems[blocks.prospectId] = ({ logForm }) => logForm.problems.whom;
  if (outcome === null) form.problems[blocks.outcome] = ({ logForm }) => logForm.problems.what;
  if (channel === null) form.problems[blocks.channel] = ({ logForm }) => logForm.problems.how;
  const touch = readTouch(form, { outcome: outcome ?? 'no_answer', channel: channel ?? 'call' });
  const person = readPerson(form, state);
  if (prospect === null || Object.keys(form.problems).length > 0) {
    return { ok: false, problems: form.problems };
  }
  return { ok: true, value: { prospect, person, sameAs: readSameAs(state), touch } };
}

/** What is chosen so far, for a form that redraws while it is filled. */
export function readLogTouchChoices(state: FormState): {
  prospect: ChosenProspect | null;
  outcome: Outcome | null;
  channel: Channel | null;
} {
  const form = formReader(state);
  return {
    prospect: readChosenProspect(state),
    outcome: oneOf(OUTCOMES, form.option(blocks.outcome)),
    channel: oneOf(CHANNELS, form.option(blocks.channel)),
  };
}

/** What a form that is drawn anew is filled with, and remembers of inputs that are away for now. */
export function withEntries(
  meta: LogTouchMeta,
  state: FormState,
): Pick<LogTouchForm, 'meta' | 'initial'> {
  const initial = { ...meta.kept, ...readLogTouchEntries(state) };
  return { meta: withKept(meta, initial), initial };
}

/**
 * What stands in the other inputs, for a form that redraws: an input that is not there now is left
 * out, an emptied one is empty.
 */
export function readLogTouchEntries(state: FormState): NonNullable<LogTouchForm['initial']> {
  const form = formReader(state);
  const {
    outcome: _outcome,
    channel: _channel,
    stopChannel,
    ...told
  } = readTouch(form, {
    outcome: oneOf(OUTCOMES, form.option(blocks.outcome)) ?? 'no_answer',
    channel: oneOf(CHANNELS, form.option(blocks.channel)) ?? 'call',
  });
  const nameBlock = findNameBlock(state);
  const places: Readonly<Record<string, string>> = { ...blocks, name: nameBlock ?? '' };
  const entries = Object.entries({
    ...told,
    ...readPerson(form, state),
    revisitOn: form.date(blocks.revisitOn),
    askAgainOn: form.date(blocks.askAgainOn),
    stopScope: stopChannel === null ? 'all' : 'channel',
  });
  const present = entries.filter(([name]) => (places[name] ?? '') in state);
  return { ...Object.fromEntries(present), ...(nameBlock ? { nameBlock } : {}) };
}

function readPerson(form: FormReader, state: FormState): Person {
  return {
    name: form.line(findNameBlock(state) ?? blocks.name),
    company: form.line(blocks.company),
    email: form.line(blocks.email),
    phone: form.line(blocks.phone),
  };
}

function readChosenProspect(state: FormState): ChosenProspect | null {
  const [element] = Object.values(state[blocks.prospectId] ?? {});
  return readProspectChoice(element?.selected_option ?? null);
}

function readTouch(form: FormReader, { outcome, channel }: { outcome: Outcome; channel: Channel }) {
  return {
    outcome,
    channel,
    nextOn: form.date(blocks.nextOn),
    nextTime: form.time(blocks.nextTime),
    nextStep: form.line(blocks.nextStep),
    agreed: form.options(blocks.agreed).includes('yes'),
    revisitOn: form.date(outcome === 'no' ? blocks.askAgainOn : blocks.revisitOn),
    noReason: oneOf(NO_REASONS, form.option(blocks.noReason)),
    lesson: form.lines(blocks.lesson),
    stopChannel: form.option(blocks.stopScope) === 'channel' ? channel : null,
    note: form.lines(blocks.note),
    points: form.lines(blocks.points),
    touchedOn: form.date(blocks.touchedOn),
    interest: oneOf(INTERESTS, form.option(blocks.interest)),
  };
}
