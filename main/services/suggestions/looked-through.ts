import type { RevisionText } from '../../../app/record/text.ts';
import { type FollowedArticle, FollowedArticles } from './followed-articles.ts';
import { SuggestionRows } from './suggestion-rows.ts';
import type { SuggestionsFile } from './suggestions-file.ts';
import { TextCache } from './text-cache.ts';

/** Runs a piece of JavaScript in which the thread may be ended. */
export type Endable = <Value>(run: () => Value) => Value;

/** So much text is kept in memory, in code units. */
const keptText = 16_000_000;

/** The articles that are looked through, their texts, and the file that what is found goes into. */
export class LookedThrough {
  readonly file: SuggestionsFile;
  readonly articles: FollowedArticles;
  readonly rows: SuggestionRows;
  readonly texts: TextCache;
  readonly #endable: Endable;
  readonly #tellAt: (hash: string | null, length: number) => void;
  /** Of texts that were read, in code units, by their hashes. */
  readonly #lengths = new Map<string, number>();
  /** What was told last. */
  #at: string | null = null;

  /** @param tellAt told before what may hang, with the text's hash and length, and with `null` when it is over */
  constructor(
    file: SuggestionsFile,
    texts: string,
    endable: Endable,
    tellAt: (hash: string | null, length: number) => void,
  ) {
    this.file = file;
    this.articles = new FollowedArticles(file.database);
    this.rows = new SuggestionRows(file.database);
    this.texts = new TextCache(texts, keptText);
    this.#endable = endable;
    this.#tellAt = tellAt;
  }

  /** An article's text; `null`, and it is left out until the next opening, when that is not there or damaged. */
  async textOf({ hash }: FollowedArticle): Promise<RevisionText | null> {
    const text = await this.texts.read(hash);
    if (text === null) this.file.transaction(() => this.articles.leaveOut(hash, false));
    else this.#lengths.set(hash, text.text.length);
    return text;
  }

  /** Does what may hang or fail because of one text; `null`: it failed, and the text is left out from now on. */
  guarded<Value>({ hash }: Pick<FollowedArticle, 'hash'>, run: () => Value): Value | null {
    this.#noteAt(hash);
    try {
      return this.#endable(run);
    } catch {
      this.leaveOut({ hash });
      return null;
    }
  }

  /** Notes which text it is about what is done from now on. */
  about({ hash }: Pick<FollowedArticle, 'hash'>): void {
    this.#noteAt(hash);
  }

  /** Leaves a text out from now on: looking through it failed. */
  leaveOut({ hash }: Pick<FollowedArticle, 'hash'>): void {
    this.file.transaction(() => this.articles.leaveOut(hash, true));
  }

  /** Does what takes its time whatever the text. */
  unguarded<Value>(run: () => Value): Value {
    this.#noteAt(null);
    return this.#endable(run);
  }

  /** Does what itself tells which text it is about, with `about`, and goes on over what fails. */
  selfGuarded<Value>(run: () => Value): Value {
    return this.#endable(run);
  }

  /** Nothing is done that may hang, from now until the next text. */
  rest(): void {
    this.#noteAt(null);
  }

  #noteAt(hash: string | null): void {
    // Each telling costs some hundredth of a millisecond, and one text is looked at in many small pieces.
    if (this.#at === hash) return;
    this.#at = hash;
    this.#tellAt(hash, hash === null ? 0 : (this.#lengths.get(hash) ?? 0));
  }
}
