import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type {
  ArticleRecord,
  Origin,
  RevisionRecord,
  SourceEncoding,
} from '../../../app/record/records.ts';
import type { IngestedPart, IngestedText } from './ingest.ts';
import { isLaterState, isSamePage } from './is-later-state.ts';
import type { PlaceHolders } from './place-holders.ts';
import { isEditedCopy, isSamePlace, standingAt } from './same-origin.ts';

/** What the import asks of the corpus. */
export interface CorpusView {
  revisionsOf(id: ArticleId): readonly RevisionRecord[];
  articlesWithText(hash: RevisionHash): readonly ArticleRecord[];
  articlesAt(placeKey: string): readonly ArticleRecord[];
  articlesWithUrl(url: string): readonly ArticleRecord[];
}

/** What it asks of files. */
export interface FileView {
  readonly holders: PlaceHolders;
  /** How alike two texts of the store are, 0 to 1; `null` when one can't be read. */
  resemblance(one: RevisionHash, other: RevisionHash): Promise<number | null>;
}

/** What a text that was read is to the corpus. */
export type Decision =
  /** The bytes that stood there when the article was read. */
  | { readonly kind: 'unchanged'; readonly article: ArticleRecord }
  /** The article has the text, as its present one. `isHere`: it is what stands at the place, which holds it alone. */
  | { readonly kind: 'known'; readonly article: ArticleRecord; readonly isHere: boolean }
  /** A page of the article as it was before. */
  | {
      readonly kind: 'earlier';
      readonly article: ArticleRecord;
      readonly revision: RevisionRecord;
    }
  /** The article goes back to a text that it had. */
  | {
      readonly kind: 'restored';
      readonly article: ArticleRecord;
      readonly revision: RevisionRecord;
    }
  | { readonly kind: 'revised'; readonly article: ArticleRecord }
  | { readonly kind: 'new'; readonly besides: Besides | null };

/** Why a text is an article of its own although it has to do with one: said in the report. */
export interface Besides {
  readonly article: ArticleRecord;
  /**
   * Its place held another story; another file still holds what the article says; it is what the article said before,
   * which another file made say something else.
   */
  readonly why: 'other-story' | 'held' | 'said-before';
}

/**
 * Whether a text is a new article, one that is known, or another state of a known one (rules R1 to R4). Decided so that
 * the same files imported again change nothing, and that what a file says is what an article says.
 */
export async function decidePart(
  part: IngestedPart,
  text: IngestedText,
  origin: Origin,
  corpus: CorpusView,
  files: FileView,
): Promise<Decision> {
  const standing = standingAt(origin, (key) => corpus.articlesAt(key));
  const here = standing?.article ?? null;
  if (standing !== null && standing.origin.fileHash === origin.fileHash) {
    return { kind: 'unchanged', article: standing.article };
  }
  const isHeld = (article: ArticleRecord) => isHeldElsewhere(article, origin, corpus, files);
  const withText = corpus.articlesWithText(text.hash);
  const saying = withText.filter((one) => presentOf(one, corpus)?.hash === text.hash);
  const known = saying.find(({ id }) => id === here?.id) ?? saying[0];
  if (known !== undefined) {
    const isHere = known.id === here?.id && !(await isHeld(known));
    return { kind: 'known', article: known, isHere };
  }
  let besides: Besides | null = null;
  if (here !== null) {
    const revision = revisionWith(text.hash, here, corpus);
    if (revision !== null && isOtherReading(part, revision, presentOf(here, corpus))) {
      return { kind: 'unchanged', article: here };
    }
    const isLater = revision !== null || (await isLaterOf(here, part, text, origin, corpus, files));
    if (!isLater) besides = { article: here, why: 'other-story' };
    else if (await isHeld(here)) besides = { article: here, why: 'held' };
    else if (revision !== null) return { kind: 'restored', article: here, revision };
    else return { kind: 'revised', article: here };
  }
  const { url } = text.metadata;
  const page =
    url === null ? undefined : corpus.articlesWithUrl(url).find((one) => isSamePage(one, text));
  if (page !== undefined) {
    const revision = revisionWith(text.hash, page, corpus);
    return revision === null
      ? { kind: 'revised', article: page }
      : { kind: 'earlier', article: page, revision };
  }
  for (const article of withText) {
    const revision = revisionWith(text.hash, article, corpus);
    if (revision === null) continue;
    if (!(await isHeld(article))) return { kind: 'restored', article, revision };
    besides ??= { article, why: 'said-before' };
  }
  return { kind: 'new', besides };
}

