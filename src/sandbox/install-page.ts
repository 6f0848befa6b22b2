import { escapeText } from './escape.ts';
import { type Exchange, readBody, sendText } from './http-exchange.ts';
import { randomToken } from './state.ts';
import type { World } from './world.ts';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** `/oauth/v2/authorize`: who installs the app, and back to it with a code and its own state. */
export async function serveInstallPage(world: World, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  const { clientId } = world.options;
  if (!clientId || url.searchParams.get('client_id') !== clientId) {
    sendText(response, 400, 'This client_id belongs to no app in the local Slack.');
    return;
  }
  if (request.method !== 'POST') {
    sendText(response, 200, drawPage(world), HTML);
    return;
  }
  const personId = new URLSearchParams(await readBody(request)).get('as') ?? '';
  const person = world.state.people.get(personId);
  const redirectUri = url.searchParams.get('redirect_uri') ?? undefined;
  if (!person || !redirectUri || !URL.canParse(redirectUri)) {
    sendText(response, 400, 'Choose who installs the app, and give a redirect_uri.');
    return;
  }
  const code = randomToken();
  world.state.installCodes.set(code, { teamId: person.teamId, personId, redirectUri });
  const target = new URL(redirectUri);
  target.searchParams.set('code', code);
  target.searchParams.set('state', url.searchParams.get('state') ?? '');
  sendText(response, 302, '', { location: target.href });
}

/** The form posts to its own address, which carries what the app asked for. */
function drawPage(world: World): string {
  const { appName, scopes } = world.options;
  const admins = [...world.state.people.values()].filter(
    (person) => (person.isAdmin || person.isOwner) && !person.deleted,
  );
  const choices = admins.map((person) => {
    const team = world.state.teams.get(person.teamId)?.name ?? person.teamId;
    const label = escapeText(`${person.realName} (${team})`);
    return `<p><button name="as" value="${person.id}">Allow as ${label}</button></p>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Install ${escapeText(appName)}</title>
<h1>${escapeText(appName)} wants to join your workspace</h1>
<p>It may: ${escapeText(scopes.join(', '))}</p>
<form method="post">${choices.join('\n')}</form>`;
}
