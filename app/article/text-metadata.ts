import type { Instant } from '../base/brand.ts';
import type {
  ArticleMetadata,
  Confidence,
  FieldProvenance,
  MetadataField,
  MetadataProvenance,
  MetadataSource,
} from '../record/records.ts';
import type { CanonicalText } from './canonical-text.ts';
import { fileNameDate } from './file-name-date.ts';
import { findByline, findReporters } from './find-byline.ts';
import { findDate } from './find-date.ts';
import { findDateline } from './find-dateline.ts';
import { findHanLabels } from './find-han-labels.ts';
import { findLabelledFact } from './find-label.ts';

/** What is known of a text from outside it. */
export interface TextHints {
  /** Of a file that holds this article only; `null` otherwise. */
  readonly fileName: string | null;
  /** When that file was last changed. */
  readonly modifiedAt: Instant | null;
}

/** Metadata with where they came from. */
export interface FilledMetadata {
  readonly metadata: ArticleMetadata;
  readonly provenance: MetadataProvenance;
}

const blocksAtHead = 10;
const blocksAtTail = 5;
const lineLength = 400;
const longestDateLine = 160;

const publishedLabel =
  /\b(?:first published|published|posted|publié|veröffentlicht|publicado|pubblicato|gepubliceerd|опубликовано|дата публикации)\b|发布时间|发布于|發佈|發布|公開日|発行/iu;
const updatedLabel =
  /\b(?:last updated|updated|last modified|modified|mis à jour|aktualisiert|actualizado|atualizado|aggiornato|bijgewerkt|обновлено)\b|更新/iu;
