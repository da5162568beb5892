import type { Maker } from '../../../app/base/maker.ts';
import { readCorpus } from '../../../main/services/corpus/read-corpus.ts';
import { openProject } from '../../../main/services/project/open-project.ts';
import type { Project } from '../../../main/services/project/project.ts';
import { makeSnapshot } from '../../../main/services/snapshot/make-snapshot.ts';
import { suggestionsInWorkers } from '../../../main/workers/suggestions-in-workers.ts';
import { inRepository } from '../../../resources/tooling/paths.mjs';

const worker = (name: string) => new URL(`file://${inRepository('main', 'workers', `${name}.ts`)}`);

/** Opens a project whose suggestions are looked for in threads, as the application does, and which nobody searches. */
export function openToSuggest(root: string, maker: Maker): Promise<Project> {
  const noSearch = (): never => {
    throw new Error('Nothing is searched here.');
  };
  return openProject(root, false, {
    maker,
    startTimer: () => () => undefined,
    readCorpus,
    makeSnapshot,
    catalogueThreads: { startWriter: noSearch, startReader: noSearch },
    suggestionThreads: suggestionsInWorkers({
      finder: worker('suggestions-finder-worker'),
      reader: worker('suggestions-reader-worker'),
    }),
    suggestionTimes: { notBefore: 0 },
    log: console.error,
  });
}
