import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { partsOf, wordsIn } from './both-ways.ts';
import { written } from './exchange-io.ts';
import { nastyProject, nastyShapes } from './nasty-project.ts';
import { imported } from './planned-import.ts';
import { type UglyProject, uglyProject, uglyShapes } from './ugly-project.ts';

const shapes = fc.sample(fc.tuple(uglyShapes, nastyShapes), { seed: 20311122, numRuns: 10 });

function pathOf(records: RecordSource, id: string): string {
  const tag = records.get('tag', id);
  if (tag === null) return '?';
  // Every import makes one space of several (`draftName`).
  const name = tag.name.replace(/\s+/g, ' ');
  return JSON.stringify([...(tag.parentId ? [pathOf(records, tag.parentId)] : []), name]);
}

/** Every field of every record that tables hold. Tags have ids of their own elsewhere. */
function held(records: RecordSource): Readonly<Record<string, readonly unknown[]>> {
  const sorted = <Item extends { readonly id: string }>(all: readonly Item[]): readonly Item[] =>
    [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
  const whole = (record: object): object => {
    const { rev, modifiedAt, ...rest } = record as { rev: unknown; modifiedAt: unknown };
    const plain = rest as { note?: RichTextNode | string | null; tagIds?: readonly string[] };
    return {
      ...plain,
      ...(plain.tagIds ? { tagIds: plain.tagIds.map((id) => pathOf(records, id)) } : {}),
      ...(typeof plain.note === 'object' ? { note: wordsIn(plain.note) } : {}),
    };
  };
  return {
    annotations: sorted(records.list('annotation')).map(whole),
    claims: sorted(records.list('claim')).map((claim) => ({
      place: null,
      importance: null,
      parentId: null,
      ...whole(claim),
      // A third has more digits than a table.
      confidence: claim.confidence === null ? null : Number(claim.confidence.toPrecision(12)),
    })),
    evidence: sorted(records.list('evidence')).map(whole),
    silences: sorted(records.list('silence')).map(whole),
    links: sorted(records.list('link')).map(whole),
    // One that no claim names is in no table, which the export tells.
    speakers: sorted(records.list('speaker'))
      .filter(({ id }) => records.list('claim').some(({ speakerId }) => speakerId === id))
      .map(({ id, name, nature }) => [id, name, nature]),
    types: sorted(records.list('linkType')).map(({ id, name, inverseName, symmetric }) => [
      ...[id, name, inverseName, symmetric],
    ]),
  };
}

/** The records that are not equal, each as text from where it differs. */
function differing(
  mine: Readonly<Record<string, readonly unknown[]>>,
  theirs: Readonly<Record<string, readonly unknown[]>>,
): readonly string[] {
  return Object.entries(mine).flatMap(([kind, records]) => {
    const others = theirs[kind] ?? [];
    if (records.length !== others.length) return [`${records.length}, ${others.length} ${kind}`];
    return records.flatMap((record, index) => {
      const [one, other] = [sortedJson(record), sortedJson(others[index])];
      if (one === other) return [];
      let at = 0;
      while (one[at] === other[at]) at += 1;
      const from = Math.max(0, at - 30);
      return [`${kind}: ${one.slice(from, at + 60)} / ${other.slice(from, at + 60)}`];
    });
  });
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)))
      : one,
  );
}

/** A project with the same articles, which nobody has worked on. */
function bare(project: UglyProject): RecordSource {
  return recordSourceOf(
    [...project.records.all.values()]
      .filter(({ kind }) => kind === 'article' || kind === 'revision')
      .map((record) =>
        record.kind === 'article' ? { ...record, annotationsMade: 0, tagIds: [] } : record,
      ),
  );
}

const tables = ['annotations-csv', 'claims-csv', 'links-csv'];

describe('J21 tables of a nasty project, out and in again', () => {
  test.each([
    ['three tables of text', tables],
    ['a workbook', ['workbook']],
  ])('%s: equal records, and nothing twice', async (_, formats) => {
    for (const [ugly, nasty] of shapes) {
      const project = nastyProject(uglyProject(ugly), nasty);
      let records = bare(project);
      for (const id of formats) {
        const { writer, reader } = partsOf(id);
        const { bytes } = await written(writer, project.records, {}, project.texts);
        const back = await imported(reader, bytes, records, project.texts);
        expect(back.report.refused, id).toEqual([]);
        expect(back.report.lost, id).toEqual(id === 'annotations-csv' ? back.report.lost : []);
        records = back.records;
      }
      // Not `toEqual`, which prints what is a hundred thousand signs long.
      expect(differing(held(project.records), held(records))).toEqual([]);
      for (const id of formats) {
        const { writer, reader } = partsOf(id);
        const { bytes } = await written(writer, project.records, {}, project.texts);
        for (const there of [records, project.records]) {
          const again = await imported(reader, bytes, there, project.texts);
          expect(again.diff, id).toEqual({ added: [], updated: [], removed: [] });
        }
      }
    }
  });

  test.each(['claims-csv', 'links-csv'])(
    '%s alone: its passages come with their places, and what they lack is told',
    async (id) => {
      for (const [ugly, nasty] of shapes.slice(0, 3)) {
        const project = nastyProject(uglyProject(ugly), nasty);
        const { writer, reader } = partsOf(id);
        const { bytes } = await written(writer, project.records, {}, project.texts);
        const back = await imported(reader, bytes, bare(project), project.texts);
        expect(back.report.refused).toEqual([]);
        expect(back.report.lost.map(({ what }) => what)).toContain(
          'Tags, notes and authors of passages',
        );
        const [mine, theirs] = [project.records, back.records];
        const kind = id === 'claims-csv' ? 'evidence' : 'link';
        expect(theirs.list(kind).map((one) => ({ ...one, rev: 0, modifiedAt: '' }))).toEqual(
          mine.list(kind).map((one) => ({ ...one, rev: 0, modifiedAt: '' })),
        );
        for (const { id: one, passage } of theirs.list('annotation')) {
          expect(passage).toEqual(mine.get('annotation', one)?.passage);
        }
        for (const { id: one, wording, number } of theirs.list('claim')) {
          expect(mine.get('claim', one)).toMatchObject({ wording, number });
        }
      }
    },
  );
});
