/** How many deliveries a process takes at once: what it could not begin in time was too much. */
export type ClaimRoom = {
  size(): number;
  /** One of so many taken together was begun too late. */
  wasLate(together: number): void;
  wasInTime(): void;
};

const LEAST = 3;
/** What a process that has just started takes, before anybody knows how fast it is or whether it lasts. */
const FIRST = 12;

/**
 * A computer that is too busy to begin what it claimed gives it back, and would claim as much again and
 * never send anything. So it takes half as many, and one more for each that it sends. A process begins
 * with few, so that one which is killed again and again does not hold everything each time.
 */
export function createClaimRoom({ most }: { most: number }): ClaimRoom {
  let size = Math.min(FIRST, most);
  return {
    size: () => size,
    wasLate(together) {
      size = Math.max(LEAST, Math.min(size, Math.floor(together / 2)));
    },
    wasInTime() {
      size = Math.min(most, size + 1);
    },
  };
}
