export type Gathering<T, R> = (item: T) => Promise<R>;

/**
 * Does for many at once what each asks for by itself. Whoever asks while some are being served goes
 * with the next, so that nobody waits for company and a rush makes batches; `most` bounds one. The work
 * answers in the order it was given; when it fails, all of its batch are told.
 */
export function createGathering<T, R>(
  work: (items: T[]) => Promise<readonly R[]>,
  { most }: { most: number },
): Gathering<T, R> {
  type Asked = { item: T; answer(result: R): void; fail(error: unknown): void };
  const waiting: Asked[] = [];
  let serving = false;
  const serve = async () => {
    serving = true;
    // Those who ask in the same moment come along.
    await Promise.resolve();
    for (let batch = waiting.splice(0, most); batch.length > 0; batch = waiting.splice(0, most)) {
      try {
        const results = await work(batch.map(({ item }) => item));
        batch.forEach(({ answer }, place) => {
          // Safe because the work answers each item in its place.
          answer(results[place] as R);
        });
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    serving = false;
  };
  return (item) =>
    new Promise((answer, fail) => {
      waiting.push({ item, answer, fail });
      if (!serving) void serve();
    });
}

/** Lets what belongs to one key happen one after the other, and different keys beside each other. */
export function createTurns<K>(): <T>(key: K, work: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<unknown>>();
  return (key, work) => {
    const turn = (last.get(key) ?? Promise.resolve()).then(work);
    const ended: Promise<void> = turn.then(
      () => {},
      () => {},
    );
    last.set(key, ended);
    void ended.then(() => {
      if (last.get(key) === ended) last.delete(key);
    });
    return turn;
  };
}
