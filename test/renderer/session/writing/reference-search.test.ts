import { beforeAll, describe, expect, test } from 'vitest';
import { mentionName } from '../../../../app/brief/mention-name.ts';
import type { MentionTarget } from '../../../../app/brief/mentions.ts';
import type { AnnotationId } from '../../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  ProjectRecord,
  TagRecord,
} from '../../../../app/record/records.ts';
import { foldPlain } from '../../../../app/search/fold-words.ts';
import type { Session } from '../../../../renderer/session/session.ts';
import { searchReferences } from '../../../../renderer/session/writing/reference-search.ts';
import { noteBeginning, shownRecord } from '../../../../renderer/session/writing/references.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import {
  countingMaker,
  sampleArticle,
  samplePassage,
  sampleTag,
} from '../../../support/records.ts';

const articleCount = 10_000;
const eachArticle = 10;
const words = ['harbour', 'tunnel', 'Grèvemont', 'crowns', 'ferry', 'minister', 'date', 'survey'];

const maker = countingMaker();
const index = new RecordIndex();
const articles: ArticleRecord[] = [];
const annotations: AnnotationRecord[] = [];
let claim: ClaimRecord;
let tag: TagRecord;

/** The same words for the same number, each combination now and then. */
function wordsFor(number: number): string {
  return [number, Math.floor(number / 8), Math.floor(number / 64)]
    .map((part) => words[part % words.length])
    .join(' ');
}

beforeAll(() => {
  const records: ProjectRecord[] = [];
  for (let number = 1; number <= articleCount; number += 1) {
    const sample = sampleArticle(maker, number);
    const title = `Report ${number} on the ${wordsFor(number)}`;
    const article = { ...sample, detected: { ...sample.detected, title } };
    articles.push(
      number === 9_000 ? nextRecord(maker, article, { trashedAt: maker.now() }) : article,
    );
    for (let each = 1; each <= eachArticle; each += 1) {
      const quote = `${wordsFor(number * 7 + each)} said witness ${number * eachArticle + each}`;
      annotations.push(
        newRecord(maker, 'annotation', {
          articleId: article.id,
          number: each,
          passage: samplePassage(article.revisionId, each * 100, quote),
          tagIds: [],
          note: null,
        }),
      );
    }
  }
  claim = newRecord(maker, 'claim', {
    number: 4,
    wording: 'The tunnel opens in 2034.',
    speaker: 'Premier Ansel',
    saidOn: null,
    status: 'open',
    confidence: null,
    tagIds: [],
    note: null,
  });
  tag = sampleTag(maker, 'tunnel');
  records.push(...articles, ...annotations, claim, tag);
  index.load(records);
});

/** As much of a session as searching asks for. */
function session(active: ArticleRecord | null = null): Session {
  return { store: { records: index }, activeArticle: () => active } as unknown as Session;
}

/** Everything that a search told, the last one when it was done. */
async function search(typed: string, owner = ''): Promise<(readonly MentionTarget[])[]> {
  const told: (readonly MentionTarget[])[] = [];
  await new Promise<void>((resolve) => {
    searchReferences(session(), typed, owner, (found, isDone) => {
      told.push(found);
      if (isDone) resolve();
    });
  });
  return told;
}

async function found(typed: string, owner = ''): Promise<readonly MentionTarget[]> {
  return (await search(typed, owner)).at(-1) ?? [];
}

function names(targets: readonly MentionTarget[]): (string | undefined)[] {
  return targets.map((target) => {
    const shown = shownRecord(index, target);
    return `${shown?.label} ${shown?.name}`.trim();
  });
}

