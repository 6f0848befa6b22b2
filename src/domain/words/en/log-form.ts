/** The form "Log a touch", the one to add a prospect, and the search in both. */
export const logForm = {};
