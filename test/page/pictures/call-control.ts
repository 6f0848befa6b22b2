import type { Control } from '../../../src/sandbox/contract.ts';

/** One of the local Slack's controls, as the page calls it. */
export async function callControl<Name extends keyof Control>(
  url: string,
  name: Name,
  input: Parameters<Control[Name]>[0],
): Promise<Awaited<ReturnType<Control[Name]>>> {
  const response = await fetch(`${url}/control/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const answer = await response.json();
  if (!response.ok || answer.ok === false) throw new Error(String(answer.problem));
  return answer;
}
