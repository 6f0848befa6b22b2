/** Work that is under way, of which the one who started it only wants to know how much there is. */
export type Flight = {
  size(): number;
  /** Takes work that never fails. */
  board(work: Promise<void>): void;
  /** Resolves when at most so many are left. */
  until(most: number): Promise<void>;
  /** Resolves when one more has ended. */
  anyLanded(): Promise<void>;
};

export function createFlight(): Flight {
  let size = 0;
  let tell = () => {};
  let landed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const land = () => {
    size -= 1;
    tell();
    landed = new Promise((resolve) => {
      tell = resolve;
    });
  };
  return {
    size: () => size,
    board(work) {
      size += 1;
      void work.finally(land);
    },
    async until(most) {
      while (size > most) await landed;
    },
    anyLanded: () => landed,
  };
}
