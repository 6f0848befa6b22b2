/** App Home. */
export const home = {};
