/** What the team reads: the post, the leaderboard, Friday’s lines, monthly lessons. */
export const team = {};
