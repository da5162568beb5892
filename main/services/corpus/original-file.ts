import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';
import type { CorpusIndex } from './corpus-index.ts';

/** The file that an article's present revision was read from. */
export interface OriginalFile {
  readonly path: string;
  readonly part: string | null;
  /** What its bytes should hash to. */
  readonly fileHash: string;
}

/** Where the original of an article is, under whatever name its copy has now; `null` when it is not there. */
export async function findOriginalOf(
  article: ArticleRecord,
  { corpus, articlesFolder }: { readonly corpus: CorpusIndex; readonly articlesFolder: string },
): Promise<OriginalFile | null> {
  const present = corpus.revisionsOf(article.id).find(({ id }) => id === article.revisionId);
  const origin = article.origins.at(-1);
  // Records of schema 1 do not say what a revision was read from: there it was the one origin.
  const source = present?.source ?? origin;
  if (source === undefined) return null;
  // The copy may have been renamed since.
  const renamed = article.origins.flatMap((one) =>
    one.fileHash === source.fileHash ? [one.fileName] : [],
  );
  for (const name of new Set([source.fileName, ...renamed])) {
    const path = join(articlesFolder, name);
    const isThere = await stat(path).then(
      (about) => about.isFile(),
      () => false,
    );
    if (isThere) return { path, part: source.part ?? null, fileHash: source.fileHash };
  }
  return null;
}

/** Says that it is not there. */
export function missingOriginal(): CodedError {
  return new CodedError(
    'missing',
    'The file that this article was read from is not in the project’s articles folder any more. Put it back, or import it again from where it is.',
  );
}
