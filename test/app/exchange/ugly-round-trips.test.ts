import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { partsOf, wordsIn } from './both-ways.ts';
import { written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { type UglyProject, uglyProject, uglyShapes } from './ugly-project.ts';

const shapes = fc.sample(uglyShapes, { seed: 20310901, numRuns: 12 });

interface Case {
  readonly id: string;
  /** Whether articles come with the file, else they are there. */
  readonly hasTexts: boolean;
  readonly hasTags: boolean;
  readonly hasClaims: 'all' | 'with evidence' | 'none';
  readonly links: 'all' | 'in one text' | 'with what goes' | 'none';
  readonly hasQuestions: boolean;
}

const cases: readonly Case[] = [
  {
    id: 'web-annotation',
    hasTexts: false,
    hasTags: true,
    hasClaims: 'with evidence',
    links: 'with what goes',
    hasQuestions: false,
  },
  {
    id: 'refi-qda',
    hasTexts: true,
    hasTags: true,
    hasClaims: 'all',
    links: 'all',
    hasQuestions: false,
  },
  {
    id: 'markdown-vault',
    hasTexts: true,
    hasTags: true,
    hasClaims: 'all',
    links: 'all',
    hasQuestions: true,
  },
  {
    id: 'brat',
    hasTexts: true,
    hasTags: true,
    hasClaims: 'none',
    links: 'in one text',
    hasQuestions: false,
  },
  {
    id: 'annotations-csv',
    hasTexts: false,
    hasTags: true,
    hasClaims: 'none',
    links: 'none',
    hasQuestions: false,
  },
];

/** Names from the top down. */
function pathOf(records: RecordSource, id: string): string {
  const tag = records.get('tag', id);
  if (tag === null) return '?';
  return JSON.stringify([...(tag.parentId ? [pathOf(records, tag.parentId)] : []), tag.name]);
}

/** What a format holds of every record, by id; tags by their paths, notes by their words. */
function held(records: RecordSource, one: Case, isOld: (id: string) => boolean): unknown {
  const paths = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => pathOf(records, id)).sort();
  const hasEvidence = (id: string): boolean => records.evidenceOf(id as never).length > 0;
  const goes = (id: string): boolean =>
    records.get('annotation', id) !== null ||
    (one.hasClaims === 'all' && records.get('claim', id) !== null) ||
    (one.hasClaims === 'with evidence' && hasEvidence(id));
  const byId = <Item extends { readonly id: string }>(all: readonly Item[]): readonly Item[] =>
    [...all].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    articles: byId(records.list('article')).map((article) => [
      ...[article.id, article.number, effectiveMetadata(article), article.tagIds?.length ?? 0],
      records.get('revision', article.revisionId)?.hash,
    ]),
    annotations: byId(records.list('annotation')).map((annotation) => {
      const { id, number, passage, tagIds, note, author, createdAt } = annotation;
      const { start, end, quote, prefix, suffix } = passage;
      const hash = records.get('revision', passage.revisionId)?.hash;
      const made = one.id === 'brat' ? [] : [author, createdAt];
      // An earlier revision is an article of its own elsewhere: its numbers are its own.
      const place = isOld(id) ? null : number;
      const where = [start, end, quote, prefix, suffix, hash];
      return [id, one.id === 'brat' ? null : place, where, paths(tagIds), wordsIn(note), made];
    }),
    tags: records
      .list('tag')
      .map(({ id }) => pathOf(records, id))
      .sort(),
    claims: byId(records.list('claim'))
      .filter(({ id }) => goes(id))
      .map(({ id, number, wording, status, tagIds, note, ...claim }) => {
        const more = [claim.speaker, claim.saidOn, claim.place ?? null, claim.importance ?? null];
        const questions = one.hasQuestions ? (claim.questions ?? []) : [];
        const rest = [...more, questions, claim.parentId ?? null, claim.confidence];
        const all = [id, number, wording, status, paths(tagIds), wordsIn(note)];
        return one.hasClaims === 'all' ? [...all, ...rest] : all;
      }),
    evidence: byId(records.list('evidence'))
      .filter(({ claimId }) => goes(claimId))
      .map(({ id, claimId, annotationId, stance }) => [id, claimId, annotationId, stance]),
    links: byId(records.list('link'))
      .filter(({ from, to }) => {
        if (one.links === 'none') return false;
        const ends = [from, to.id].map((id) => records.get('annotation', id));
        const [start, end] = ends.map((end) => end?.passage.revisionId);
        return one.links === 'in one text'
          ? start !== undefined && start === end
          : goes(from) && goes(to.id);
      })
      .map(({ id, typeId, from, fromKind, to, note }) => [
        ...[one.id === 'brat' ? '' : id, records.get('linkType', typeId)?.name],
        ...[from, fromKind ?? '', to, note ?? ''],
      ]),
  };
}

async function there(one: Case, project: UglyProject) {
  const { writer } = partsOf(one.id);
  const { bytes, report } = await written(writer, project.records, {}, project.texts);
  const base = [...project.records.all.values()].filter(
    ({ kind }) => kind === 'article' || kind === 'revision',
  );
  const known = recordSourceOf(
    one.hasTexts
      ? []
      : base.map((record) =>
          // As they were before anybody annotated them.
          record.kind === 'article' ? { ...record, annotationsMade: 0, tagIds: [] } : record,
        ),
  );
  return { bytes, report, known };
}

describe('J9 ugly projects, out and in again', () => {
  test.each(cases)('$id: what it can hold comes back equal, and once', async (one) => {
    const { reader } = partsOf(one.id);
    for (const shape of shapes) {
      const project = uglyProject(shape);
      const { bytes, report, known } = await there(one, project);
      const old = oldOnes(project.records);
      const isOld = (id: string): boolean => old.has(id);
      if (one.hasClaims !== 'none' && !one.hasQuestions) {
        expect(report.lost.map(({ what }) => what).join('\n')).toMatch(/questions/i);
      }
      const back = await imported(reader, bytes, known, project.texts);
      expect(back.report.refused).toEqual([]);
      const [mine, theirs] = [
        held(project.records, one, isOld),
        held(back.records, one, isOld),
      ] as {
        articles: readonly (readonly unknown[])[];
      }[];
      if (mine === undefined || theirs === undefined) throw new Error('Nothing is held.');
      const ids = new Set(mine.articles.map(([id]) => id));
      // The text of an earlier revision is an article of its own there.
      const articles = theirs.articles.filter(([id]) => ids.has(id));
      const own = one.hasTexts ? mine.articles : mine.articles.map(withoutTags);
      expect({ ...theirs, articles: one.hasTexts ? articles : articles.map(withoutTags) }).toEqual({
        ...mine,
        articles: own,
      });
      const again = await imported(reader, bytes, back.records, back.texts);
      expect(again.diff).toEqual({ added: [], updated: [], removed: [] });
      const home = await imported(reader, bytes, project.records, project.texts);
      expect(home.diff).toEqual({ added: [], updated: [], removed: [] });
    }
  });
});

function withoutTags(article: readonly unknown[]): readonly unknown[] {
  return article.filter((_, index) => index !== 3);
}

/** Annotations of earlier revisions. */
function oldOnes(records: RecordSource): ReadonlySet<string> {
  const present = new Set(records.list('article').map(({ revisionId }) => revisionId));
  const old = records.list('annotation').filter(({ passage }) => !present.has(passage.revisionId));
  return new Set(old.map(({ id }) => id));
}
