/** A prospect: its card, lists of them, what can be done with one. */
export const card = {};
