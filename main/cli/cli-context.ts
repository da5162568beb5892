import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { systemMaker } from '../../app/base/maker.ts';
import type { ExchangeThread } from '../services/exchange/exchange-tasks.ts';
import type { CorpusContext } from '../services/host/corpus-session.ts';
import type { ProjectContext } from '../services/project/open-project.ts';
import { systemTimer } from '../services/system-timer.ts';
import { catalogueInWorkers } from '../workers/catalogue-in-workers.ts';
import { corpusInWorker } from '../workers/corpus-in-worker.ts';
import { exchangeInWorker } from '../workers/exchange-in-worker.ts';
import { ingestInWorkers } from '../workers/ingest-in-workers.ts';
import { snapshotInWorker } from '../workers/snapshot-thread.ts';
import { type PrintingProgram, pagePrinter } from './page-printer.ts';

/** What commands work with: the window's own services, without suggestions and without watching. */
export interface CliContext extends ProjectContext, CorpusContext {
  readonly exchange: ExchangeThread;
  /** `resources/citation-styles`. */
  readonly citationStyles: string;
  /** Prints a self-contained page; `null`: there is nothing here that could. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null;
}

/** Where the threads' scripts are, and what their names end with: `.js` as built, `.ts` from the source. */
export interface WorkerScripts {
  readonly folder: string;
  /** The folder of what comes with the program. */
  readonly resources: string;
  readonly ending: '.js' | '.ts';
  /** The program, if it is here with its engine. */
  readonly printer: PrintingProgram | null;
}

/** @param log for what nobody need know */
export function cliContext(
  { folder, ending, resources, printer }: WorkerScripts,
  author: string | null,
  log: (message: string, error?: unknown) => void,
): CliContext {
  const script = (name: string): string => join(folder, `${name}${ending}`);
  return {
    maker: systemMaker(author ?? userName()),
    startTimer: systemTimer,
    catalogueThreads: catalogueInWorkers({
      writer: pathToFileURL(script('catalogue-writer-worker')),
      reader: pathToFileURL(script('catalogue-reader-worker')),
    }),
    readCorpus: corpusInWorker(script('corpus-worker')),
    makeSnapshot: snapshotInWorker(script('snapshot-worker')),
    ingest: ingestInWorkers({
      ingest: script('ingest-worker'),
      sync: script('sync-worker'),
    }),
    watching: null,
    exchange: exchangeInWorker(script('exchange-worker')),
    citationStyles: join(resources, 'citation-styles'),
    printPdf: printer === null ? null : pagePrinter(printer),
    log,
    clock: () => performance.now(),
  };
}

/** The analyst's name as the system knows it. */
function userName(): string {
  try {
    return userInfo().username || 'Analyst';
  } catch {
    // No entry for this user, as in some containers.
    return 'Analyst';
  }
}
