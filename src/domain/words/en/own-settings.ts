/** A rep’s own settings. */
export const ownSettings = {};
