/** Who takes over: giving one away, handing over, somebody gone. */
export const handOver = {};
