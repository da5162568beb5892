import Papa from 'papaparse';
import { tagTree } from '../../annotation/tag-tree.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { readPublished } from '../../article/read-published.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleMetadata, ArticleRecord } from '../../record/records.ts';
import { writeCsv } from '../csv.ts';
import { unguardedCell } from '../spreadsheet-cell.ts';
import { readTagList, writeTagList } from '../table/tag-list.ts';

/** The file beside the texts that says what brat has no place for: the articles' facts and tags. brat passes it over. */
export const articleListName = 'articles.csv';

const facts = [
  'title',
  'outlet',
  'byline',
  'published',
  'updated',
  'url',
  'language',
  'section',
] as const;

/** What the list says of one article. */
export interface ListedArticle {
  readonly id: string;
  readonly metadata: Partial<ArticleMetadata>;
  readonly tags: readonly (readonly string[])[];
  /** `null`: not stated. */
  readonly number: number | null;
}

/** @param files each article with its file's name, without ending */
export function writeArticleList(
  records: RecordSource,
  files: Iterable<readonly [string, ArticleRecord]>,
): string {
  const tree = tagTree(records.list('tag'));
  const rows = [['file', 'id', ...facts, 'tags', 'number']];
  for (const [file, article] of files) {
    const metadata = effectiveMetadata(article);
    const paths = (article.tagIds ?? []).map((id) => tree.path(id).map(({ name }) => name));
    rows.push([
      file,
      article.id,
      ...facts.map((fact) => metadata[fact] ?? ''),
      writeTagList(paths),
      String(article.number),
    ]);
  }
  return writeCsv(rows);
}

/** What the list says, by the file's name without ending. Rows that name none are left out. */
export function readArticleList(content: string): ReadonlyMap<string, ListedArticle> {
  const [head = [], ...rows] = Papa.parse<string[]>(content.replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy',
    delimiter: ',',
  }).data;
  const columns = new Map(head.map((name, index) => [name, index]));
  const listed = new Map<string, ListedArticle>();
  for (const row of rows) {
    const cell = (name: string): string => unguardedCell(row[columns.get(name) ?? -1] ?? '');
    const metadata: { -readonly [Fact in keyof ArticleMetadata]?: string } = {};
    for (const fact of facts) {
      const isDate = fact === 'published' || fact === 'updated';
      const value = isDate ? readPublished(cell(fact)) : cell(fact).trim();
      if (value) metadata[fact] = value;
    }
    const file = cell('file').trim();
    if (file === '') continue;
    const written = cell('number').trim();
    const number = /^\d{1,9}$/.test(written) ? Number(written) : null;
    listed.set(file, { id: cell('id').trim(), metadata, tags: readTagList(cell('tags')), number });
  }
  return listed;
}
