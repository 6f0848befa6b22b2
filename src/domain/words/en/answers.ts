/** What a logged, changed or undone touch is answered with. */
export const answers = {};