/** The places of an article, but for one, that do not hold any more what was read there last. */
export async function placesGoneElsewhere(
  article: ArticleRecord,
  origin: Origin,
  corpus: Pick<CorpusView, 'articlesAt'>,
  { holders }: Pick<FileView, 'holders'>,
): Promise<readonly Origin[]> {
  if (article.origins.length > mostPlaces) return [];
  const gone: Origin[] = [];
  for (const known of otherPlaces(article, origin, corpus)) {
    if (!(await holders.holds(known))) gone.push(known);
  }
  return gone;
}

/** Beyond, a text is a set phrase that stands in many rows of a table. */
const mostPlaces = 100;

async function isHeldElsewhere(
  article: ArticleRecord,
  origin: Origin,
  corpus: CorpusView,
  { holders }: FileView,
): Promise<boolean> {
  if (article.origins.length > mostPlaces) return true;
  for (const known of otherPlaces(article, origin, corpus)) {
    if (await holders.holds(known)) return true;
  }
  return false;
}

function otherPlaces(
  article: ArticleRecord,
  origin: Origin,
  corpus: Pick<CorpusView, 'articlesAt'>,
): readonly Origin[] {
  return article.origins.filter((known) => {
    if (known.place === undefined && known.folderId === undefined) return false;
    if (isSamePlace(known, origin) || isEditedCopy(known, article)) return false;
    return standingAt(known, (key) => corpus.articlesAt(key))?.origin === known;
  });
}

/**
 * Whether a text is only the other way of reading the bytes that the analyst chose to have read as the present revision:
 * a part of an archive or a mailbox that did not change.
 */
function isOtherReading(
  { encoding }: IngestedPart,
  revision: RevisionRecord,
  present: RevisionRecord | null,
): boolean {
  return (
    present?.source?.encoding?.basis === 'chosen' &&
    encoding?.basis !== 'chosen' &&
    revision.source?.fileHash === present.source.fileHash
  );
}

async function isLaterOf(
  article: ArticleRecord,
  part: IngestedPart,
  text: IngestedText,
  origin: Origin,
  corpus: CorpusView,
  files: FileView,
): Promise<boolean> {
  const present = presentOf(article, corpus);
  const canCompare = present !== null && !mayBeMisread(present.source?.encoding, part.encoding);
  return isLaterState(article, text, origin, async () =>
    canCompare ? files.resemblance(present.hash, text.hash) : null,
  );
}

/** Whether two texts may differ for the sole reason that one was decoded wrongly. */
function mayBeMisread(
  one: SourceEncoding | null | undefined,
  other: SourceEncoding | null | undefined,
): boolean {
  const isOpen = ({ basis }: SourceEncoding) => basis === 'chosen' || basis === 'detected';
  return !!one && !!other && one.name !== other.name && (isOpen(one) || isOpen(other));
}

function presentOf(article: ArticleRecord, corpus: CorpusView): RevisionRecord | null {
  return corpus.revisionsOf(article.id).find(({ id }) => id === article.revisionId) ?? null;
}

function revisionWith(
  hash: RevisionHash,
  article: ArticleRecord,
  corpus: CorpusView,
): RevisionRecord | null {
  return corpus.revisionsOf(article.id).find((revision) => revision.hash === hash) ?? null;
}
