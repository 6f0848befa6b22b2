import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { LocalDate } from '../../domain/local-date.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { recallEntries } from '../../domain/recall-touch.ts';
import type { Outcome } from '../../domain/touch.ts';
import { wordsFor } from '../../domain/words/words.ts';
import { localDateOf } from '../../domain/zone.ts';
import type { RepContext } from '../../services/context.ts';
import { findProspects } from '../../services/find-prospects.ts';
import { type EditableTouch, getEditableTouch } from '../../services/get-editable-touch.ts';
import { getProspect } from '../../services/get-prospect.ts';
import { previewTouch } from '../../services/preview-touch.ts';
import { type Opening, showWindow } from '../show-window.ts';
import { buildLogTouchModal } from '../views/log-touch/build-log-touch.ts';
import type { ChosenProspect } from '../views/log-touch/chosen-prospect.ts';
import type { LogTouchForm } from '../views/log-touch/form.ts';
import type { LogTouchMeta } from '../views/log-touch/meta.ts';
import { labelText } from '../views/prospect-line.ts';
import { sayAdvice } from '../views/touch-advice.ts';

export type DrawLogInput = {
  from: LogTouchMeta['from'];
  responseUrl?: string;
  /** What was typed after `log`: one match is chosen, several are offered first. */
  query?: string;
  prospectId?: string;
  outcome?: Outcome;
  note?: string;
};

/** Opens the modal "Log a touch", with what is known already filled in. */
export async function openLogModal(
  ctx: RepContext,
  opening: Opening,
  input: DrawLogInput,
): Promise<void> {
  await showWindow(opening, await drawLogModal(ctx, input));
}

async function drawLogModal(ctx: RepContext, input: DrawLogInput): Promise<ModalView> {
  const prospect = await findChosen(ctx, input);
  const form = await drawLogForm(ctx, {
    meta: {
      v: 1,
      nonce: randomUUID(),
      from: input.from,
      ...(input.responseUrl ? { responseUrl: input.responseUrl } : {}),
      ...(input.query ? { query: input.query.slice(0, 200) } : {}),
    },
    prospect: prospect ? chosen(prospect) : null,
    outcome: input.outcome ?? null,
    channel: prospect?.standing.next?.channel ?? null,
    initial: { note: input.note ?? null },
  });
  return buildLogTouchModal(form, wordsFor(ctx.rep.locale));
}

/** A form with its advice: the proposal in words once prospect and outcome are chosen. */
export async function drawLogForm(
  ctx: RepContext,
  form: Omit<LogTouchForm, 'advice' | 'today' | 'zone'>,
): Promise<LogTouchForm> {
  const today = localDateOf(ctx.now, ctx.rep.zone);
  const words = wordsFor(ctx.rep.locale);
  const drawn: LogTouchForm = { ...form, advice: [], today, zone: ctx.rep.zone };
  if (form.prospect === null) return drawn;
  const prospectId = form.prospect.kind === 'known' ? form.prospect.prospectId : null;
  const replaces = prospectId ? await findReplaced(ctx, form.meta.changes, prospectId) : null;
  if (replaces) Object.assign(drawn, editOf(ctx, replaces, form.initial));
  if (replaces && !replaces.isLatest) return { ...drawn, advice: [[words.logForm.nextStepStays]] };
  const preview = await previewTouch(ctx, {
    prospectId,
    outcome: form.outcome ?? 'spoke',
    channel: form.channel ?? 'call',
    interest: drawn.initial?.interest ?? null,
    touchedOn: earlierThan(today, drawn.initial?.touchedOn),
    replaces,
  });
  const revisitOn = preview.plan.standing.revisitOn;
  return {
    ...drawn,
    advice: sayAdvice(preview, { words, today, zone: ctx.rep.zone, outcome: form.outcome }),
    meta: { ...form.meta, ...(revisitOn ? { revisitOn } : {}) },
  };
}

function earlierThan(today: LocalDate, day: LocalDate | null | undefined): LocalDate | null {
  return day && day < today ? day : null;
}

/** The touch the form changes; null when it is logged anew with another prospect. */
async function findReplaced(
  ctx: RepContext,
  touchId: string | undefined,
  prospectId: string,
): Promise<EditableTouch | null> {
  if (touchId === undefined) return null;
  const replaced = await getEditableTouch(ctx, { touchId });
  return replaced.prospect.id === prospectId ? replaced : null;
}

/** Filled with what was logged, where nothing else was entered since. */
function editOf(
  { rep }: RepContext,
  { touch, prospect, isLatest }: EditableTouch,
  entered: LogTouchForm['initial'],
): Pick<LogTouchForm, 'edit' | 'initial'> {
  const { outcome, channel, stopChannel, revisitOn, ...told } = recallEntries(
    touch,
    prospect,
    rep.zone,
  );
  const stopScope = stopChannel === null ? 'all' : 'channel';
  const again = outcome === 'no' ? { askAgainOn: revisitOn } : { revisitOn };
  return {
    edit: { outcome, isLatest, isOwn: touch.repId === rep.id },
    initial: { ...told, ...again, stopScope, ...entered },
  };
}

export function chosen(prospect: Prospect): ChosenProspect {
  return { kind: 'known', prospectId: prospect.id, label: labelText(prospect) };
}

async function findChosen(ctx: RepContext, input: DrawLogInput): Promise<Prospect | null> {
  const { db, workspaceId } = ctx;
  if (input.prospectId) return getProspect(db, { workspaceId, prospectId: input.prospectId });
  if (!input.query) return null;
  const [first, second] = await findProspects(ctx, { query: input.query, limit: 2 });
  return first && !second ? first : null;
}
