import { expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { SuggestionRows } from '../../../main/services/suggestions/suggestion-rows.ts';
import { SuggestionsFile } from '../../../main/services/suggestions/suggestions-file.ts';
import { temporaryFolder } from '../support/samples.ts';

test('of very many pairs each is read once, however many are read at a time', async () => {
  const folder = await temporaryFolder();
  const file = SuggestionsFile.make({
    file: `${folder}/suggestions.db`,
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'x',
  });
  const rows = new SuggestionRows(file.database);
  const [start, end] = [0 as TextOffset, 9 as TextOffset];
  const value = {
    ranges: [start, end, start, end] as const,
    quoted: [false, false] as const,
    words: 9,
    verbatim: true,
    formula: null,
  };
  for (const count of [0, 1, 4_999, 1, 4_999]) {
    const made = Array.from({ length: count }, (_, at) => ({
      kind: 'parallel' as const,
      key: `parallel:${at}`,
      score: 0.5,
      formula: false,
      one: at + 1,
      other: at + 2,
      value,
    }));
    file.transaction(() => rows.addAll(made));
    const total = rows.countPairs();
    for (const read of [rows.allPairs(), rows.pairsToCluster()]) {
      expect(new Set(read.map(({ id }) => id)).size).toBe(total);
      expect(read).toHaveLength(total);
    }
  }
  expect(rows.countPairs()).toBe(10_000);
  file.close(true);
});
