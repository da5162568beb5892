import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type {
  AnnotationDraft,
  ArticleDraft,
  ImportDraft,
} from '../../../app/exchange/import-draft.ts';
import { refiReader } from '../../../app/exchange/refi/read-qdpx.ts';
import { refiWriter } from '../../../app/exchange/refi/write-qdpx.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { importFile, readDrafts, written } from './exchange-io.ts';
import { imported } from './planned-import.ts';
import { projectOf, projectShapes, type WrittenProject } from './written-project.ts';

const empty = new RecordIndex();
const shapes = fc.sample(projectShapes, { seed: 20310707, numRuns: 30 });

function exported(project: WrittenProject) {
  return written(refiWriter, project.records, {}, project.texts);
}

async function projectXmlOf(bytes: Uint8Array): Promise<string> {
  const files = await unpackFile(importFile('a.qdpx', bytes));
  const [qde] = files.filter(({ name }) => name === 'project.qde');
  if (qde === undefined) throw new Error('No project.qde.');
  return new TextDecoder().decode(await qde.bytes());
}

function ofKind<Kind extends ImportDraft['kind']>(drafts: readonly ImportDraft[], kind: Kind) {
  return drafts.filter(
    (draft): draft is Extract<ImportDraft, { kind: Kind }> => draft.kind === kind,
  );
}

/** The words of each annotation, by its key. */
function quotes(drafts: readonly ImportDraft[]): ReadonlyMap<string, string> {
  const texts = new Map(
    ofKind(drafts, 'article').map((article) => [article.key, article.positionsIn ?? '']),
  );
  return new Map(ofKind(drafts, 'annotation').map((draft) => [draft.key, quoteOf(draft, texts)]));
}

function quoteOf(draft: AnnotationDraft, texts: ReadonlyMap<string, string>): string {
  const { position } = draft.selector ?? {};
  const text = texts.get(draft.target.key ?? '') ?? '';
  return position === undefined ? '' : text.slice(position.start, position.end);
}

function blocksOf(article: ArticleDraft): string {
  return 'blocks' in article.text ? article.text.blocks.map(({ text }) => text).join('\n') : '';
}

describe('a project as QDPX', () => {
  test('J10: every export is valid after Project.xsd', async () => {
    const xsd = sharedCorpus('exchange/refi-qda').find((path) => path.endsWith('Project.xsd'));
    if (xsd === undefined) return void process.stderr.write('The schema of REFI-QDA is absent.\n');
    const schema = await readFile(xsd, 'utf8');
    const files: { readonly fileName: string; readonly contents: string }[] = [];
    for (const [index, shape] of shapes.entries()) {
      const { bytes } = await exported(projectOf(shape));
      files.push({ fileName: `${index}.qde`, contents: await projectXmlOf(bytes) });
    }
    const checked = await validateXML({ xml: files, schema });
    expect(checked.errors).toEqual([]);
    const wrong = {
      fileName: 'wrong.qde',
      contents: (files[0]?.contents ?? '').replace('guid="', 'guid="x'),
    };
    expect((await validateXML({ xml: [wrong], schema })).valid).toBe(false);
  });

  test('J11: the same records are the same bytes', async () => {
    for (const shape of shapes.slice(0, 5)) {
      const [one, other] = [await exported(projectOf(shape)), await exported(projectOf(shape))];
      expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    }
  });

  test('J12: read again it is the same texts, words, tags, notes, claims and links', async () => {
    for (const shape of shapes) {
      const project = projectOf(shape);
      const { records } = project;
      const { bytes, report: told } = await exported(project);
      const { drafts, report } = await readDrafts(refiReader, bytes, empty, 'a.qdpx');
      expect(report).toEqual({
        carried: {},
        known: {},
        lost: [],
        refused: [],
        refusedCount: 0,
        remarks: [],
      });
      const texts = ofKind(drafts, 'article').map(blocksOf);
      expect(texts).toEqual([...project.texted.values()].map(({ text }) => text));
      expect(
        ofKind(drafts, 'article').map(({ key, metadata, tags }) => ({ key, metadata, tags })),
      ).toEqual(
        records.list('article').map(({ id, detected, tagIds = [] }) => ({
          key: id,
          metadata: Object.fromEntries(
            Object.entries(detected).filter(([, value]) => value !== null),
          ),
          tags: tagIds.map((key) => ({ key })),
        })),
      );
      expect([...quotes(drafts)].sort()).toEqual(
        records
          .list('annotation')
          .map(({ id, passage }) => [id, passage.quote])
          .sort(),
      );
      const annotations = ofKind(drafts, 'annotation');
      for (const { key, tags, note, number, author, createdAt } of annotations) {
        const record = records.get('annotation', key);
        expect({ tags, note, number, author, createdAt }).toEqual({
          tags: record?.tagIds.map((id) => ({ key: id })),
          note: record?.note,
          number: record?.number,
          author: record?.author,
          createdAt: record?.createdAt,
        });
      }
      expect(
        ofKind(drafts, 'tag').map(({ key, name, parentKey, color, description }) => [
          key,
          name,
          parentKey,
          color,
          description ?? '',
        ]),
      ).toEqual(
        ofKind(drafts, 'tag').map(({ key }) => {
          const tag = records.get('tag', key);
          return [key, tag?.name, tag?.parentId, tag?.color, tag?.description];
        }),
      );
      expect(ofKind(drafts, 'tag')).toHaveLength(records.count('tag'));
      expect(
        ofKind(drafts, 'claim').map(
          ({ key, wording, speaker, confidence, parentKey, status, number, tags }) => ({
            ...{ key, wording, confidence, parentKey, status, number, tags },
            speaker: speaker && 'name' in speaker ? speaker.name : null,
          }),
        ),
      ).toEqual(
        ofKind(drafts, 'claim').map(({ key }) => {
          const claim = records.get('claim', key);
          return {
            ...{
              key,
              wording: claim?.wording,
              confidence: claim?.confidence,
              parentKey: claim?.parentId,
            },
            ...{ status: claim?.status, number: claim?.number, speaker: claim?.speaker },
            tags: claim?.tagIds.map((id) => ({ key: id })),
          };
        }),
      );
      expect(ofKind(drafts, 'claim')).toHaveLength(records.count('claim'));
      expect(
        ofKind(drafts, 'evidence').map(({ key, claimKey, annotationKey, stance }) => [
          key,
          claimKey,
          annotationKey,
          stance,
        ]),
      ).toEqual(
        records
          .list('evidence')
          .map(({ id, claimId, annotationId, stance }) => [id, claimId, annotationId, stance]),
      );
      expect(
        ofKind(drafts, 'link').map(({ key, type, from, to, note }) => [
          key,
          type.name,
          type.symmetric,
          from.key,
          to,
          note,
        ]),
      ).toEqual(
        records.list('link').map(({ id, typeId, from, to, note }) => {
          const type = records.get('linkType', typeId);
          return [
            id,
            type?.name,
            type?.symmetric,
            from,
            { kind: to.kind, key: to.id },
            note ?? null,
          ];
        }),
      );
      const { annotation = 0, article } = told.carried;
      expect([annotation, article]).toEqual([
        records.count('annotation'),
        records.count('article'),
      ]);
    }
  });
});

