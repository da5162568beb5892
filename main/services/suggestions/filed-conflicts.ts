import { findFacts } from '../../../app/fact/find-facts.ts';
import type {
  ConflictSuggestion,
  FiledPassage,
  FiledTogether,
  SuggestedPassage,
} from '../../../app/host/suggestions.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { findStatements } from '../../../app/statement/find-statements.ts';
import { conflictKey } from '../../../app/suggestion/conflict-key.ts';
import {
  type ConflictText,
  type FoundSide,
  findConflicts,
} from '../../../app/suggestion/find-conflicts.ts';
import {
  byteRowsOf,
  type CatalogueDatabase,
  type CatalogueStatement,
  rowsOf,
} from '../catalogue/catalogue-database.ts';
import { decodeFacts } from './fact-bytes.ts';
import { contextOf, type FollowedArticle } from './followed-articles.ts';
import type { Endable } from './looked-through.ts';
import type { TextCache } from './text-cache.ts';

/** What questions that start from the analyst's records are answered from. */
export interface FiledReader {
  readonly database: CatalogueDatabase;
  readonly texts: TextCache;
  /** Lets other questions have their turn. */
  giveWay(): Promise<void>;
  /** Runs what may take long or hang because of a text. */
  readonly endable: Endable;
}

/** Of one claim, so many passages are compared with each other. */
const mostPassages = 80;

/** A passage with its text and what stands in it. */
interface Filed {
  readonly passage: SuggestedPassage;
  readonly text: ConflictText;
}

/**
 * What passages that the analyst filed together contradict each other in, best first, with what is decided: the window knows
 * of that. Passages of one article are not compared with each other, since it may well report what others say. Texts that
 * are left out are passed over. Cost: reading what is kept of each text; finding it, of earlier revisions.
 */
export async function findFiledConflicts(
  groups: readonly FiledTogether[],
  reader: FiledReader,
): Promise<readonly ConflictSuggestion[]> {
  const filedTexts = new FiledTexts(reader);
  const found = new Map<string, ConflictSuggestion>();
  for (const { recordId, joined, passages } of groups) {
    const filed: Filed[] = [];
    for (const passage of passages.slice(0, mostPassages)) {
      const made = await filedTexts.read(passage);
      if (made !== null) filed.push(made);
      await reader.giveWay();
    }
    for (const [index, one] of filed.entries()) {
      for (const other of filed.slice(index + 1)) {
        if (one.passage.articleId === other.passage.articleId) continue;
        const conflicts = reader.endable(() => conflictsBetween(one, other, joined, recordId));
        for (const conflict of conflicts) {
          if (!found.has(conflict.key)) found.set(conflict.key, conflict);
        }
        await reader.giveWay();
      }
    }
  }
  return [...found.values()].sort((one, other) => other.score - one.score);
}

function conflictsBetween(
  one: Filed,
  other: Filed,
  joined: FiledTogether['joined'],
  recordId: string,
): ConflictSuggestion[] {
  const conflicts = findConflicts(
    { start: one.passage.start, end: one.passage.end, of: one.text },
    { start: other.passage.start, end: other.passage.end, of: other.text },
    joined,
  );
  return conflicts.map((found) => ({
    kind: 'conflict',
    key: conflictKey(found.about, [
      { ...found.one, articleId: one.passage.articleId, text: one.text.text.text },
      { ...found.other, articleId: other.passage.articleId, text: other.text.text.text },
    ]),
    score: found.score,
    about: found.about,
    one: sideOf(one, found.one),
    other: sideOf(other, found.other),
    joined: found.joined,
    recordId,
    remark: found.remark,
  }));
}

function sideOf({ passage }: Filed, { start, end, value }: FoundSide) {
  return { passage, range: { start, end }, value };
}

type Row = [
  key: number,
  revisionId: string | null,
  published: string | null,
  language: string | null,
  isLeftOut: number,
];

/** Texts of filed passages with what stands in them: as it is kept, or found anew. */
class FiledTexts {
  readonly #reader: FiledReader;
  readonly #article: CatalogueStatement;
  readonly #facts: CatalogueStatement;
  /** By the context that they were found in. */
  readonly #known = new Map<string, ConflictText | null>();

  constructor(reader: FiledReader) {
    this.#reader = reader;
    this.#article = reader.database.prepare<unknown[]>(
      'SELECT key, CAST(revisions.id AS BLOB), CAST(iif(guessed, NULL, published) AS BLOB), CAST(language AS BLOB), EXISTS (SELECT 1 FROM left_out WHERE left_out.hash = ?2) FROM articles LEFT JOIN revisions ON revisions.article = ?1 AND revisions.hash = ?2 WHERE articles.id = ?1',
    );
    this.#facts = reader.database.prepare<unknown[]>(
      'SELECT bytes FROM articles JOIN facts USING (key) WHERE key = ? AND read = ?',
    );
  }

  /** `null`: its article or its text is not there, or is left out. */
  async read({ articleId, hash, start, end }: FiledPassage): Promise<Filed | null> {
    const [row] = rowsOf<Row>(this.#article, articleId, hash);
    if (row === undefined) return null;
    const [key, revisionId, published, language, isLeftOut] = row;
    if (isLeftOut === 1) return null;
    const text = await this.#read({ key, id: articleId, hash, published, language });
    if (text === null) return null;
    const quote = text.text.text.slice(start, end);
    const passage = {
      articleId,
      revisionId: (revisionId ?? '') as RevisionId,
      hash,
      start,
      end,
      quote,
    };
    return { passage, text };
  }

  async #read(article: FollowedArticle): Promise<ConflictText | null> {
    const context = contextOf(article);
    const known = this.#known.get(context);
    if (known !== undefined) return known;
    const { published, language } = article;
    const text = await this.#reader.texts.read(article.hash);
    let made: ConflictText | null = null;
    if (text !== null) {
      const [kept] = byteRowsOf<[Uint8Array]>(this.#facts, article.key, context);
      const found =
        kept !== undefined
          ? decodeFacts(kept[0])
          : this.#reader.endable(() => ({
              facts: findFacts(text, article),
              statements: findStatements(text, article),
            }));
      made = { published, language, text, ...found };
    }
    this.#known.set(context, made);
    return made;
  }
}
