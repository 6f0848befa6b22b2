import type { Token } from './tokens.ts';

/** Words parted by single spaces, and which of them stands where. */
export type Line = {
  /** Begins and ends with a space. */
  line: string;
  /** The token at a place of the line. */
  tokenAt: (place: number) => number;
  /** Where a token stands in the line. */
  placeOf: (token: number) => number;
};

/**
 * Tokens in one line, each by its key or as it is said, and runs of them as one sign.
 * @example lineUp(tokensOf('Called Tom'), [{ from: 1, to: 2 }], () => '@').line //=> ' called @ '
 */
export function lineUp<Span extends { from: number; to: number }>(
  tokens: readonly Token[],
  spans: readonly Span[],
  signOf: (span: Span) => string,
  say: (key: string) => string = (key) => key,
): Line {
  const starts: { place: number; token: number }[] = [];
  let line = ' ';
  for (let token = 0; token < tokens.length; ) {
    const span = spans.find(({ from }) => from === token);
    starts.push({ place: line.length, token });
    line += `${span ? signOf(span) : say(tokens[token]?.key ?? '')} `;
    token = span?.to ?? token + 1;
  }
  return {
    line,
    tokenAt: (place) => starts.findLast((start) => start.place <= place)?.token ?? 0,
    placeOf: (token) => starts.findLast((start) => start.token <= token)?.place ?? line.length,
  };
}
