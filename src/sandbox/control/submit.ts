import { isRecord } from '../blocks/rules.ts';
import { validateView } from '../blocks/validate-view.ts';
import type { ControlAnswer, FormValues, Person, SubmitAnswer } from '../contract.ts';
import { viewClosed, viewSubmission } from '../deliver/payloads.ts';
import {
  clearModals,
  isStackFull,
  closeModal as popModal,
  pushModal,
  replacePayload,
  topModal,
} from '../modals.ts';
import type { StoredView } from '../state.ts';
import { issueTrigger } from '../triggers.ts';
import { describeProblems } from '../web-api/call.ts';
import type { World } from '../world.ts';
import { DONE, explain, problem } from './actor.ts';
import { checkForm } from './check-form.ts';
import { completeValues } from './form-values.ts';

const GONE = 'This window is no longer open.';

/** Slack checks the form first; then the app may refuse it, redraw it, go on to another or let it close. */
export async function submit(
  world: World,
  person: Person,
  input: { viewId: string; values: FormValues },
): Promise<SubmitAnswer> {
  const view = topModal(world, person.id);
  if (view?.id !== input.viewId) return problem(GONE);
  if (!view.payload.submit || view.payload.submit_disabled) {
    return problem('This window has nothing to submit.');
  }
  view.values = completeValues(view.payload.blocks, [input.values, view.values]);
  const errors = checkForm(view.payload.blocks, view.values);
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const triggerId = issueTrigger(world, {
    personId: person.id,
    teamId: person.teamId,
    viewId: view.id,
  });
  const answer = await world.courier.send(viewSubmission(world, { person, view, triggerId }));
  if (!answer.ok) return problem(explain(answer.problem));
  return follow(world, { person, view, body: answer.body });
}

/** Closes the modal on top, or all of them when it asks for that, and tells the app if it wants to know. */
export async function closeModal(
  world: World,
  person: Person,
  { viewId }: { viewId: string },
): Promise<ControlAnswer> {
  const view = topModal(world, person.id);
  if (view?.id !== viewId) return problem(GONE);
  const cleared = view.payload.clear_on_close === true;
  const closed = cleared ? clearModals(world, person.id) : [view];
  if (!cleared) popModal(world, view);
  for (const each of closed.filter((item) => item.payload.notify_on_close)) {
    await world.courier.send(viewClosed(world, { person, view: each, cleared }));
  }
  return DONE;
}

/** https://docs.slack.dev/surfaces/modals#updating_response: nothing, or one of four actions. */
function follow(
  world: World,
  { person, view, body }: { person: Person; view: StoredView; body: unknown },
): SubmitAnswer {
  if (body === '' || (isRecord(body) && Object.keys(body).length === 0)) {
    popModal(world, view);
    return DONE;
  }
  const action = isRecord(body) ? body.response_action : undefined;
  if (!isRecord(body) || typeof action !== 'string') {
    return problem(explain('the answer to a submission must be empty or a response_action'));
  }
  if (action === 'clear') {
    clearModals(world, person.id);
    return DONE;
  }
  if (action === 'errors') return showErrors(view, body.errors);
  if (action === 'update' || action === 'push') return showView(world, { person, view, body });
  return problem(explain(`unknown response_action ${action}`));
}

function showErrors(view: StoredView, errors: unknown): SubmitAnswer {
  const inputs = view.payload.blocks.filter((block) => block.type === 'input');
  const known = new Set(inputs.map((block) => block.block_id));
  const entries = isRecord(errors) ? Object.entries(errors) : [];
  const valid = entries.every(([id, text]) => known.has(id) && typeof text === 'string' && text);
  if (entries.length === 0 || !valid) {
    return problem(explain('errors must be sentences keyed by the block_id of an input'));
  }
  return { ok: false, errors: Object.fromEntries(entries.map(([id, text]) => [id, String(text)])) };
}

function showView(
  world: World,
  { person, view, body }: { person: Person; view: StoredView; body: Record<string, unknown> },
): SubmitAnswer {
  const result = validateView(body.view, 'modal');
  if (!result.ok) {
    const messages = describeProblems(result.problems).join(' ');
    return problem(explain(`${result.error} ${messages}`.trim()));
  }
  if (body.response_action === 'update') {
    replacePayload(world, view, result.view);
    return DONE;
  }
  if (isStackFull(world, person.id)) return problem(explain('push_limit_reached'));
  pushModal(world, person, result.view);
  return DONE;
}
