import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RevisionHash, TextOffset } from '../../app/base/brand.ts';
import { type Maker, systemMaker } from '../../app/base/maker.ts';
import type { ArticleId, RevisionId, TagId } from '../../app/record/ids.ts';
import { newChange } from '../../app/record/new-change.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ProjectRecord,
  RevisionRecord,
} from '../../app/record/records.ts';
import type { Block } from '../../app/record/text.ts';
import { emptyBase, Journal } from '../../main/services/journal/journal.ts';
import { firstChange } from '../../main/services/project/first-change.ts';
import { makeProjectFolder } from '../../main/services/project/project-file.ts';
import { projectPaths } from '../../main/services/project/project-paths.ts';
import { type GeneratedArticle, generateArticles } from '../bench/corpus/generate-corpus.ts';
import { annotationsOf, madeOfAnnotations } from './work-done.ts';

/** Articles journalled at a time. */
const batch = 500;
const languages = ['en', 'en', 'en', 'de', 'fr', 'zh'];
const tagNames = ['agency', 'comment', 'official', 'picture story'];

/** What an analyst did in a project, as numbers. */
export interface WorkDone {
  /** In each article, spread over its text. */
  readonly annotationsEach: number;
  readonly claims: number;
  readonly links: number;
  /** Pieces of evidence a claim. Absent: two. */
  readonly evidenceEach?: number;
}

const noWork: WorkDone = { annotationsEach: 0, claims: 0, links: 0 };

interface MadeArticle {
  readonly article: ArticleRecord;
  readonly revision: RevisionRecord;
  readonly annotations: readonly AnnotationRecord[];
}

/** Articles with made words, as `generateArticles` makes them, but short: what lists do is measured, not the texts. */
export function shortArticles(count: number): Iterable<GeneratedArticle> {
  return generateArticles({ articles: count, bytes: count * 1_500, seed: 7 });
}

/** "Report 1", "Report 2" ..., one a day from 1 May 2031 on, in turn of three outlets and three languages. */
export function* reports(count: number): Generator<GeneratedArticle, void, void> {
  const outlets = ['Harbour Times', 'Agency Wire', 'The Lantern'];
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2031, 4, 1 + index)).toISOString();
    yield {
      index,
      fileName: `${index % 2 === 0 ? 'even' : 'odd'}/report-${index + 1}.txt`,
      format: 'text',
      title: `Report ${index + 1}`,
      outlet: outlets[index % 3] ?? '',
      byline: 'Ana Lindqvist',
      published: day.slice(0, 10),
      paragraphs: [`What report ${index + 1} says of the matter.`],
      copyOf: null,
    };
  }
}

/**
 * Makes a project folder that holds generated articles, as an import would have left it, without importing: what the
 * window does with many articles is measured, not how they came there. Some have tags, some are read.
 */
export async function makeFilledProject(
  folder: string,
  articles: Iterable<GeneratedArticle>,
  work: WorkDone = noWork,
): Promise<void> {
  const maker = systemMaker('Ada');
  const paths = projectPaths(folder);
  await makeProjectFolder(paths, maker);
  await mkdir(paths.texts, { recursive: true });
  const journal = await Journal.open({
    folder: paths.journal,
    base: emptyBase,
    readOnly: false,
    onEntry: () => undefined,
  });
  const append = async (name: string, added: readonly ProjectRecord[]): Promise<void> => {
    const change = newChange(maker, name, { added, updated: [], removed: [] });
    const result = await journal.append(change);
    if (!result.ok) throw new Error(result.error.message);
  };
  await journal.append(firstChange(maker, 'Filled'));
  const tags = tagNames.map((name, index) =>
    newRecord(maker, 'tag', {
      name,
      parentId: null,
      color: ((index % 8) + 1) as 1,
      description: '',
      key: index + 1,
    }),
  );
  await append('Add tags', tags);
  let records: ProjectRecord[] = [];
  const annotated: AnnotationRecord[] = [];
  for (const generated of articles) {
    const made = await makeArticle(maker, generated, paths.texts, tags, work);
    annotated.push(...made.annotations);
    records.push(made.article, made.revision, ...made.annotations);
    if (records.length < batch * 2) continue;
    await append('Import', records);
    records = [];
  }
  if (records.length > 0) await append('Import', records);
  for (const part of madeOfAnnotations(maker, annotated, work)) await append('Work', part);
  await journal.close();
}

async function makeArticle(
  maker: Maker,
  generated: GeneratedArticle,
  texts: string,
  tags: readonly { readonly id: TagId }[],
  work: WorkDone,
): Promise<MadeArticle> {
  const { index, title, outlet, byline, published, paragraphs, fileName } = generated;
  const parts = [title, ...paragraphs];
  const text = parts.join('\n');
  const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
  const blocks: Block[] = [];
  let start = 0;
  for (const [number, part] of parts.entries()) {
    const end = start + part.length;
    const place = { start: start as TextOffset, end: end as TextOffset };
    blocks.push(
      number === 0 ? { kind: 'heading', ...place, level: 1 } : { kind: 'paragraph', ...place },
    );
    start = end + 1;
  }
  await writeFile(join(texts, `${hash}.txt`), text);
  await writeFile(join(texts, `${hash}.blocks.json`), JSON.stringify({ schema: 1, blocks }));
  const revisionId = maker.id<RevisionId>();
  const tag = tags[index % 9];
  const article = newRecord(maker, 'article', {
    number: index + 1,
    revisionId,
    detected: {
      title,
      outlet,
      byline,
      published,
      url: null,
      language: languages[index % languages.length] ?? null,
      updated: null,
      section: index % 3 === 0 ? 'World' : null,
    },
    corrected: {},
    origins: [
      {
        fileName,
        fileHash: hash,
        importedAt: maker.now(),
        folderId: 'articles',
        path: fileName,
      },
    ],
    annotationsMade: work.annotationsEach,
    ...(tag === undefined ? {} : { tagIds: [tag.id] }),
    ...(index % 4 === 0 ? { read: true } : {}),
  });
  const revision = newRecord(maker, 'revision', {
    articleId: article.id as ArticleId,
    hash,
    length: text.length,
    blockCount: blocks.length,
    wordCount: text.split(/\s+/).length,
  });
  const annotations = annotationsOf(maker, article, text, tags, work.annotationsEach);
  return { article, revision: { ...revision, id: revisionId }, annotations };
}
