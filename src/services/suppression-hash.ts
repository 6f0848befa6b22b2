import { createHmac } from 'node:crypto';

/** The keyed hash that stands for an e-mail or phone key of somebody who asked us to stop. */
export function suppressionHash(hashKey: Buffer, contactKey: string): Buffer {
  return createHmac('sha256', hashKey).update(contactKey).digest();
}
