/** What was sent and what was not, and what the bot needs from a manager. */
export const status = {};
