/** What falls through the cracks: the manager’s sweep and what a rep sees of it. */
export const cracks = {};
