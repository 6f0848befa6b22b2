/** Endings: stopped and lifted, held, no prospect, re-opened. */
export const endings = {
  you: 'you',
  /** "They asked us to stop on 3 Jul (Ana)." */
  askedToStop: (day: string | null) => `They asked us to stop${day === null ? '' : ` on ${day}`}.`,
  samePhone: (label: string, day: string | null) =>
    `Same phone as ${label}, who asked us to stop${day === null ? '' : ` on ${day}`}.`,
};
