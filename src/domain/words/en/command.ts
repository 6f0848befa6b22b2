/** The slash command’s help and what its verbs answer in words. */
export const command = {};
