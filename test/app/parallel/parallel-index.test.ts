import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../../app/compare/units-of.ts';
import { ParallelIndex } from '../../../app/parallel/parallel-index.ts';
import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { lostRuns, wordPatterns } from './shared-run-oracle.ts';
import { allPairsOf, indexOf, quotesOf, textOf } from './text-of.ts';

const wordList =
  "the of a to Minister's Russia-China 200 two hundred billion said Xi Putin trade ‘talks’ grain harbour 2.5 percent 7% U.S.".split(
    ' ',
  );
const word = fc.constantFrom(...wordList);
const mark = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '. ', ' “', '” ', ' - ');
const phrase = fc
  .array(fc.tuple(word, mark), { minLength: 4, maxLength: 14 })
  .map((parts) => parts.flat().join(''));

/** Texts that are made of the same few phrases, so that much is shared. */
const reusing = fc
  .array(phrase, { minLength: 3, maxLength: 6 })
  .chain((phrases) =>
    fc.array(
      fc.array(fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 3,
      }),
      { minLength: 2, maxLength: 6 },
    ),
  )
  .map((texts) =>
    texts.map((paragraphs) => textOf(...paragraphs.map((parts) => parts.join(' ').trim()))),
  );

const plain = (pairs: readonly ParallelPair[]): readonly object[] =>
  pairs.map(({ aligned, ...rest }) => ({ ...rest, aligned: [...aligned] }));

function lostOf(texts: readonly RevisionText[], pairs: readonly ParallelPair[]): readonly string[] {
  const lost: string[] = [];
  for (const [left, one] of texts.entries()) {
    for (const [step, other] of texts.slice(left + 1).entries()) {
      const right = left + 1 + step;
      const own = pairs.filter((pair) => pair.one.key === left && pair.other.key === right);
      for (const pattern of wordPatterns) lost.push(...lostRuns([one, other], own, pattern));
    }
  }
  return lost;
}

