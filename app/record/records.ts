import type { Instant, RevisionHash, TextOffset } from '../base/brand.ts';
import type {
  AnnotationId,
  ArticleId,
  BriefId,
  BriefPartId,
  CitationStyleId,
  ClaimId,
  DecisionId,
  EvidenceId,
  LinkId,
  LinkTypeId,
  PictureId,
  RevisionId,
  SavedSearchId,
  SettingId,
  SilenceId,
  SpeakerId,
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
  /** When it was last changed by its publisher, written as `published` is. Absent in records of schema 1. */
  readonly updated?: string | null;
  /** The part of the outlet that it stood in: "World", "Opinion". Absent in records of schema 1. */
  readonly section?: string | null;
}

/** A fact of an article's metadata, by name. */
export type MetadataField = keyof ArticleMetadata;

/** Where a fact was found, most trusted first (rule T12). */
export type MetadataSource =
  | 'linked-data'
  | 'open-graph'
  | 'dublin-core'
  | 'meta'
  | 'microdata'
  | 'front-matter'
  | 'column'
  | 'document-properties'
  | 'mail-header'
  | 'page'
  | 'heading'
  | 'byline'
  | 'dateline'
  | 'text'
  | 'file-name'
  | 'file-date';

/**
 * How far a fact can be trusted: `stated` by the source in so many words; `likely`, read out of the text by a pattern
 * that is seldom wrong; `guessed`, for want of anything better, and shown as such.
 */
export type Confidence = 'stated' | 'likely' | 'guessed';

/** Where one fact came from. */
export interface FieldProvenance {
  readonly source: MetadataSource;
  readonly confidence: Confidence;
}

/** Where each known fact came from; a fact that is `null` has no entry. */
export type MetadataProvenance = { readonly [Field in MetadataField]?: FieldProvenance };

/** Who put a fact right, and when. */
export interface FieldCorrection {
  readonly author: string;
  readonly at: Instant;
}

/** The kinds of files that articles are read from. */
export type SourceFormat =
  | 'text'
  | 'markdown'
  | 'html'
  | 'mhtml'
  | 'pdf'
  | 'docx'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'mail'
  | 'mailbox'
  | 'csv'
  | 'json-lines'
  | 'zip';

/** What a column of a table can hold. */
export type ColumnField =
  | 'text'
  | 'title'
  | 'outlet'
  | 'byline'
  | 'published'
  | 'updated'
  | 'url'
  | 'language'
  | 'section';

/** Which column holds what, by the column's name; only `text` has to be there. */
export type ColumnMap = { readonly text: string } & {
  readonly [Field in Exclude<ColumnField, 'text'>]?: string;
};

/** How the bytes of a source were taken for characters. */
export interface SourceEncoding {
  /** The name in the Encoding Standard, lower-case: `utf-8`, `windows-1252`, `gb18030`. */
  readonly name: string;
  /** What says so: a byte order mark, the file itself, its being valid UTF-8, letter statistics, or the analyst. */
  readonly basis: 'byte-order-mark' | 'declared' | 'valid-utf-8' | 'detected' | 'chosen';
  readonly confidence: Confidence;
}

/** A file that an article was imported from. The file may be gone; the article stays. */
export interface Origin {
  /** Its copy in the project's `articles` folder. */
  readonly fileName: string;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly fileHash: string;
  readonly importedAt: Instant;
  /** Of a file that holds several articles, which one: a path in a ZIP, `message 3`, `row 12`. */
  readonly part?: string;
  /**
   * By what a part, or a message in a file of its own, is found again wherever it stands: its Message-ID, the id, address
   * or headline of a row. Absent for what has none.
   */
  readonly key?: string;
  /**
   * Tells the place that it was read from without naming it: SHA-256 of the absolute path. The same place with other
   * bytes is a new revision. Absent for what was pasted.
   */
  readonly place?: string;
  /** Of a file in a watched folder: the folder's id, `articles` for the project's own. */
  readonly folderId?: string;
  /** Of a file in a watched folder: its path below that folder, with `/` between names. */
  readonly path?: string;
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
  /** Where what was detected came from. Absent in records of schema 1. */
  readonly provenance?: MetadataProvenance;
  /** Who put which field right; has the keys of `corrected`. Absent in records of schema 1. */
  readonly correctedBy?: { readonly [Field in MetadataField]?: FieldCorrection };
  readonly origins: readonly Origin[];
  /** How many annotations were ever made here: the next one's number is one higher. Never goes back (rule D6). */
  readonly annotationsMade: number;
  /** Tags of the article as a whole. Absent: none. */
  readonly tagIds?: readonly TagId[];
  /** Absent: no. */
  readonly starred?: boolean;
  /** Whether the analyst has read it. Absent: no. */
  readonly read?: boolean;
  /** Put out of the way, still searched and cited. Absent: no. */
  readonly archived?: boolean;
  /** When it was put in the trash, where lists and search leave it out; `null` or absent: it was not. */
  readonly trashedAt?: Instant | null;
}

