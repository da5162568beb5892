import type { StartTimer } from '../../../app/base/start-timer.ts';
import type { CatalogueSources, JournalEnd } from './catalogue-messages.ts';
import type { CatalogueThreads } from './catalogue-thread.ts';
import type { CatalogueTimes } from './catalogue-times.ts';

/** What a catalogue in threads is given. */
export interface CatalogueOptions {
  readonly sources: CatalogueSources;
  readonly threads: CatalogueThreads;
  /** For bringing it up when nobody asks. */
  readonly startTimer: StartTimer;
  /** Where the journal ends now. */
  readonly journalEnd: () => JournalEnd;
  log(message: string, error?: unknown): void;
  /** Called when all is closed. */
  readonly onClosed?: () => Promise<void>;
  /** In milliseconds; the usual ones where absent. */
  readonly times?: Partial<CatalogueTimes>;
}
