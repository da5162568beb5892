import type { Instant, RevisionHash, TextOffset } from '../base/brand.ts';
import type {
  AnnotationId,
  ArticleId,
  BriefId,
  ClaimId,
  EvidenceId,
  LinkId,
  LinkTypeId,
  RevisionId,
  SavedSearchId,
  SettingId,
  SilenceId,
  TagId,
} from './ids.ts';
import type { RecordBase } from './record-base.ts';
import type { RichTextNode } from './rich-text.ts';

/** What is known of an article. `null` means the source does not state it. */
export interface ArticleMetadata {
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /**
   * When it was published: ISO 8601 of the precision that is known, `2024`, `2024-02`, `2024-02-08`,
   * `2024-02-08T09:14` (zone not stated), `2024-02-08T09:14Z` or `2024-02-08T09:14:00+01:00`.
   */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string | null;
}

/** A file that an article was imported from. The file may be gone; the article stays. */
export interface Origin {
  readonly fileName: string;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly fileHash: string;
  readonly importedAt: Instant;
}

/** One text with its metadata. Made by the import, in main. */
export interface ArticleRecord extends RecordBase<'article', ArticleId> {
  /** Short, stable, counted from 1 in the project and never given twice: the 3 of `3:10`. */
  readonly number: number;
  /** The revision that readers see first. */
  readonly revisionId: RevisionId;
  /** What the source states. */
  readonly detected: ArticleMetadata;
  /** What the analyst put in its place, field by field. Wins over `detected`. */
  readonly corrected: Partial<ArticleMetadata>;
  readonly origins: readonly Origin[];
  /** How many annotations were ever made here: the next one's number is one higher. Never goes back (rule D6). */
  readonly annotationsMade: number;
}

/** One immutable state of an article's text. The text itself is stored under its hash, apart from the record. */
export interface RevisionRecord extends RecordBase<'revision', RevisionId> {
  readonly articleId: ArticleId;
  readonly hash: RevisionHash;
  /** Length of the canonical text in UTF-16 code units. */
  readonly length: number;
  readonly blockCount: number;
  readonly wordCount: number;
}

/**
 * A range of one revision with the words that must stand there: W3C TextPositionSelector and TextQuoteSelector in one.
 * `quote` is exactly the canonical text's [start, end); `prefix` and `suffix` are up to 32 code units around it.
 */
export interface Passage {
  readonly revisionId: RevisionId;
  readonly start: TextOffset;
  readonly end: TextOffset;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** A passage with tags and a note, drawn as a highlight. */
export interface AnnotationRecord extends RecordBase<'annotation', AnnotationId> {
  readonly articleId: ArticleId;
  /** Stable within the article: the 10 of `3:10`. */
  readonly number: number;
  readonly passage: Passage;
  /** In the order they were put on; the first gives the highlight its colour. */
  readonly tagIds: readonly TagId[];
  readonly note: RichTextNode | null;
}

/** One of the eight quiet tints of the palette. */
export type TagColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A named category of the codebook. */
export interface TagRecord extends RecordBase<'tag', TagId> {
  readonly name: string;
  readonly parentId: TagId | null;
  readonly color: TagColor;
  readonly description: string;
  /** 1 to 9: the key that highlights with this tag. `null`: none. */
  readonly key: number | null;
}

/** What a link can say. Read from its start (`name`: repeats) or its end (`inverseName`: is repeated by). */
export interface LinkTypeRecord extends RecordBase<'linkType', LinkTypeId> {
  readonly name: string;
  readonly inverseName: string;
  readonly symmetric: boolean;
}

/** What a link may point to. */
export type LinkEnd =
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'claim'; readonly id: ClaimId };

/** A typed, directed relation from an annotation to another annotation or to a claim. */
export interface LinkRecord extends RecordBase<'link', LinkId> {
  readonly typeId: LinkTypeId;
  readonly from: AnnotationId;
  readonly to: LinkEnd;
}

export type ClaimStatus = 'open' | 'corroborated' | 'disputed' | 'refuted';

/** A statement somebody makes. */
export interface ClaimRecord extends RecordBase<'claim', ClaimId> {
  /** Short, stable, counted from 1 in the project: C4. */
  readonly number: number;
  /** The canonical wording, the analyst's own words. */
  readonly wording: string;
  readonly speaker: string | null;
  /** ISO 8601 of the precision that is known. */
  readonly saidOn: string | null;
  readonly status: ClaimStatus;
  /** 0 to 1; `null`: not judged. */
  readonly confidence: number | null;
  readonly tagIds: readonly TagId[];
  readonly note: RichTextNode | null;
}

export type Stance = 'asserts' | 'denies' | 'reports' | 'qualifies' | 'questions';

/** An annotation filed under a claim. */
export interface EvidenceRecord extends RecordBase<'evidence', EvidenceId> {
  readonly claimId: ClaimId;
  readonly annotationId: AnnotationId;
  readonly stance: Stance;
}

/** The analyst's word that an article does not mention a claim, with the search that showed it. */
export interface SilenceRecord extends RecordBase<'silence', SilenceId> {
  readonly claimId: ClaimId;
  readonly articleId: ArticleId;
  readonly search: string;
}

/** A document whose quotations are live citations. */
export interface BriefRecord extends RecordBase<'brief', BriefId> {
  readonly title: string;
  readonly content: RichTextNode;
}

export interface SavedSearchRecord extends RecordBase<'savedSearch', SavedSearchId> {
  readonly name: string;
  readonly query: string;
}

/** A choice that belongs to the project, by name. */
export interface SettingRecord extends RecordBase<'setting', SettingId> {
  readonly name: string;
  readonly value: unknown;
}

/** Everything that is saved, as one union told apart by `kind`. */
export type ProjectRecord =
  | ArticleRecord
  | RevisionRecord
  | AnnotationRecord
  | TagRecord
  | LinkTypeRecord
  | LinkRecord
  | ClaimRecord
  | EvidenceRecord
  | SilenceRecord
  | BriefRecord
  | SavedSearchRecord
  | SettingRecord;

export type RecordKind = ProjectRecord['kind'];

/** The record type of a kind: `RecordOf<'tag'>` is `TagRecord`. */
export type RecordOf<Kind extends RecordKind> = Extract<ProjectRecord, { kind: Kind }>;

/** Every kind, in the order in which records may refer to earlier ones. */
export const recordKinds = [
  'setting',
  'article',
  'revision',
  'tag',
  'annotation',
  'linkType',
  'claim',
  'link',
  'evidence',
  'silence',
  'brief',
  'savedSearch',
] as const satisfies readonly RecordKind[];