/** One immutable state of an article's text. The text itself is stored under its hash, apart from the record. */
export interface RevisionRecord extends RecordBase<'revision', RevisionId> {
  readonly articleId: ArticleId;
  readonly hash: RevisionHash;
  /** Length of the canonical text in UTF-16 code units. */
  readonly length: number;
  readonly blockCount: number;
  readonly wordCount: number;
  /** Counted from 1 in the article. Absent in records of schema 1, where each article has one. */
  readonly number?: number;
  /** What it was read from. Absent in records of schema 1. */
  readonly source?: RevisionSource;
}

/** What a revision was read from, and what was assumed in reading. */
export interface RevisionSource {
  readonly format: SourceFormat;
  /** The copy of the file in the project's `articles` folder. */
  readonly fileName: string;
  readonly fileHash: string;
  readonly part?: string;
  /** `null` for formats that say it themselves or hold no text coded by the byte. */
  readonly encoding: SourceEncoding | null;
  /** Of a row of a table: which column was taken for what, where the analyst named them. */
  readonly columns?: ColumnMap;
  /** What the analyst has to know of the reading, in sentences: pages without text, what was left out. */
  readonly remarks: readonly string[];
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
  /** Of one that was carried over from an earlier revision: how it came to its passage. Absent: it was made there. */
  readonly carried?: CarriedOver;
  /**
   * The present revision of its article at the time when the analyst chose to leave it on its own one: it is not offered
   * for carrying over to that one again. Absent: no such choice.
   */
  readonly keptFrom?: RevisionId;
}

/**
 * How an annotation came to stand on a later revision: `unchanged`, its words at the place that the differences of the
 * two texts map to; `moved`, its exact words elsewhere; `changed`, words like its own; `placed`, by the analyst's hand.
 */
export type CarryOutcome = 'unchanged' | 'moved' | 'changed' | 'placed';

/** What became of an annotation's passage when its article got another revision. */
export interface CarriedOver {
  /** The passage it had before. */
  readonly from: Passage;
  readonly outcome: CarryOutcome;
  /** 0 to 1, how sure the place is; 1 where the analyst chose it. */
  readonly score: number;
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
  /**
   * Its place among the tags of one parent, as strings compare by code unit, made by the package fractional-indexing so that
   * one tag moves without the others. Absent: after those that have one, by name.
   */
  readonly rank?: string;
}

/** What a link can say. Read from its start (`name`: repeats) or its end (`inverseName`: is repeated by). */
export interface LinkTypeRecord extends RecordBase<'linkType', LinkTypeId> {
  readonly name: string;
  readonly inverseName: string;
  readonly symmetric: boolean;
  /** What it is for, in the analyst's words. Absent: nothing was written. */
  readonly description?: string;
  /** Absent: the colour of the interface. */
  readonly color?: TagColor;
  /** How it is drawn, so that it is told without its colour. Absent: `solid`. */
  readonly line?: LinkLine;
}

/** How a link is drawn. */
export type LinkLine = 'solid' | 'dashed' | 'dotted' | 'double';

/** What a link may point to. */
export type LinkEnd =
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'claim'; readonly id: ClaimId };

/** A typed, directed relation between two annotations, an annotation and a claim, or two claims. */
export interface LinkRecord extends RecordBase<'link', LinkId> {
  readonly typeId: LinkTypeId;
  readonly from: AnnotationId | ClaimId;
  /** What `from` is. Absent: an annotation. */
  readonly fromKind?: 'claim';
  readonly to: LinkEnd;
  /** Why, in the analyst's words. Absent: nothing was written. */
  readonly note?: string;
}

export type ClaimStatus = 'open' | 'corroborated' | 'disputed' | 'refuted';

/** A person or an organisation that makes statements. */
export interface SpeakerRecord extends RecordBase<'speaker', SpeakerId> {
  /** As lists and briefs print it. */
  readonly name: string;
  readonly nature: 'person' | 'organisation';
  /** Other names that sources use for it, without `name`, each once. */
  readonly aliases: readonly string[];
  /** Its office, or what else tells it from others: "Minister of Transport". Empty: nothing. */
  readonly description: string;
}

/** A question of the analyst's to a claim: "Prices of which year?". */
export interface ClaimQuestion {
  readonly question: string;
  /** Empty: open. */
  readonly answer: string;
}

/** How much hangs on a claim: 1 little, 2 some, 3 much. */
export type Importance = 1 | 2 | 3;