describe('U: parallel passages over a project', () => {
  test('U3 every run of eight words that two texts share is inside a pair', () => {
    fc.assert(
      fc.property(reusing, (texts) => {
        expect(lostOf(texts, allPairsOf(indexOf(texts)))).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test('U3 a run that stands in hundreds of texts is still in a pair of each of them', () => {
    const line =
      'this report was made with material of several agencies and of our own correspondents';
    const texts = Array.from({ length: 300 }, (_, key) =>
      textOf(Array.from({ length: 30 }, (_word, at) => `w${key}x${at}`).join(' '), line),
    );
    const index = indexOf(texts);
    const pairs = allPairsOf(index);
    expect(new Set(pairs.flatMap(({ one, other }) => [one.key, other.key])).size).toBe(300);
    for (const pair of pairs) {
      expect(quotesOf(texts, pair)).toEqual([line, line]);
      expect(pair.formula).not.toBeNull();
    }
    for (const key of [0, 150, 299]) {
      const own = pairs.filter(({ one, other }) => one.key === key || other.key === key);
      const sorted = (some: readonly ParallelPair[]) =>
        plain(some)
          .map((pair) => JSON.stringify(pair))
          .sort();
      expect(sorted(index.pairsOf(key))).toEqual(sorted(own));
    }
    // By far fewer than each with each.
    expect(pairs.length).toBeLessThan(300 * 30);
    const clusters = index.clusters(pairs);
    expect(clusters.map(({ texts: count, wordings }) => [count, wordings])).toEqual([[300, 1]]);
  });

  test('U2 pairs are what they say: words in order, verbatim or not, in the ranges given', () => {
    fc.assert(
      fc.property(reusing, (texts) => {
        for (const pair of allPairsOf(indexOf(texts))) {
          expect(pair.one.key).toBeLessThan(pair.other.key);
          expect(pair.score).toBeGreaterThan(0);
          expect(pair.score).toBeLessThan(1);
          const { aligned } = pair;
          let [leftBefore, rightBefore] = [pair.one.start as number, pair.other.start as number];
          for (let at = 0; at < aligned.length; at += 4) {
            const [start = 0, end = 0, from = 0, to = 0] = aligned.subarray(at, at + 4);
            expect(start).toBeGreaterThanOrEqual(leftBefore);
            expect(from).toBeGreaterThanOrEqual(rightBefore);
            [leftBefore, rightBefore] = [start, from];
            expect(end).toBeLessThanOrEqual(pair.one.end);
            expect(to).toBeLessThanOrEqual(pair.other.end);
          }
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('U4 texts put in, replaced and taken out in any order leave what a fresh index has', () => {
    const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { maxLength: 14 });
    fc.assert(
      fc.property(reusing, steps, (texts, changes) => {
        const index = new ParallelIndex();
        const present = new Map<number, RevisionText>();
        for (const [key, which, isPut] of changes) {
          const text = texts[which % texts.length];
          if (isPut && text !== undefined) {
            index.put(key, unitsOf(text));
            present.set(key, text);
          } else expect(index.delete(key)).toBe(present.delete(key));
          // Asking in between makes the lists that later changes are merged into.
          index.pairsOf(which);
        }
        const fresh = new ParallelIndex();
        for (const key of [...present.keys()].sort()) {
          fresh.put(key, unitsOf(present.get(key) ?? textOf('')));
        }
        expect(index.size).toBe(fresh.size);
        for (const key of present.keys()) {
          expect(plain(index.pairsOf(key))).toEqual(plain(fresh.pairsOf(key)));
        }
        const sorted = (all: ParallelPair[]): readonly string[] =>
          plain(all)
            .map((pair) => JSON.stringify(pair))
            .sort();
        expect(sorted(allPairsOf(index))).toEqual(sorted(allPairsOf(fresh)));
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  test('U4 the pairs of a text are those of all texts that have an end in it, from either side', () => {
    fc.assert(
      fc.property(reusing, (texts) => {
        const index = indexOf(texts);
        const all = plain(allPairsOf(index)).map((pair) => JSON.stringify(pair));
        const halves = [...index.allPairs(0, 2), ...index.allPairs(1, 2)].flat();
        expect(
          plain(halves)
            .map((pair) => JSON.stringify(pair))
            .sort(),
        ).toEqual(all.sort());
        const each = texts.flatMap((_, key) => plain(index.pairsOf(key)));
        const found = new Set(each.map((pair) => JSON.stringify(pair)));
        expect([...found].sort()).toEqual(all);
        expect(each.length).toBe(all.length * 2);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('U1 case, accents, quotation marks, hyphens and numbers in words or digits make no difference', () => {
    const texts = [
      textOf(
        '“Élysée hot-spot talks brought about two hundred billion dollars last year,” he said.',
      ),
      textOf('"ELYSEE hot spot talks brought about 200 billion dollars last year" — she wrote.'),
      textOf('Elysée hot-spot talks brought about 200bn dollars last year; nobody knows.'),
    ];
    const pairs = allPairsOf(indexOf(texts));
    expect(pairs.map(({ verbatim, words }) => [verbatim, words])).toEqual([
      [true, 11],
      [true, 11],
      [true, 11],
    ]);
  });

  test('U2 a quotation that goes on in the next paragraph is one passage', () => {
    const texts = [
      textOf(
        'He said: “The crossing will cost eight million crowns more than was planned.',
        '“Nobody on the island was asked about it before the contract was signed,” he added.',
      ),
      textOf(
        'According to him “the crossing will cost eight million crowns more than was planned.',
        'Nobody on the island was asked about it before the contract was signed”.',
      ),
    ];
    const [only, ...others] = allPairsOf(indexOf(texts));
    expect(others).toEqual([]);
    expect(only?.words).toBe(24);
    expect(only?.verbatim).toBe(true);
  });

  test('U2 of scripts without spaces two signs count as a word', () => {
    const texts = [
      textOf('习近平强调中俄双方应加强战略协作维护各自国家主权安全和发展利益'),
      textOf('他说，双方应加强战略协作，维护国家主权安全和发展利益。'),
      textOf('中俄关系'),
    ];
    const [only, ...others] = allPairsOf(indexOf(texts));
    expect(others).toEqual([]);
    expect(quotesOf(texts, only ?? { one: missing, other: missing })[1]).toBe(
      '双方应加强战略协作，维护国家主权安全和发展利益',
    );
    expect(only?.words).toBe(11);
  });

  const missing = { key: 0, start: 0, end: 0, quoted: false } as ParallelPair['one'];
});

const paths = sharedCorpus('xi-putin-calls');

describe.skipIf(paths.length === 0)('U: parallel passages of five real articles', () => {
  async function read() {
    const files = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
    const texts = files.map((file) =>
      textOf(...file.split('\n').filter((line) => line.trim() !== '')),
    );
    const index = indexOf(texts);
    return { texts, index, pairs: allPairsOf(index) };
  }

  test('U3 every run of eight words that two of them share is inside a pair', async () => {
    const { texts, pairs } = await read();
    expect(pairs.length).toBeGreaterThan(5);
    expect(lostOf(texts, pairs)).toEqual([]);
  });

  test('U7 the quotation in two wordings is a cluster, and ranks above names and offices', async () => {
    const { texts, index, pairs } = await read();
    const clusters = index.clusters(pairs);
    const told = clusters.map(({ passages, wordings, texts: count, formula }) => ({
      wordings,
      count,
      formula,
      first:
        passages[0] === undefined
          ? ''
          : texts[passages[0].key]?.text.slice(passages[0].start, passages[0].end),
    }));
    const quotation = told.findIndex(({ first }) => first?.includes('trials and tribulations'));
    const names = told.findIndex(({ count }) => count === 4);
    expect(told[quotation]).toMatchObject({ wordings: 2, count: 2, formula: null });
    expect(told[names]).toMatchObject({ formula: 'names' });
    expect(quotation).toBeLessThan(names);
    const pairOf = (words: string) =>
      pairs.find((pair) => quotesOf(texts, pair)[0].includes(words))?.score ?? 0;
    expect(pairOf('trials and tribulations')).toBeGreaterThan(
      2 * pairOf('President Xi Jinping and Russian President'),
    );
  });
});

test('what fails over one text is told, and the others are gone through', () => {
  const shared = 'the ferry left the harbour of the old town at seven with all its lights out';
  const index = indexOf([0, 2].map((count) => textOf(`${shared} number ${count}`)));
  const units = unitsOf(textOf(`${shared} number one`));
  let isFaulty = false;
  const hashes = new Proxy(units.hashes, {
    get(target, name) {
      if (isFaulty) throw new RangeError('A fault.');
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  index.put(9, { ...units, hashes });
  const failed: number[] = [];
  const watch = {
    begins: (key: number) => {
      isFaulty = key === 9;
    },
    failed: (key: number) => failed.push(key),
  };
  const pairs = [...index.allPairs(0, 1, watch)].flat();
  expect(failed).toEqual([9]);
  expect(pairs.map(({ one, other }) => [one.key, other.key])).toEqual([[0, 1]]);
});
