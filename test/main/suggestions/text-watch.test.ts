import { expect, test } from 'vitest';
import { LookedThrough } from '../../../main/services/suggestions/looked-through.ts';
import { SuggestionsFile } from '../../../main/services/suggestions/suggestions-file.ts';
import { TextWatch } from '../../../main/services/suggestions/text-watch.ts';
import { hashOf } from '../support/catalogued-project.ts';
import { temporaryFolder } from '../support/samples.ts';

/** Timers that the test lets run out. */
function timersByHand() {
  const running = new Set<{ readonly run: () => void }>();
  let begun = 0;
  return {
    begun: () => begun,
    start: (run: () => void) => {
      const timer = { run };
      running.add(timer);
      begun += 1;
      return () => void running.delete(timer);
    },
    runOut: () => {
      for (const timer of [...running]) {
        running.delete(timer);
        timer.run();
      }
    },
  };
}

test('Z9: many small pieces of one text add up to what is too long', () => {
  const timers = timersByHand();
  const hung: string[] = [];
  const watch = new TextWatch(timers.start, 1_000, (hash) => hung.push(hash));
  watch.note('one', 10);
  watch.note('one', 10);
  expect(timers.begun()).toBe(1);
  timers.runOut();
  // The second look is not put off either.
  watch.note('one', 10);
  timers.runOut();
  expect(hung).toEqual(['one']);
  watch.note(null);
  watch.note('one', 10);
  watch.note('two', 10);
  timers.runOut();
  timers.runOut();
  expect(hung).toEqual(['one', 'two']);
});

test('Z9: a text is told of once, however often it is looked at before the next', async () => {
  const folder = await temporaryFolder();
  const file = SuggestionsFile.make({
    file: `${folder}/suggestions.db`,
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'x',
  });
  const told: (string | null)[] = [];
  const looked = new LookedThrough(
    file,
    folder,
    (run) => run(),
    (hash) => told.push(hash),
  );
  const [one, two] = [{ hash: hashOf('One.') }, { hash: hashOf('Two.') }];
  looked.about(one);
  looked.guarded(one, () => 1);
  looked.guarded(two, () => 1);
  looked.rest();
  looked.rest();
  looked.guarded(one, () => 1);
  expect(told).toEqual([one.hash, two.hash, null, one.hash]);
  file.close(true);
});
