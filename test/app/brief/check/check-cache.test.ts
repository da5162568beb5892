import { describe, expect, it } from 'vitest';
import {
  type CheckInput,
  checkBrief,
  checkBriefInSteps,
} from '../../../../app/brief/check/check-brief.ts';
import { CheckCache } from '../../../../app/brief/check/check-cache.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';

const blockCount = 400;
const articleCount = 5;

function project() {
  const fixture = new BriefFixture();
  const content: RichTextNode[] = [];
  const cited = Array.from({ length: articleCount }, (_, index) => {
    const words = `On day ${index + 1} the cost of ${index + 2} tunnels rose by ${index + 3} per cent.`;
    const article = fixture.article(`${words}\n${'More words of this article. '.repeat(40)}`);
    return annotateWords(fixture, article, words);
  });
  fixture.claim(
    'The cost of the tunnels rose.',
    cited.map((one) => [one, 'asserts']),
  );
  for (let index = 0; index < blockCount; index += 1) {
    const annotation = cited[index % articleCount];
    if (annotation === undefined) throw new Error('no annotation');
    content.push(
      paragraph(
        `Paragraph ${index} of the brief says that the cost of the ${index % 7} tunnels rose by ${index % 9} per cent `,
        inlineCitation(annotation),
        '.',
      ),
    );
  }
  return { fixture, content, cited };
}

type Project = ReturnType<typeof project>;

function input(
  { fixture }: Project,
  content: readonly RichTextNode[],
  cache: CheckCache,
  changed: readonly ProjectRecord[] = [],
): CheckInput {
  const { annotations, articles, revisions, claims, evidence, texts } = fixture;
  const source = recordSourceOf([
    ...annotations,
    ...articles,
    ...revisions,
    ...claims,
    ...evidence,
    ...changed,
  ]);
  return { document: { type: 'doc', content }, source, texts, clusterOf: () => null, cache };
}

/** What a check adds to the counts, its findings compared with those of one that reads everything. */
function added(cache: CheckCache, given: CheckInput) {
  const before = { ...cache.counts };
  const report = checkBrief(given);
  const { cache: _, ...alone } = given;
  expect(report).toEqual(checkBrief(alone));
  const { counts } = cache;
  return {
    blocks: counts.blocks - before.blocks,
    lines: counts.lines - before.lines,
    passages: counts.passages - before.passages,
    texts: counts.texts - before.texts,
    comparisons: counts.comparisons - before.comparisons,
  };
}

/** What one step may add: nothing is read or compared in bulk before whoever runs the check can stop it. */
function largestStep(given: CheckInput): Record<string, number> {
  const counts = given.cache?.counts;
  if (counts === undefined) throw new Error('no cache');
  const largest: Record<string, number> = {};
  const steps = checkBriefInSteps(given);
  for (let before = { ...counts }; steps.next().done !== true; before = { ...counts }) {
    for (const [name, count] of Object.entries(counts)) {
      const added = count - before[name as keyof typeof before];
      largest[name] = Math.max(largest[name] ?? 0, added);
    }
  }
  return largest;
}

const nothing = { blocks: 0, lines: 0, passages: 0, texts: 0, comparisons: 0 };

describe('what a check reads again', () => {
  const own = project();
  const { content } = own;

  it('Y20 reads everything once, and then nothing', () => {
    const cache = new CheckCache();
    expect(added(cache, input(own, content, cache))).toEqual({
      blocks: blockCount,
      lines: blockCount,
      passages: articleCount,
      texts: articleCount,
      comparisons: blockCount * articleCount,
    });
    expect(added(cache, input(own, content, cache))).toEqual(nothing);
  });

  it('Y20 reads the block that was written in, wherever the others have moved to', () => {
    const cache = new CheckCache();
    checkBrief(input(own, content, cache));
    const one = paragraph(
      'They rose by 99 per cent, as everybody knows, and by nothing more than that ',
      ...(content[7]?.content ?? []),
    );
    const oneBlock = { ...nothing, blocks: 1, lines: 1, comparisons: articleCount };
    expect(added(cache, input(own, content.with(200, one), cache))).toEqual(oneBlock);
    const other = paragraph('One more block of words that stands before all the others here.');
    expect(added(cache, input(own, [other, ...content], cache))).toEqual({
      ...nothing,
      blocks: 1,
      comparisons: articleCount,
    });
    expect(added(cache, input(own, content.slice(1), cache))).toEqual(nothing);
  });

  it('Y20 reads the passage that has other words', () => {
    const cache = new CheckCache();
    checkBrief(input(own, content, cache));
    const [first] = own.cited;
    if (first === undefined) throw new Error('no annotation');
    const passage = { ...first.passage, quote: 'The cost of 2 tunnels fell by 3 per cent.' };
    const changed = [{ ...first, passage }];
    expect(added(cache, input(own, content, cache, changed))).toEqual({ ...nothing, passages: 1 });
  });

  it('Y20 lets passages go that a check did not ask for', () => {
    const cache = new CheckCache();
    checkBrief(input(own, content, cache));
    checkBrief(input(own, content.slice(0, 1), cache));
    expect(added(cache, input(own, content, cache)).passages).toBe(articleCount - 1);
  });
});

it('Y20 gives way in the midst of a long text', () => {
  const fixture = new BriefFixture();
  const text = Array.from({ length: 20_000 }, (_, index) => `word${index % 977}`).join(' ');
  const article = fixture.article(text);
  const cited = annotateWords(fixture, article, 'word1 word2 word3');
  const own = { fixture, content: [], cited: [] };
  const content = [paragraph('It says so ', inlineCitation(cited))];
  const steps = checkBriefInSteps(input(own, content, new CheckCache()));
  let count = 0;
  while (steps.next().done !== true) count += 1;
  expect(count).toBeGreaterThanOrEqual(10);
});

it('Y20 gives way after each line of a table, each passage of a claim and each piece of a long one', () => {
  const own = project();
  const { fixture } = own;
  const [claim] = fixture.claims;
  const line = 'On 5 May 2024 the cost of 7 tunnels rose by 3 per cent, as they all knew.';
  const long = fixture.article(Array.from({ length: 400 }, () => line).join('\n'));
  const all = annotateWords(fixture, long, Array.from({ length: 300 }, () => line).join('\n'));
  const cells = Array.from({ length: 200 }, (_, index) => ({
    type: 'table_cell',
    content: [paragraph(`Of ${index} tunnels “it rose by so much”.`)],
  }));
  const content: readonly RichTextNode[] = [
    { type: 'table', content: [{ type: 'table_row', content: cells }] },
    { type: 'blockquote', content: [paragraph('The cost of the tunnels rose by far.')] },
    paragraph('The cost rose by 44 per cent. ', inlineCitation(all)),
    paragraph('It rose by 45 per cent:'),
    { type: 'claim_citation', attrs: { claimId: claim?.id ?? '' } },
  ];
  const cache = new CheckCache();
  const largest = largestStep(input(own, content, cache));
  expect(cache.counts.units).toBe(204);
  expect(cache.counts.pieces).toBeGreaterThan(15);
  expect(largest.units).toBe(1);
  expect(largest.pieces).toBe(1);
  // A claim has its wording and the first of its passages before the first of them is read.
  expect(largest.passages).toBeLessThanOrEqual(articleCount + 1);
});
