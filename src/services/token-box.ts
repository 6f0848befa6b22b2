import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a workspace gave the bot when it was installed. */
export type Tokens = { botToken: string; botId: string; botUserId: string };

export type SealedTokens = { encrypted: Buffer; keyId: string };

/** Seals tokens for one workspace and opens them again. */
export type TokenBox = {
  seal(workspaceId: number, tokens: Tokens): SealedTokens;
  /** @throws when the tokens were sealed for another workspace, changed, or sealed with no key at hand */
  open(workspaceId: number, sealed: SealedTokens): Tokens;
};

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const tokensSchema = z.object({ botToken: z.string(), botId: z.string(), botUserId: z.string() });

/**
 * A box with keys of 32 bytes: the first seals, all of them open, so that a key can be replaced
 * without a stop. The workspace's id is bound in: sealed tokens moved to another row do not open.
 */
export function createTokenBox(keys: readonly Buffer[]): TokenBox {
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]));
  const [current] = keys;
  if (!current) throw new Error('A token box needs a key.');
  return {
    seal(workspaceId, tokens) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current, nonce).setAAD(boundTo(workspaceId));
      const body = Buffer.concat([cipher.update(JSON.stringify(tokens), 'utf8'), cipher.final()]);
      const encrypted = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return { encrypted, keyId: keyIdOf(current) };
    },
    open(workspaceId, { encrypted, keyId }) {
      const key = byId.get(keyId);
      if (!key) throw new Error(`Tokens are sealed with the key ${keyId}, which is not set.`);
      const nonce = encrypted.subarray(0, NONCE_BYTES);
      const tag = encrypted.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const body = encrypted.subarray(NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(workspaceId)).setAuthTag(tag);
      const opened = Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
      return tokensSchema.parse(JSON.parse(opened));
    },
  };
}

function keyIdOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

function boundTo(workspaceId: number): Buffer {
  return Buffer.from(`followup/tokens/${workspaceId}`);
}
