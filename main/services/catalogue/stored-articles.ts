import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { CatalogueDatabase, CatalogueStatement } from './catalogue-database.ts';
import { byteRowsOf } from './catalogue-database.ts';
import { textChecksum } from './text-checksum.ts';

/** An article as the catalogue holds it. */
export interface StoredArticle {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly hash: RevisionHash;
  /** Empty when the text is not there. */
  readonly text: string;
}

/** Reads articles by their key. Throws as for a damaged database when a text is not what was stored. */
export class StoredArticles {
  readonly #byKey: CatalogueStatement;

  constructor(database: CatalogueDatabase) {
    this.#byKey = database.prepare(
      'SELECT CAST(articles.id AS BLOB), CAST(articles.revision AS BLOB), CAST(articles.hash AS BLOB), texts.checksum, texts.bytes FROM articles LEFT JOIN texts ON texts.key = articles.key WHERE articles.key = ?',
    );
  }

  /** `null`: it has gone meanwhile. */
  read(key: number): StoredArticle | null {
    type Row = [Buffer, Buffer, Buffer | null, number | null, Buffer | null];
    const [row] = byteRowsOf<Row>(this.#byKey, key);
    if (row === undefined) return null;
    const [id, revision, hash, checksum, bytes] = row;
    if (bytes !== null && textChecksum(bytes) !== checksum) {
      throw Object.assign(new Error('A text of the catalogue is not what was stored.'), {
        code: 'SQLITE_CORRUPT',
      });
    }
    return {
      articleId: id.toString() as ArticleId,
      revisionId: revision.toString() as RevisionId,
      hash: (hash?.toString() ?? '') as RevisionHash,
      text: bytes?.toString('utf8') ?? '',
    };
  }
}
