import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { Project } from '../../../main/services/project/project.ts';
import { type CorpusOptions, type GeneratedArticle, generateArticles } from './generate-corpus.ts';

const articlesPerChange = 100;

/** The canonical text of a generated article. */
export function textOf({ title, paragraphs }: GeneratedArticle): string {
  return [title, ...paragraphs].join('\n');
}

/**
 * Puts a generated corpus into an open project as if it had been imported, but without reading files: texts are written
 * and the journal is appended to. The catalogue follows.
 */
export async function fillProject(
  project: Project,
  maker: Maker,
  options: CorpusOptions,
): Promise<void> {
  let added: ProjectRecord[] = [];
  const flush = async () => {
    const diff = { added, updated: [], removed: [] };
    added = [];
    const appended = await project.append(newChange(maker, 'Import', diff));
    if (!appended.ok) throw new Error(appended.error.message);
  };
  for (const article of generateArticles(options)) {
    const text = textOf(article);
    const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
    await writeFile(join(project.paths.texts, `${hash}.txt`), text);
    added.push(...recordsOf(article, text, hash, maker));
    if (added.length >= 2 * articlesPerChange) await flush();
  }
  if (added.length > 0) await flush();
}

function recordsOf(
  { index, title, outlet, byline, published, paragraphs }: GeneratedArticle,
  text: string,
  hash: RevisionHash,
  maker: Maker,
): ProjectRecord[] {
  const articleId = maker.id<ArticleId>();
  const revision = newRecord(maker, 'revision', {
    articleId,
    hash,
    length: text.length,
    blockCount: paragraphs.length + 1,
    wordCount: text.split(' ').length,
  });
  const detected = { title, outlet, byline, published, url: null, language: 'en' };
  const article = newRecord(maker, 'article', {
    number: index + 1,
    revisionId: revision.id,
    detected,
    corrected: {},
    origins: [],
    annotationsMade: 0,
  });
  return [{ ...article, id: articleId }, revision];
}
