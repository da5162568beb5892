import { describe, expect, test } from 'vitest';
import type { RevisionText } from '../../../app/record/text.ts';
import { allPairsOf, indexOf, textOf } from './text-of.ts';

let made = 0;
/** Words that stand nowhere else. */
function filler(count: number): string {
  return Array.from({ length: count }, () => {
    made += 1;
    return `w${made.toString(36)}q`;
  }).join(' ');
}

function clustersOf(texts: readonly RevisionText[]) {
  const index = indexOf(texts);
  return index.clusters(allPairsOf(index)).map(({ passages, ...cluster }) => ({
    ...cluster,
    passages: passages.map(({ key, start, end, wording }) => ({
      key,
      wording,
      quote: texts[key]?.text.slice(start, end) ?? '',
    })),
  }));
}

const quotation =
  'we have come through many hard winters together and looking ahead the islands will face new ones with confidence';

describe('U: clusters of parallel passages', () => {
  test('U7 a quotation in several wordings is one cluster, its wordings by how often they stand', () => {
    const cut = quotation.replace(
      ' and looking ahead the islands will face new ones with confidence',
      '…',
    );
    const turned = quotation.replace(
      'hard winters together',
      'hard winters together (in the past)',
    );
    const texts = [
      quotation,
      turned,
      quotation,
      turned,
      turned,
      quotation.replace('ahead', 'back'),
    ].map((wording) => textOf(`${filler(20)} “${wording}”, ${filler(20)}`));
    expect(cut.split(' ').length).toBeLessThan(10);
    const [only, ...others] = clustersOf(texts);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ texts: 6, wordings: 3, formula: null });
    expect(only?.passages.map(({ wording }) => wording)).toEqual([2, 1, 2, 1, 1, 3]);
    expect(only?.passages[0]?.quote).toBe(quotation);
  });

  test('U7 words at the edge of a quotation that others do not have are another wording, not cut', () => {
    const other = quotation.replace('we have', 'we had').replace('confidence', 'hope');
    const texts = [quotation, quotation, other].map((words) =>
      textOf(`${filler(9)} “${words}”, ${filler(9)}`),
    );
    const [only] = clustersOf(texts);
    expect(only?.passages.map(({ quote }) => quote)).toEqual([quotation, quotation, other]);
    expect(only?.wordings).toBe(2);
  });

  test('U7 the passage of a cluster is what is quoted, not what its articles say around it', () => {
    const said = (around: string) => textOf(`${filler(9)} “${quotation}”, ${around}`);
    const texts = [
      said('the mayor told reporters at the town hall'),
      said('the mayor told reporters at the town hall'),
      said(filler(8)),
    ];
    const [only, ...others] = clustersOf(texts);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ texts: 3, wordings: 1 });
    expect(new Set(only?.passages.map(({ quote }) => quote))).toEqual(new Set([quotation]));
  });

  test('U7 two articles are a cluster for a quotation in two wordings, and for nothing else', () => {
    const other = quotation.replace('hard', 'long');
    const quoted = (wording: string) => textOf(`${filler(9)} “${wording}” ${filler(9)}`);
    const plain = (wording: string) => textOf(`${filler(9)} ${wording} ${filler(9)}`);
    expect(clustersOf([quoted(quotation), quoted(other)])).toHaveLength(1);
    expect(clustersOf([quoted(quotation), quoted(quotation)])).toHaveLength(0);
    expect(clustersOf([plain(quotation), plain(other)])).toHaveLength(0);
  });

  test('U7 a chain does not join passages that have nothing in common', () => {
    const parts = Array.from({ length: 6 }, () => filler(10));
    // Each text has two neighbouring parts: the first shares nothing with the third.
    const texts = parts
      .slice(1)
      .map((part, at) => textOf(`${filler(15)} ${parts[at]} ${part} ${filler(15)}`));
    for (const { passages } of clustersOf(texts)) {
      const words = passages.map(({ quote }) => new Set(quote.split(' ')));
      for (const one of words) {
        for (const other of words) {
          expect([...one].some((word) => other.has(word))).toBe(true);
        }
      }
    }
    // And copies of the whole beside a quotation of a part are two clusters.
    const whole = `${filler(60)} ${quotation} ${filler(60)}`;
    const mixed = [
      ...Array.from({ length: 3 }, () => textOf(whole)),
      ...Array.from({ length: 3 }, () => textOf(`${filler(9)} “${quotation}” ${filler(9)}`)),
    ];
    expect(clustersOf(mixed).map((cluster) => [cluster.texts, cluster.words])).toEqual([
      [3, 139],
      [6, 19],
    ]);
  });

  test('U6 names with their offices and set phrases are formulas; quotations and numbers are not', () => {
    const reasonOf = (wording: string, count: number, quoted = false) => {
      const texts = Array.from({ length: count }, () =>
        textOf(`${filler(200)} ${quoted ? `“${wording}”` : wording} ${filler(200)}`),
      );
      const [pair] = allPairsOf(indexOf(texts));
      return pair === undefined ? 'no pair' : pair.formula;
    };
    const names =
      'Harbour Minister Mara Lind and her counterpart Foreign Minister Jonas Weil of Velmund';
    const phrase = 'it remains to be seen whether anything will come of it';
    expect(reasonOf(names, 2)).toBe('names');
    expect(reasonOf(names, 2, true)).toBeNull();
    expect(reasonOf(phrase, 2)).toBeNull();
    expect(reasonOf(phrase, 5)).toBe('phrase');
    expect(reasonOf(phrase, 5, true)).toBeNull();
    expect(reasonOf('at least 12 people were killed when the ferry ran aground', 5)).toBeNull();
    expect(reasonOf(quotation, 20)).toBeNull();
  });

  test('U6 a line under each article of a house is a formula, a report that many print is not', () => {
    const line = `${filler(30)}.`;
    const footers = Array.from({ length: 12 }, () => textOf(filler(300), line));
    expect(new Set(allPairsOf(indexOf(footers)).map(({ formula }) => formula))).toEqual(
      new Set(['house']),
    );
    const report = filler(250);
    const prints = Array.from({ length: 12 }, () => textOf(filler(20), report));
    expect(new Set(allPairsOf(indexOf(prints)).map(({ formula }) => formula))).toEqual(
      new Set([null]),
    );
  });

  test('U9 more texts raise the score, a formula loses most of it', () => {
    const scoreFor = (count: number, wording: string): number => {
      const texts = Array.from({ length: count }, () =>
        textOf(`${filler(20)} “${wording}” ${filler(20)}`),
      );
      return clustersOf(texts)[0]?.score ?? 0;
    };
    expect(scoreFor(3, quotation)).toBeLessThan(scoreFor(5, quotation));
    expect(scoreFor(5, quotation)).toBeLessThan(scoreFor(9, quotation));
    const texts = Array.from({ length: 9 }, () =>
      textOf(
        `${filler(20)} President Ana Sorel and Prime Minister Ines Moral of Velmund ${filler(20)}`,
      ),
    );
    expect(clustersOf(texts)[0]?.score ?? 1).toBeLessThan(scoreFor(3, quotation));
  });
});
