/** Insights. */
export const insights = {};
