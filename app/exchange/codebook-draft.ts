import type { TagColor } from '../record/records.ts';

/** A tag as a file or a template describes it. What it does not say is `null`. */
export interface DraftTag {
  /** The same guid is the same tag: a UUID in lower case. */
  readonly guid: string | null;
  readonly name: string;
  /** The place of its parent in the draft's list, which stands before it; `null`: at the top. */
  readonly parent: number | null;
  readonly color: TagColor | null;
  readonly description: string | null;
  /** 1 to 9. */
  readonly key: number | null;
}

/** A codebook that was read and is not part of the project yet. */
export interface CodebookDraft {
  /** Each after its parent, siblings in their order. */
  readonly tags: readonly DraftTag[];
  /** What could not be carried over, in sentences. */
  readonly remarks: readonly string[];
}
