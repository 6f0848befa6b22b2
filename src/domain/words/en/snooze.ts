/** Putting off: the picker, the questions it asks, and a day spread over several. */
export const snooze = {};
