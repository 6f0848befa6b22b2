/** The first minutes: welcome, first run, preview, the empty state. */
export const start = {};
