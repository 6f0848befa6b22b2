/** Calls `POST /control/<name>`; throws with the sentence to show when the server did not answer with 200. */
export async function callControl(name, input) {
  const response = await fetch(`/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => null);
  if (!response) throw new Error('The local Slack does not answer. Is it still running?');

  const answer = await response.json().catch(() => null);
  if (!response.ok || answer === null) {
    throw new Error(answer?.problem ?? `The local Slack answered ${response.status} to ${name}.`);
  }
  return answer;
}

/** Listens to changes; the browser reconnects by itself, and a reconnect counts as a change of everything. */
export function listenToChanges({ onChange, onConnection }) {
  const source = new EventSource('/control/events');
  let lost = false;
  source.addEventListener('message', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('open', () => {
    onConnection(true);
    if (lost) onChange({ kind: 'message' });
    lost = false;
  });
  source.addEventListener('error', () => {
    lost = true;
    onConnection(false);
  });
}
