import type { BlockDraft } from '../article/block-draft.ts';
import type { RevisionHash } from '../base/brand.ts';
import type { ArticleId } from '../record/ids.ts';
import type {
  ArticleMetadata,
  ClaimQuestion,
  ClaimStatus,
  Importance,
  LinkLine,
  Stance,
  TagColor,
} from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/**
 * What an import makes records of. Drafts name one another by keys: ids of the file's own, one name space a kind. A key that
 * is a UUID becomes the record's id; from another one an id is derived, always the same (rule J3). So a second
 * import of a file finds what the first one made.
 *
 * Order: tags, speakers and articles come before the annotations and claims that name them. Claims, annotations, links and
 * evidence come in any order.
 */
export type ImportDraft =
  | TagDraft
  | SpeakerDraft
  | ArticleDraft
  | MetadataDraft
  | AnnotationDraft
  | ClaimDraft
  | EvidenceDraft
  | SilenceDraft
  | LinkDraft;

/** Who made something and when, as far as the file says. */
export interface DraftOrigin {
  /** Absent or blank: whoever imports. */
  readonly author?: string | null;
  /** ISO 8601 with a zone. Absent, `null` or unreadable: not stated. */
  readonly createdAt?: string | null;
  readonly modifiedAt?: string | null;
}

/** A tag. One of the same id, or of the same path but for case and accents, is the same: it keeps what it has. */
export interface TagDraft {
  readonly kind: 'tag';
  readonly key: string;
  readonly name: string;
  /** The key of its parent, which comes before it. Absent: at the top. */
  readonly parentKey?: string | null;
  readonly color?: TagColor | null;
  readonly description?: string | null;
}

/**
 * A tag of an annotation: by the key of a `TagDraft`, or by its path from the top. A path that is not there is made.
 * A key that no draft has is a path of one name.
 */
export type DraftTagRef =
  | { readonly key: string; readonly path?: undefined }
  | { readonly path: readonly string[]; readonly key?: undefined };

/** One of the same id or name is the same. */
export interface SpeakerDraft {
  readonly kind: 'speaker';
  readonly key: string;
  readonly name: string;
  readonly nature?: 'person' | 'organisation';
  readonly aliases?: readonly string[];
  readonly description?: string;
}

/** An article with its text. One with the same canonical text in the project is the same article: it keeps what it has. */
export interface ArticleDraft extends DraftOrigin {
  readonly kind: 'article';
  readonly key: string;
  readonly metadata: Partial<ArticleMetadata>;
  /**
   * Its text: blocks as some reader found them; or plain text, blocks told by rule T8; or the bytes of a file in any
   * format that the program imports.
   */
  readonly text:
    | { readonly blocks: readonly BlockDraft[] }
    | { readonly plain: string }
    | { readonly fileName: string; readonly bytes: Uint8Array };
  /**
   * The text that `position` of annotations counts in, if it is another than the canonical one (line ends, spaces): with it
   * positions are mapped. Absent: positions count in the canonical text.
   */
  readonly positionsIn?: string;
  readonly tags?: readonly DraftTagRef[];
  /** The number that it had; kept if it is free. */
  readonly number?: number;
}

/** By what an article is found, in this order; the first that finds one or more counts. */
export interface ArticleTarget {
  /** An `ArticleDraft` of this file. */
  readonly key?: string;
  /** The project's own id. */
  readonly id?: ArticleId;
  /** A revision's text. */
  readonly hash?: RevisionHash;
  /** Compared without fragment, `www.`, scheme and trailing slash. */
  readonly url?: string;
  readonly title?: string;
  /** Tells articles of one title apart. */
  readonly outlet?: string;
  readonly published?: string;
  /** Nothing above found one: the article that holds the quotation, if exactly one does. */
  readonly byQuote?: boolean;
}

/** Metadata of an article that the project has: corrects what is missing or different (one undoable change). */
export interface MetadataDraft {
  readonly kind: 'metadata';
  /** For the report: "entry smith2024". */
  readonly where: string;
  readonly target: ArticleTarget;
  readonly metadata: Partial<ArticleMetadata>;
}

/** Where in a text something is. Offsets alone, or a quotation alone, are enough; each proves the other. */
export interface DraftSelector {
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Half-open. */
  readonly position?: {
    readonly start: number;
    readonly end: number;
    readonly unit: 'utf-16' | 'code-point';
  };
}

/** A highlight. */
export interface AnnotationDraft extends DraftOrigin {
  readonly kind: 'annotation';
  readonly key: string;
  /** For the report: "annotation 12", "line 40". */
  readonly where: string;
  readonly target: ArticleTarget;
  /** `null`: the article as a whole. Its tags become the article's; a note can't be carried, which the frame reports. */
  readonly selector: DraftSelector | null;
  readonly tags: readonly DraftTagRef[];
  readonly note: RichTextNode | null;
  /** The number that it had in its article; kept if it is free. */
  readonly number?: number;
}

export interface ClaimDraft extends DraftOrigin {
  readonly kind: 'claim';
  readonly key: string;
  readonly where: string;
  readonly wording: string;
  /** The key of a `SpeakerDraft`, or a name. */
  readonly speaker?: { readonly key: string } | { readonly name: string } | null;
  readonly saidOn?: string | null;
  readonly saidUntil?: string | null;
  readonly place?: string | null;
  readonly importance?: Importance | null;
  readonly questions?: readonly ClaimQuestion[];
  /** The key of a claim in this file. */
  readonly parentKey?: string | null;
  readonly status?: ClaimStatus;
  readonly confidence?: number | null;
  readonly tags?: readonly DraftTagRef[];
  readonly note?: RichTextNode | null;
  /** Kept if it is free. */
  readonly number?: number;
}

/** An annotation filed under a claim. */
export interface EvidenceDraft extends DraftOrigin {
  readonly kind: 'evidence';
  readonly key: string;
  readonly where: string;
  readonly claimKey: string;
  readonly annotationKey: string;
  readonly stance: Stance;
}

/** The analyst's word that an article does not mention a claim. One of the same claim and article is the same. */
export interface SilenceDraft extends DraftOrigin {
  readonly kind: 'silence';
  readonly key: string;
  readonly where: string;
  readonly claimKey: string;
  /** The article, by the text that was searched. */
  readonly target: ArticleTarget & { readonly hash: RevisionHash };
  readonly search: string;
  readonly mode: 'words' | 'pattern';
}

/** What a link says. One of the same id or name is the same type; another is made. */
export interface DraftLinkType {
  readonly key?: string;
  readonly name: string;
  /** Absent: the name. */
  readonly inverseName?: string;
  readonly symmetric?: boolean;
  readonly description?: string;
  readonly color?: TagColor;
  readonly line?: LinkLine;
}

export interface DraftLinkEnd {
  readonly kind: 'annotation' | 'claim';
  readonly key: string;
}

export interface LinkDraft extends DraftOrigin {
  readonly kind: 'link';
  readonly key: string;
  readonly where: string;
  readonly type: DraftLinkType;
  readonly from: DraftLinkEnd;
  readonly to: DraftLinkEnd;
  readonly note?: string | null;
}