describe('N2 finding what to mention among 10,000 articles and 100,000 annotations', () => {
  test('numbers find the article, the annotation and the claim that they are', async () => {
    expect((await found('3:10'))[0]).toEqual({ kind: 'annotation', id: annotations[29]?.id });
    expect((await found('c4'))[0]).toEqual({ kind: 'claim', id: claim.id });
    expect((await found('77'))[0]).toEqual({ kind: 'article', id: articles[76]?.id });
    const all = await found('12:');
    expect(all).toEqual(annotations.slice(110, 118).map(({ id }) => ({ kind: 'annotation', id })));
    expect((await found('12:1')).map(({ id }) => id)).toEqual([
      annotations[110]?.id,
      annotations[119]?.id,
    ]);
  });

  test('a tag comes before a claim, a claim before articles and annotations that go as well', async () => {
    const targets = await found('tunnel');
    expect(targets[0]).toEqual({ kind: 'tag', id: tag.id });
    expect(targets).toHaveLength(8);
    expect((await found('the tunnel op'))[0]).toEqual({ kind: 'claim', id: claim.id });
    expect(names(await found('report 4321 on'))).toEqual([
      expect.stringMatching(/^4321 Report 4321/),
    ]);
  });

  test('the words of one annotation in a hundred thousand find it, accents set aside', async () => {
    const wanted = annotations[54_321];
    const number = /\d+$/.exec(wanted?.passage.quote ?? '')?.[0] ?? '';
    expect((await found(`witness ${number}`))[0]).toEqual({ kind: 'annotation', id: wanted?.id });
    const accented = annotations.findLast(
      ({ passage, articleId }) =>
        foldPlain(passage.quote).startsWith('grevemont') && articleId !== articles[8_999]?.id,
    );
    const ofThem = (await found('grevemont')).filter(({ kind }) => kind === 'annotation');
    expect(ofThem[0]?.id).toBe(accented?.id);
  });

  test('each of what is found holds every word; what nobody said finds nothing', async () => {
    for (const typed of ['ferry date', 'crowns survey said', 'itness 5']) {
      const parts = foldPlain(typed).split(' ');
      const targets = await found(typed);
      expect(targets.length).toBeGreaterThan(0);
      for (const name of names(targets)) {
        for (const part of parts) expect(foldPlain(name ?? '')).toContain(part);
      }
    }
    expect(await found('nobody ever said this')).toEqual([]);
  });

  test('what is in the trash, and whose note is written, is left out', async () => {
    expect(await found('9000:1')).toEqual([]);
    expect((await found('report 9000 on')).map(({ id }) => id)).not.toContain(articles[8_999]?.id);
    const ofTrashed = annotations[8_999 * eachArticle]?.passage.quote ?? '';
    const number = /\d+$/.exec(ofTrashed)?.[0] ?? '';
    expect(await found(`witness ${number}`)).not.toContainEqual({
      kind: 'annotation',
      id: annotations[8_999 * eachArticle]?.id,
    });
    const own = annotations[29]?.id as AnnotationId;
    expect((await found('3:10', own)).map(({ id }) => id)).not.toContain(own);
  });

  test('names are told before all annotations were looked at, and a search that was ended tells no more', async () => {
    const told = await search('witness 99990');
    expect(told.length).toBeGreaterThan(1);
    let count = 0;
    const stop = searchReferences(session(), 'nobody ever said this', '', () => {
      count += 1;
    });
    const atOnce = count;
    stop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(count).toBe(atOnce);
  });

  test('with nothing typed, what is at hand is offered', () => {
    const active = articles[4] ?? null;
    let told: readonly MentionTarget[] = [];
    searchReferences(session(active), '', annotations[49]?.id ?? '', (targets) => {
      told = targets;
    });
    expect(told).toContainEqual({ kind: 'article', id: active?.id });
    expect(told).toContainEqual({ kind: 'annotation', id: annotations[48]?.id });
    expect(told).not.toContainEqual({ kind: 'annotation', id: annotations[49]?.id });
    expect(told).toContainEqual({ kind: 'claim', id: claim.id });
    expect(told).toContainEqual({ kind: 'tag', id: tag.id });
  });
});

describe('How records are named', () => {
  test('N4 an export prints no words of a source for a reference', () => {
    const annotation = annotations[29];
    const id = annotation?.id as AnnotationId;
    expect(mentionName(index, { kind: 'annotation', id })).toBe('3:10');
    expect(mentionName(index, { kind: 'claim', id: claim.id })).toBe(
      'C4: The tunnel opens in 2034.',
    );
    expect(mentionName(index, { kind: 'tag', id: tag.id })).toBe('tunnel');
    expect(mentionName(index, { kind: 'tag', id: claim.id as never })).toBe('[removed tag]');
  });

  test('the beginning of a note is its words with names for references, cut at no half sign', () => {
    const note = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'See ' },
            { type: 'reference', attrs: { kind: 'tag', id: tag.id } },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: `and ${'😀'.repeat(100)}` }] },
      ],
    };
    const words = noteBeginning(index, note);
    expect(words).toMatch(/^See tunnel and 😀+…$/u);
    expect(words.isWellFormed()).toBe(true);
    expect(noteBeginning(index, null)).toBe('');
  });
});
