/** The workspace’s settings. */
export const settings = {};
