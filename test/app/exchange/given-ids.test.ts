import { expect, test } from 'vitest';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { planned } from './planned-import.ts';
import { type ProjectShape, projectOf } from './written-project.ts';

const shape: ProjectShape = {
  articles: [
    {
      title: 'Ferry sinks',
      outlet: 'Harbour Times',
      published: '2031-05-12',
      paragraphs: ['The ferry sank off the pier.'],
      passages: [],
      tags: [],
    },
  ],
  tags: [],
  claims: [],
  links: [],
};

test('J3 one id for records of several kinds in a file: the first has it, what names the others finds them', async () => {
  const id = '018f1000-0000-7000-8000-0000000000aa';
  const drafts: ImportDraft[] = [
    { kind: 'tag', key: id, name: 'People' },
    {
      ...{ kind: 'annotation', key: id, where: 'item 1', target: { title: 'Ferry sinks' } },
      selector: { quote: 'off the pier' },
      ...{ tags: [{ key: id }], note: null },
    },
    { kind: 'claim', key: id, where: 'item 2', wording: 'The ferry sank.' },
    {
      ...{ kind: 'evidence', key: id, where: 'item 3', claimKey: id, annotationKey: id },
      stance: 'asserts',
    },
  ];
  const { records, texts } = projectOf(shape);
  const { diff, records: after, report } = await planned(drafts, { records, texts });
  const ids = diff.added.map((record) => record.id);
  expect(new Set(ids).size).toBe(ids.length);
  const [annotation] = after.list('annotation');
  const [claim] = after.list('claim');
  expect(annotation?.tagIds.map((tag) => after.get('tag', tag)?.name)).toEqual(['People']);
  expect(after.list('evidence')).toMatchObject([
    { claimId: claim?.id, annotationId: annotation?.id, stance: 'asserts' },
  ]);
  expect(report.refused).toEqual([]);
});
