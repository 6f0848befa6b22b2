import type { Db } from '../db/client.ts';
import type { DeliveryTimings } from '../domain/delivery.ts';
import { type Clocks, readMoment } from './clocks.ts';

/** What the delivery machinery is given once, when it is put together. */
export type DeliveryDeps = { db: Db; clocks: Clocks; timings: DeliveryTimings };

/** One moment of the machinery, in both times: `now` decides what is due, `machineNow` who may act. */
export type DeliveryContext = {
  db: Db;
  timings: DeliveryTimings;
  now: Date;
  machineNow: Date;
};

/** Reads both clocks from the database, so that no replica's own clock matters. */
export async function deliveryContext({
  db,
  clocks,
  timings,
}: DeliveryDeps): Promise<DeliveryContext> {
  return { db, timings, ...(await readMoment(clocks)) };
}

/** An instant so many milliseconds after another. */
export function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds);
}
