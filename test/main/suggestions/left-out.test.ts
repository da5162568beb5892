import { expect, test } from 'vitest';
import { rowsOf } from '../../../main/services/catalogue/catalogue-database.ts';
import type { CatalogueThread } from '../../../main/services/catalogue/catalogue-thread.ts';
import { LookedThrough } from '../../../main/services/suggestions/looked-through.ts';
import type {
  FinderAnswer,
  FinderRequest,
} from '../../../main/services/suggestions/suggestion-messages.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import { SuggestionsFile } from '../../../main/services/suggestions/suggestions-file.ts';
import { hashOf } from '../support/catalogued-project.ts';
import { temporaryFolder } from '../support/samples.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { ferry, suggested, suggestingProject } from './suggesting.ts';

const bad = 'A text that nobody gets to the end of.';
const texts = [{ text: ferry.first }, { text: bad }, { text: ferry.second }] as const;

/** Threads of which each one that is at a text does something to itself there, as a fault in the program would. */
function faultyThreads(fault: 'hangs' | 'crashes', opened: FinderRequest[]): SuggestionThreads {
  return {
    ...suggestionsHere,
    startFinder: () => {
      const thread = suggestionsHere.startFinder();
      const crashed: ((error: unknown) => void)[] = [];
      let isStuck = false;
      const faulty: CatalogueThread<FinderRequest, FinderAnswer> = {
        post: (request) => {
          if (request.kind === 'open') opened.push(request);
          if (!isStuck) thread.post(request);
        },
        onAnswer: (listener) =>
          thread.onAnswer((answer) => {
            if (isStuck) return;
            listener(answer);
            if (answer.kind !== 'at' || answer.hash !== hashOf(bad)) return;
            isStuck = true;
            void thread.end();
            if (fault === 'crashes') for (const crash of crashed) crash(new Error('Out of memory'));
          }),
        onCrash: (listener) => void crashed.push(listener),
        end: () => thread.end(),
      };
      return faulty;
    },
  };
}

test.each(['hangs', 'crashes'] as const)(
  'Z9: a text over which the thread %s costs only itself, which is said and remembered',
  async (fault) => {
    const opened: FinderRequest[] = [];
    const project = await suggestingProject(faultyThreads(fault, opened), { patience: 50 });
    await project.add(...texts);
    const page = await suggested(project);
    expect(page.totals.parallel).toBeGreaterThan(0);
    expect(project.suggestions.state).toMatchObject({
      state: 'ready',
      done: 3,
      total: 3,
      message: expect.stringContaining('One article was left out'),
    });
    expect(opened.map((request) => request.kind === 'open' && request.leaveOut)).toEqual([
      null,
      hashOf(bad),
    ]);
    await project.close();
    await project.open();
    expect(await suggested(project)).toEqual(page);
    // It was not tried again.
    expect(opened).toHaveLength(3);
  },
);

test('Z9: a text of which something can’t be found without an error is left out', async () => {
  const folder = await temporaryFolder();
  const file = SuggestionsFile.make({
    file: `${folder}/suggestions.db`,
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'x',
  });
  const looked = new LookedThrough(
    file,
    folder,
    (run) => run(),
    () => undefined,
  );
  const leftOut = () =>
    rowsOf(file.database.prepare('SELECT CAST(hash AS BLOB), lasting FROM left_out'));
  const at = { hash: hashOf(bad) };
  expect(looked.guarded(at, () => 1)).toBe(1);
  expect(leftOut()).toEqual([]);
  const fails = () => {
    throw new RangeError('Invalid array length');
  };
  expect(looked.guarded(at, fails)).toBeNull();
  expect(leftOut()).toEqual([[at.hash, 1]]);
  file.close(true);
});
