import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { suggested, suggestingProject } from './suggesting.ts';

// Without metadata, as files of plain text come: nothing is known of them but their words.
const texts = sharedCorpus('xi-putin-calls')
  .filter((path) => path.endsWith('.txt'))
  .map((path) =>
    readFileSync(path, 'utf8')
      .split(/\s*\n\s*/u)
      .filter(Boolean)
      .join('\n'),
  );

test.skipIf(texts.length < 5)(
  'five real articles, as the program finds them (skipped where they are absent)',
  async () => {
    const project = await suggestingProject();
    await project.add(...texts.map((text) => ({ text })));
    const { suggestions } = await suggested(project);
    // The quotation is one cluster with its two wordings, above the formula of names and offices.
    const clusters = suggestions.filter((suggestion) => suggestion.kind === 'cluster');
    const place = (words: string) =>
      clusters.findIndex(({ passages }) => passages.some(({ quote }) => quote.includes(words)));
    const trials = place('withstood many trials and tribulations');
    expect(clusters[trials]).toMatchObject({ wordings: 2, formula: false });
    const formula = place('President Xi Jinping and Russian President Vladimir Putin');
    expect(clusters[formula]).toMatchObject({ articles: 4, formula: true });
    expect(trials).toBeLessThan(formula);
    const plain = await suggested(project, { kinds: ['parallel', 'cluster'], formulas: false });
    expect(plain.total).toBeGreaterThan(0);
    expect(JSON.stringify(plain)).not.toContain('President Xi Jinping and Russian President');
    // The trade figures of two articles are listed with both passages.
    const conflicts = suggestions.filter((suggestion) => suggestion.kind === 'conflict');
    const trade = conflicts.find(({ one, other }) =>
      [one, other].every(({ passage }) => /(190|200) billion/.test(passage.quote)),
    );
    expect(trade).toMatchObject({ about: 'figure', remark: expect.stringContaining('2022') });
  },
);
