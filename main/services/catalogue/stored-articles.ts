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

type Row = readonly [
  key: number,
  id: Buffer,
  revision: Buffer,
  hash: Buffer | null,
  length: number | null,
  checksum: number | null,
  bytes: Buffer | null,
];

/** So many articles are read at once, which takes a third of the time of one by one. */
const batchSize = 32;
/** Longer texts are read by themselves, in bytes: a batch must not fill the memory. */
const longText = 1 << 18;

const columns =
  'articles.key, CAST(articles.id AS BLOB), CAST(articles.revision AS BLOB), CAST(articles.hash AS BLOB), length(texts.bytes), texts.checksum';

/** Reads articles by their keys. Throws as for a damaged database when a text is not what was stored. */
export class StoredArticles {
  readonly #batch: CatalogueStatement;
  readonly #one: CatalogueStatement;

  constructor(database: CatalogueDatabase) {
    this.#batch = database.prepare(
      `SELECT ${columns}, iif(length(texts.bytes) <= ${longText}, texts.bytes, NULL) FROM json_each(?) AS keys JOIN articles ON articles.key = keys.value LEFT JOIN texts ON texts.key = articles.key`,
    );
    this.#one = database.prepare(
      `SELECT ${columns}, texts.bytes FROM articles LEFT JOIN texts ON texts.key = articles.key WHERE articles.key = ?`,
    );
  }

  /** `null`: it has gone meanwhile. */
  read(key: number): StoredArticle | null {
    const [row] = byteRowsOf<Row>(this.#one, key);
    return row === undefined ? null : toArticle(row);
  }

  /** Articles in the order of their keys, without those that have gone. Memory: a batch, and one long text. */
  *each(keys: readonly number[]): Generator<readonly [key: number, article: StoredArticle], void> {
    for (let from = 0; from < keys.length; from += batchSize) {
      const wanted = keys.slice(from, from + batchSize);
      const rows = byteRowsOf<Row>(this.#batch, JSON.stringify(wanted));
      const byKey = new Map(rows.map((row) => [row[0], row]));
      for (const key of wanted) {
        const row = byKey.get(key);
        if (row === undefined) continue;
        const isLeftOut = row[4] !== null && row[6] === null;
        const article = isLeftOut ? this.read(key) : toArticle(row);
        if (article !== null) yield [key, article];
      }
    }
  }
}

function toArticle([, id, revision, hash, , checksum, bytes]: Row): StoredArticle {
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
