import { z } from 'zod';

const metaSchema = z.object({ v: z.literal(1), nonce: z.string(), teamId: z.string() });
export type SettingsMeta = z.infer<typeof metaSchema>;

/** What each form of the settings carries: whose settings they are. */
export function readSettingsMeta(privateMetadata: string): SettingsMeta | null {
  try {
    return metaSchema.safeParse(JSON.parse(privateMetadata)).data ?? null;
  } catch {
    return null;
  }
}

export const SETTINGS_PARTS = ['team', 'holidays', 'cadence', 'people', 'managers'] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];
