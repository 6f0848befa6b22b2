import type { Person } from '../contract.ts';
import { describeUser } from '../describe-user.ts';
import { homeOf } from '../modals.ts';
import { nextId, nextTs, openDm, type StoredMessage, type Team } from '../state.ts';
import { getTeam, hasScope, type World } from '../world.ts';
import type { Delivery } from './courier.ts';
import { echoView } from './payloads.ts';

type Event = { type: string } & Record<string, unknown>;

/** Tells the app what happened, when it may know; waits for the first attempt only. */
export async function sendEvent(world: World, teamId: string, event: Event): Promise<void> {
  if (getTeam(world, teamId).installed) await world.courier.send(wrap(world, teamId, event));
}

export async function sendHomeOpened(world: World, person: Person): Promise<void> {
  const view = homeOf(world, person.id);
  await sendEvent(world, person.teamId, {
    type: 'app_home_opened',
    user: person.id,
    channel: openDm(world.state, person).id,
    tab: 'home',
    event_ts: nextTs(world.state),
    ...(view ? { view: echoView(world, view) } : {}),
  });
}

/** Direct messages reach apps that may read them. */
export async function sendDirectMessage(world: World, message: StoredMessage): Promise<void> {
  if (!hasScope(world, 'im:history')) return;
  await sendEvent(world, message.teamId, {
    type: 'message',
    channel: message.channelId,
    channel_type: 'im',
    user: message.from,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    team: message.teamId,
    client_msg_id: nextId(world.state, 'M'),
  });
}

export async function sendUserChange(world: World, person: Person): Promise<void> {
  await sendUserEvent(world, person, 'user_change');
}

export async function sendTeamJoin(world: World, person: Person): Promise<void> {
  await sendUserEvent(world, person, 'team_join');
}

/** Slack promises no order of the two; both come after the token has died. */
export async function sendUninstalled(world: World, team: Team): Promise<void> {
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.botUserId] } };
  await world.courier.send(wrap(world, team.id, revoked));
  await world.courier.send(wrap(world, team.id, { type: 'app_uninstalled' }));
}

async function sendUserEvent(world: World, person: Person, type: string): Promise<void> {
  if (!hasScope(world, 'users:read')) return;
  await sendEvent(world, person.teamId, {
    type,
    user: describeUser(world, person),
    cache_ts: Math.floor(Date.now() / 1000),
    event_ts: nextTs(world.state),
  });
}

function wrap(world: World, teamId: string, event: Event): Delivery {
  const { botUserId } = getTeam(world, teamId);
  const payload = {
    token: 'local-slack',
    type: 'event_callback',
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: null,
    api_app_id: world.options.appId,
    event,
    event_id: nextId(world.state, 'Ev'),
    event_time: Math.floor(Date.now() / 1000),
    is_ext_shared_channel: false,
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  };
  return { kind: 'event', title: event.type, payload };
}
