import type { AllMiddlewareArgs, AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { wordsFor } from '../domain/words/words.ts';
import type { Workspace } from '../domain/workspace.ts';
import type { Logger } from '../logger.ts';
import type { Clocks } from '../services/clocks.ts';
import type { RepContext, WorkspaceContext } from '../services/context.ts';
import {
  findActiveRep,
  type OnRepChanged,
  type Recognition,
  type Refusal,
  recogniseRep,
} from '../services/recognise-rep.ts';
import { refreshPerson } from '../services/refresh-person.ts';
import type { AccessAnswer } from './authorize.ts';
import { readPerson } from './read-person.ts';
import { readRequest } from './request.ts';
import { acknowledgementOf, type RequestArgs, tellPerson, wordsOf } from './tell-person.ts';

export type IdentifyDeps = {
  db: WorkspaceContext['db'];
  clocks: Clocks;
  log: Logger;
  onRepChanged: OnRepChanged;
};

/** Events about the installation or about somebody, done by nobody who could be recognised. */
const DONE_BY_NOBODY = ['app_uninstalled', 'tokens_revoked', 'user_change', 'team_join'];

/**
 * Finds out who asks, before any listener runs, and refuses politely whoever may not. Listeners of
 * requests done by a person read the answer with `actorOf`.
 */
export function identify(deps: IdentifyDeps): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const { context, next } = args;
    if ('event' in args && DONE_BY_NOBODY.includes(args.event.type)) return next();
    const workspace = await workspaceOf(args, deps);
    if (!workspace || isFromBot(args)) return;
    const now = await deps.clocks.business();
    const ctx = { db: deps.db, workspaceId: workspace.id, now };
    context.workspaceContext = ctx;
    if (!context.userId) return next();
    const recognition = await recognise(args, { ctx, workspace, deps });
    if ('refused' in recognition) return refuse(args, { refusal: recognition.refused, deps });
    context.actor = { ...ctx, rep: recognition.rep };
    acknowledgementOf(context).words = wordsFor(recognition.rep.locale);
    await next();
    if (recognition.rep.locale === null) await learnLanguage(args, { ctx, workspace, deps });
  };
}

/** The rep who asks and everything a verb of theirs needs. */
export function actorOf(context: AllMiddlewareArgs['context']): RepContext {
  const actor: RepContext | undefined = context.actor;
  if (!actor) throw new Error('This request was done by nobody we know.');
  return actor;
}

/** The workspace of a request that may have been done by nobody. */
export function workspaceContextOf(context: AllMiddlewareArgs['context']): WorkspaceContext {
  const ctx: WorkspaceContext | undefined = context.workspaceContext;
  if (!ctx) throw new Error('This request belongs to no workspace.');
  return ctx;
}

/** The workspace a request came from. */
export function workspaceOfRequest(context: AllMiddlewareArgs['context']): Workspace {
  const access: AccessAnswer | undefined = context.access;
  if (access?.state !== 'installed') throw new Error('This request belongs to no workspace.');
  return access.workspace;
}

async function workspaceOf(args: RequestArgs, { log }: IdentifyDeps): Promise<Workspace | null> {
  const access: AccessAnswer | undefined = args.context.access;
  if (access?.state === 'unknown') throw access.error;
  if (access?.state === 'installed') return access.workspace;
  await tellPerson(args, { sentence: wordsOf(args.context).faults.notInstalled, log });
  return null;
}

/** Another bot's message gets no answer: two polite bots would never stop. */
function isFromBot(args: RequestArgs): boolean {
  return 'event' in args && 'bot_id' in args.event && Boolean(args.event.bot_id);
}

async function recognise(
  { body, context, client }: RequestArgs,
  { ctx, workspace, deps }: { ctx: WorkspaceContext; workspace: Workspace; deps: IdentifyDeps },
): Promise<Recognition> {
  const { slackTeamId, slackEnterpriseId } = workspace;
  const slackUserId = context.userId ?? '';
  const userTeamId = readRequest(body)?.userTeamId ?? null;
  if (userTeamId !== null && ![slackTeamId, slackEnterpriseId].includes(userTeamId)) {
    return { refused: 'stranger' };
  }
  const rep = await findActiveRep(ctx, slackUserId);
  if (rep) return { rep };
  const person = await readPerson(client, slackUserId);
  if (!person) return { refused: 'stranger' };
  return recogniseRep(ctx, { slackTeamId, person, onRepChanged: deps.onRepChanged });
}

/** Reps of before languages were kept are asked about once, after their request has its answer. */
async function learnLanguage(
  { client, context }: RequestArgs,
  { ctx, workspace, deps }: { ctx: WorkspaceContext; workspace: Workspace; deps: IdentifyDeps },
): Promise<void> {
  const { slackTeamId } = workspace;
  const { onRepChanged, log } = deps;
  const refreshed = readPerson(client, context.userId ?? '').then((person) =>
    person ? refreshPerson(ctx, { slackTeamId, person, onRepChanged }) : null,
  );
  await refreshed.catch((err: unknown) => log.warn({ err }, 'A language could not be learned.'));
}

async function refuse(
  args: RequestArgs,
  { refusal, deps }: { refusal: Refusal; deps: IdentifyDeps },
): Promise<void> {
  if (refusal === 'bot' && 'event' in args) return;
  const sentence = wordsOf(args.context).faults.refusals[refusal];
  await tellPerson(args, { sentence, log: deps.log });
}