/** A statement somebody makes. */
export interface ClaimRecord extends RecordBase<'claim', ClaimId> {
  /** Short, stable, counted from 1 in the project: C4. */
  readonly number: number;
  /** The canonical wording, the analyst's own words. */
  readonly wording: string;
  /** Who makes it, where `speakerId` names no record. Read by `speakerName`. */
  readonly speaker: string | null;
  /** Who makes it. Absent or `null`: `speaker` says it, or it is not stated. */
  readonly speakerId?: SpeakerId | null;
  /** ISO 8601 of the precision that is known. */
  readonly saidOn: string | null;
  /** Of a statement made over some time: the end of it, as `saidOn`, not before that. Absent or `null`: at one time. */
  readonly saidUntil?: string | null;
  /** Where it was made. Absent or `null`: not stated. */
  readonly place?: string | null;
  /** Absent or `null`: not judged. */
  readonly importance?: Importance | null;
  /** Absent: none. */
  readonly questions?: readonly ClaimQuestion[];
  /** The claim that this one is a part of. Absent or `null`: none. */
  readonly parentId?: ClaimId | null;
  /** Its place among the claims of one parent, as a tag's `rank`. Absent: after those that have one, by number. */
  readonly rank?: string;
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
  /** How `search` was meant. Absent: `words`. */
  readonly mode?: 'words' | 'pattern';
  /** The revision that was searched. Absent in records of schema 3 and before. */
  readonly revisionId?: RevisionId;
}

/**
 * The analyst's word on a suggestion of the program's: it is not shown again. What was made of an accepted one stands in
 * records of its own, made by the same change.
 */
export interface DecisionRecord extends RecordBase<'decision', DecisionId> {
  readonly suggestion: 'parallel' | 'cluster' | 'quotation' | 'conflict' | 'silence';
  /** The suggestion's key: of its kind, its articles and its words, whichever revision has them. */
  readonly key: string;
  readonly outcome: 'dismissed' | 'accepted';
  /** The articles that it is about, each once. */
  readonly articleIds: readonly ArticleId[];
  /** 0 to 1: the suggestion's score at that time. */
  readonly score: number;
  /** How the suggestion read, with both passages or the speaker, shortened: by which lists of decisions name it. */
  readonly words: string;
}

/** A document whose quotations are live citations. */
export interface BriefRecord extends RecordBase<'brief', BriefId> {
  readonly title: string;
  /**
   * The whole document. Of schema 5 and before, and of a brief that was not written in since; where it is present it
   * counts and parts do not. Absent: the document stands in parts. Read by `briefContent`.
   */
  readonly content?: RichTextNode;
  /**
   * How sources are cited: the id of a style that comes with the program (`apa`, `chicago-notes`), or of a
   * `citationStyle`. Absent: the program's own.
   */
  readonly citationStyle?: string;
  /** Where notes stand. Absent: `footnotes`. */
  readonly notes?: 'footnotes' | 'endnotes';
  /** Whether a bibliography stands at the end. Absent: where the style has one. */
  readonly bibliography?: boolean;
  /** BCP 47: of the writer's own words. Absent: not stated. */
  readonly language?: string;
}

/** A run of a brief's top-level blocks, so that a pause in typing saves these and not the whole brief. */
export interface BriefPartRecord extends RecordBase<'briefPart', BriefPartId> {
  readonly briefId: BriefId;
  /** Its place among the brief's parts, as strings compare by code unit, made by the package fractional-indexing. */
  readonly order: string;
  readonly content: readonly RichTextNode[];
}

/** A picture that a brief shows as a figure: what was seen of the project when it was made. */
export interface PictureRecord extends RecordBase<'picture', PictureId> {
  readonly of: 'matrix' | 'graph' | 'timeline' | 'other';
  /** A whole SVG document that names nothing outside itself. */
  readonly svg: string;
  /** The same as PNG, in base64. */
  readonly png: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who do not see it. */
  readonly description: string;
  /** What of the project it was drawn from. Absent: not kept, as in a picture from elsewhere. */
  readonly drawnFrom?: FigureOrigin;
}

/** What a figure was drawn from, so that it is known when that says something else. */
export interface FigureOrigin {
  /** The claims, articles and annotations that it shows; `null`: all that there were. */
  readonly ids: readonly string[] | null;
  /** Of a graph: what it draws. */
  readonly graph?: {
    readonly passages: boolean;
    readonly articles: boolean;
    readonly claims: boolean;
    readonly evidence: boolean;
    /** Ids of link types that it leaves out. */
    readonly hiddenTypes: readonly string[];
  };
  /** Of the facts that it shows (`figureDigest`), not of the picture. */
  readonly digest: string;
}

/** A style of citations that the analyst brought along. */
export interface CitationStyleRecord extends RecordBase<'citationStyle', CitationStyleId> {
  readonly title: string;
  /** The style as a CSL 1.0 file. */
  readonly xml: string;
}

export interface SavedSearchRecord extends RecordBase<'savedSearch', SavedSearchId> {
  readonly name: string;
  readonly query: string;
  /** Absent: `words`. */
  readonly mode?: 'words' | 'pattern';
  /** How its results were shown. Absent: as articles. */
  readonly view?: 'articles' | 'concordance';
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
  | SpeakerRecord
  | ClaimRecord
  | EvidenceRecord
  | SilenceRecord
  | DecisionRecord
  | BriefRecord
  | BriefPartRecord
  | PictureRecord
  | CitationStyleRecord
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
  'speaker',
  'claim',
  'link',
  'evidence',
  'silence',
  'decision',
  'picture',
  'citationStyle',
  'brief',
  'briefPart',
  'savedSearch',
] as const satisfies readonly RecordKind[];
