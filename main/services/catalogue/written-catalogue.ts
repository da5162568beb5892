import { ArticleIndexer } from './article-indexer.ts';
import { catalogueVersion, makeTables, rowsOf } from './catalogue-database.ts';
import type { CatalogueSources } from './catalogue-messages.ts';
import { checkIntegrity } from './check-integrity.ts';
import { DerivedFile, makeDerived, type OpenedFile, openDerived } from './derived-file.ts';

const tables = { version: catalogueVersion, make: makeTables, check: checkIntegrity };

/** A catalogue's file while it is open to be written. Throws what SQLite and the system throw. */
export class WrittenCatalogue extends DerivedFile {
  readonly indexer: ArticleIndexer;

  private constructor(opened: OpenedFile, texts: string) {
    super(opened);
    this.indexer = new ArticleIndexer(opened.database, texts);
  }

  /** Opens the file and proves it. `null`: it is whole, but not a catalogue of this project and version. */
  static open(sources: CatalogueSources): WrittenCatalogue | null {
    return openDerived(tables, sources, (opened) => new WrittenCatalogue(opened, sources.texts));
  }

  /** An empty one in place of what is there. */
  static make(sources: CatalogueSources): WrittenCatalogue {
    return makeDerived(tables, sources, (opened) => new WrittenCatalogue(opened, sources.texts));
  }

  /** How many trees the index is made of: each transaction adds one, and a search looks into all. Cost: 2 ms. */
  countTrees(): number {
    const trees = 'SELECT count(DISTINCT segid) FROM words_idx';
    return rowsOf<[number]>(this.database.prepare(trees))[0]?.[0] ?? 0;
  }

  /** One tree instead of many, which searches are quicker in, and the log put back into the file. */
  tidy(): void {
    this.breakSeal();
    this.database.exec("INSERT INTO words (words) VALUES ('optimize')");
    rowsOf(this.database.prepare('PRAGMA wal_checkpoint(PASSIVE)'));
  }
}
