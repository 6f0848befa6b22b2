/** A sentence written to the bot: what was understood, and what is asked back. */
export const sentences = {};