describe('projects of other programs', () => {
  test('J13: the sample of another program arrives with its 262 codes, 158 selections and 205 codings, at whole words', async () => {
    const path = sharedCorpus('exchange/refi-qda').find((one) => one.endsWith('demo.qdpx'));
    if (path === undefined) return void process.stderr.write('The sample of REFI-QDA is absent.\n');
    const { drafts, report } = await readDrafts(
      refiReader,
      await readFile(path),
      empty,
      'demo.qdpx',
    );
    expect(report).toEqual({
      carried: {},
      known: {},
      lost: [],
      refused: [],
      refusedCount: 0,
      remarks: [],
    });
    expect(ofKind(drafts, 'tag')).toHaveLength(262);
    const annotations = ofKind(drafts, 'annotation');
    expect(annotations).toHaveLength(158);
    expect(annotations.reduce((sum, { tags }) => sum + tags.length, 0)).toBe(205);
    const texts = new Map(
      ofKind(drafts, 'article').map(({ key, positionsIn = '' }) => [key, positionsIn]),
    );
    for (const draft of annotations) {
      const text = texts.get(draft.target.key ?? '') ?? '';
      const { start = 0, end = 0 } = draft.selector?.position ?? {};
      // Lines of a transcript, each coded as a whole.
      expect(text.slice(start, end)).toBe(
        text.split('\n')[text.slice(0, start).split('\n').length - 1]?.trim(),
      );
      expect(draft.author).toBe('cp');
    }
  });

  test('J13: its passages stand at the right words of the articles, and a second import adds nothing', async () => {
    const path = sharedCorpus('exchange/refi-qda').find((one) => one.endsWith('demo.qdpx'));
    if (path === undefined) return void process.stderr.write('The sample of REFI-QDA is absent.\n');
    const bytes = await readFile(path);
    const { drafts } = await readDrafts(refiReader, bytes, empty, 'demo.qdpx');
    const words = [...quotes(drafts).values()].map(folded).sort();
    const first = await imported(refiReader, bytes, recordSourceOf([]), { read: async () => null });
    const annotations = first.records.list('annotation');
    expect(first.report.refused).toEqual([]);
    expect(annotations.map(({ passage }) => folded(passage.quote)).sort()).toEqual(words);
    for (const { passage } of annotations) {
      expect(/\p{Letter}$/u.test(passage.prefix) && /^\p{Letter}/u.test(passage.quote)).toBe(false);
      expect(/\p{Letter}$/u.test(passage.quote) && /^\p{Letter}/u.test(passage.suffix)).toBe(false);
    }
    expect(annotations.reduce((sum, { tagIds }) => sum + tagIds.length, 0)).toBe(205);
    expect(first.records.count('tag')).toBe(262);
    const second = await imported(refiReader, bytes, first.records, first.texts);
    expect(second.diff).toEqual({ added: [], updated: [], removed: [] });
    // And out again: every code, selection and coding.
    const { bytes: out } = await written(refiWriter, first.records, {}, first.texts);
    const again = await readDrafts(refiReader, out, empty, 'again.qdpx');
    expect([...quotes(again.drafts).values()].map(folded).sort()).toEqual(words);
    expect(ofKind(again.drafts, 'tag')).toHaveLength(262);
  });
});

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
