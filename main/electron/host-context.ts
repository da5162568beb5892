import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { systemMaker } from '../../app/base/maker.ts';
import type { HostContext } from '../services/host/host-context.ts';
import { RecentProjects } from '../services/host/recent-projects.ts';
import { systemTimer } from '../services/system-timer.ts';
import { briefInWorker } from '../workers/brief-in-worker.ts';
import { catalogueInWorkers } from '../workers/catalogue-in-workers.ts';
import { corpusInWorker } from '../workers/corpus-in-worker.ts';
import { exchangeInWorker } from '../workers/exchange-in-worker.ts';
import { historyInWorker } from '../workers/history-in-worker.ts';
import { ingestInWorkers } from '../workers/ingest-in-workers.ts';
import { snapshotInWorker } from '../workers/snapshot-thread.ts';
import { suggestionsInWorkers } from '../workers/suggestions-in-workers.ts';
import { watchInWorker } from '../workers/watch-in-worker.ts';
import type { Log } from './log.ts';
import { pdfPrinter } from './print-pdf.ts';

/** What all windows share, over the user's own folder. `mainFolder` is where the built main is. */
export function createHostContext(mainFolder: string, log: Log): HostContext {
  const userData = app.getPath('userData');
  const author = userName();
  const workers = join(mainFolder, 'workers');
  return {
    maker: systemMaker(author),
    startTimer: systemTimer,
    catalogueThreads: catalogueInWorkers({
      writer: pathToFileURL(join(workers, 'catalogue-writer-worker.js')),
      reader: pathToFileURL(join(workers, 'catalogue-reader-worker.js')),
    }),
    suggestionThreads: suggestionsInWorkers({
      finder: pathToFileURL(join(workers, 'suggestions-finder-worker.js')),
      reader: pathToFileURL(join(workers, 'suggestions-reader-worker.js')),
    }),
    exchange: exchangeInWorker(join(workers, 'exchange-worker.js')),
    startHistory: historyInWorker(join(workers, 'history-worker.js')),
    readCorpus: corpusInWorker(join(workers, 'corpus-worker.js')),
    makeSnapshot: snapshotInWorker(join(workers, 'snapshot-worker.js')),
    ingest: ingestInWorkers({
      ingest: join(workers, 'ingest-worker.js'),
      sync: join(workers, 'sync-worker.js'),
    }),
    watching: { watch: watchInWorker(join(workers, 'watch-worker.js')), startTimer: systemTimer },
    log,
    host: {
      userName: author,
      appVersion: app.getVersion(),
      commandKey: process.platform === 'darwin' ? 'Meta' : 'Control',
    },
    recent: new RecentProjects(join(userData, 'recent-projects.json')),
    sampleParent: join(userData, 'projects'),
    composeBrief: briefInWorker(join(workers, 'brief-worker.js')),
    printPdf: pdfPrinter(),
    sampleSource: join(app.getAppPath(), 'resources', 'sample'),
    citationStyles: join(app.getAppPath(), 'resources', 'citation-styles'),
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