const copyright =
  /(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)?,?\s*(?:by\s+)?(?<outlet>\p{Lu}[\p{L}\p{N}&'’ -]{1,50}?)(?:\.(?:\s|$)|,|\s+All rights|$)/iu;

const reprinted =
  /\b(?:originally|first) (?:published|appeared)(?: online)? (?:by|on|in|at) (?:the )?(?<outlet>\p{Lu}[\p{L}\p{N}&'’ -]{1,50}?)(?:[.,;]|\s(?:on|and|under|as)\s|$)/u;
const newsletter =
  /\b(?:sign up for|subscribe to) (?<outlet>\p{Lu}[\p{L}&. -]{1,40}?)['’]s .{0,80}\bnewsletters?\b/iu;

/**
 * Fills in what a source does not state from its text: what lines above and
 * below the report say: byline, outlet, published, updated, address; then published from the file's name and date (rule T12). What is stated or likely stays; a guess
 * gives way to what is likely. Each is marked as `likely` or `guessed`. Reads ten blocks at the head and five at the end,
 * 400 code units of each. `parseSource` calls it for every format.
 */
export function fillFromText(
  article: CanonicalText & FilledMetadata,
  hints: TextHints,
): FilledMetadata {
  const filling = new Filling(article);
  const { head, tail } = endsOf(article);
  fillFromHead(filling, head, hints);
  for (const line of tail) {
    const reporters = findReporters(line);
    if (reporters !== null) filling.put('byline', reporters, 'byline', 'likely');
    fillFromLabel(filling, line);
    fillFromDateLine(filling, line);
  }
  fillOutlet(filling, [...head.map(({ line }) => line), ...tail]);
  fillFromFile(filling, hints);
  return filling.result();
}

/** The metadata as they are filled, field by field, the surest first. */
class Filling {
  readonly #metadata: Partial<Record<MetadataField, string | null>>;
  readonly #provenance: Partial<Record<MetadataField, FieldProvenance>>;

  constructor({ metadata, provenance }: FilledMetadata) {
    this.#metadata = { ...metadata };
    this.#provenance = { ...provenance };
  }

  /** Whether a field is still to be found, or could be found with more confidence. */
  isOpen(field: MetadataField, confidence: Confidence): boolean {
    const known = this.#metadata[field];
    if (known === null || known === undefined) return true;
    return confidence === 'likely' && this.#provenance[field]?.confidence === 'guessed';
  }

  put(field: MetadataField, value: string, source: MetadataSource, confidence: Confidence): void {
    if (!this.isOpen(field, confidence)) return;
    this.#metadata[field] = value;
    this.#provenance[field] = { source, confidence };
  }

  result(): FilledMetadata {
    // The same keys as before, and none that could become undefined.
    return {
      metadata: this.#metadata as unknown as ArticleMetadata,
      provenance: this.#provenance as MetadataProvenance,
    };
  }
}

function fillFromHead(filling: Filling, head: readonly HeadLine[], hints: TextHints): void {
  for (const [index, { line, isHeading }] of head.entries()) {
    if (!isHeading) {
      fillFromLabel(filling, line);
      for (const { field, value } of findHanLabels(line)) {
        filling.put(field, value, field === 'byline' ? 'byline' : 'text', 'likely');
      }
      const found = findByline(line);
      if (found !== null && (found.isMarked || isPlaced(head, index))) {
        if (found.byline !== null) {
          filling.put('byline', found.byline, 'byline', found.isMarked ? 'likely' : 'guessed');
        }
        if (found.outlet !== null) filling.put('outlet', found.outlet, 'byline', 'likely');
      }
      fillFromDateLine(filling, line);
    }
    const dateline = findDateline(line);
    if (dateline === null) continue;
    if (dateline.outlet !== null) filling.put('outlet', dateline.outlet, 'dateline', 'likely');
    if (dateline.date === null) continue;
    if (!dateline.date.startsWith('--')) {
      filling.put('published', dateline.date, 'dateline', 'likely');
    } else {
      const date = withYear(dateline.date, hints);
      if (date !== null) filling.put('published', date, 'dateline', 'guessed');
    }
  }
}

function fillFromLabel(filling: Filling, line: string): void {
  const fact = findLabelledFact(line);
  if (fact !== null) filling.put(fact.field, fact.value, 'text', 'likely');
}

/** Words that only their place marks as a byline must stand right under a heading, or over a date. */
function isPlaced(head: readonly HeadLine[], index: number): boolean {
  if (head[index - 1]?.isHeading === true) return true;
  return findDate(head[index + 1]?.line ?? '')?.isAlone ?? false;
}

/** `Published 3:00 PM EST, Thu February 8, 2024`, `Updated …`, both in one line, or a date alone. */
function fillFromDateLine(filling: Filling, line: string): void {
  if (line.length > longestDateLine) return;
  const published = publishedLabel.exec(line);
  const updated = updatedLabel.exec(line);
  if (updated !== null) {
    const end = published !== null && published.index > updated.index ? published.index : undefined;
    const date = findDate(line.slice(updated.index, end));
    if (date !== null) filling.put('updated', date.date, 'text', 'likely');
  }
  if (published !== null) {
    const end = updated !== null && updated.index > published.index ? updated.index : undefined;
    const date = findDate(line.slice(published.index, end));
    if (date !== null) filling.put('published', date.date, 'text', 'likely');
  }
  if (published !== null || updated !== null) return;
  const date = findDate(line);
  // A byline's date, `By Jane Doe | Feb 8, 2024`, is the article's, too.
  if (date === null) return;
  if (date.isAlone || (findByline(line)?.isMarked ?? false)) {
    filling.put('published', date.date, 'text', 'likely');
  }
}

/** Whose it is by a note at either end: a copyright, where it appeared first, whose newsletter it asks to take. */
function fillOutlet(filling: Filling, lines: readonly string[]): void {
  // Most texts have none of these words, and looking for them is quicker than for what stands around them.
  const notes = lines.filter(mayBeNote);
  for (const line of notes) {
    const owner = line.length <= longestDateLine ? copyright.exec(line)?.groups?.outlet : undefined;
    const outlet = owner ?? reprinted.exec(line)?.groups?.outlet;
    if (outlet !== undefined) filling.put('outlet', outlet.trim(), 'text', 'likely');
  }
  for (const line of notes) {
    const outlet = newsletter.exec(line)?.groups?.outlet;
    if (outlet !== undefined) filling.put('outlet', outlet.trim(), 'text', 'guessed');
  }
}

const noteWords = ['©', '(c)', 'copyright', 'originally', 'first', 'newsletter'];

function mayBeNote(line: string): boolean {
  const small = line.toLowerCase();
  return noteWords.some((word) => small.includes(word));
}

function fillFromFile(filling: Filling, { fileName, modifiedAt }: TextHints): void {
  const named = fileName === null ? null : fileNameDate(fileName);
  if (named !== null) filling.put('published', named, 'file-name', 'guessed');
  // The day of the file in UTC: the hour is that of a download or a copy.
  if (modifiedAt !== null)
    filling.put('published', modifiedAt.slice(0, 10), 'file-date', 'guessed');
}

/** `--02-08` in the year of the file's name, or the last year in which that day lies before the file's date. */
function withYear(date: string, { fileName, modifiedAt }: TextHints): string | null {
  const monthAndDay = date.slice(1);
  const named = fileName === null ? null : fileNameDate(fileName);
  if (named !== null) return `${named.slice(0, 4)}${monthAndDay}`;
  if (modifiedAt === null) return null;
  const year = Number(modifiedAt.slice(0, 4));
  const isLater = `${year}${monthAndDay}` > modifiedAt.slice(0, 10);
  return `${isLater ? year - 1 : year}${monthAndDay}`;
}

interface HeadLine {
  readonly line: string;
  readonly isHeading: boolean;
}

function endsOf({ text, blocks }: CanonicalText): {
  readonly head: readonly HeadLine[];
  readonly tail: readonly string[];
} {
  const lineOf = ({ start, end }: { readonly start: number; readonly end: number }) =>
    text.slice(start, Math.min(end, start + lineLength));
  const head = blocks
    .slice(0, blocksAtHead)
    // What stands under a picture or is quoted has names and dates of its own.
    .filter(({ kind }) => kind !== 'caption' && kind !== 'quotation' && kind !== 'footnote')
    .map((block) => ({ line: lineOf(block), isHeading: block.kind === 'heading' }));
  const tail = blocks.slice(Math.max(blocksAtHead, blocks.length - blocksAtTail)).map(lineOf);
  return { head, tail };
}
