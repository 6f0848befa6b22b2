import type { LocalDate } from '../../../domain/local-date.ts';
import type { Channel, Interest, Outcome } from '../../../domain/touch.ts';
import type { Line } from '../compose.ts';
import type { LikelySame } from '../likely-same.ts';
import type { ChosenProspect } from './chosen-prospect.ts';
import type { KeptEntries } from './kept.ts';
import type { LogTouchMeta } from './meta.ts';

/** What the modal "Log a touch" shows. */
export type LogTouchForm = {
  meta: LogTouchMeta;
  prospect: ChosenProspect | null;
  outcome: Outcome | null;
  channel: Channel | null;
  /** The proposal in words, and whether somebody just reached out. */
  advice: Line[];
  /** Who may be the same as a new prospect; asked on submit. */
  likelySame?: LikelySame[];
  /** The touch it changes: what it was, whether anything came after it, and whose it is. */
  edit?: { outcome: Outcome; isLatest: boolean; isOwn: boolean };
  today: LocalDate;
  zone: string;
  initial?: KeptEntries & {
    note?: string | null;
    points?: string | null;
    touchedOn?: LocalDate | null;
    interest?: Interest | null;
  };
};
