import type { MentionKind, MentionTarget } from '../../app/brief/mentions.ts';
import type { TagColor } from '../../app/record/records.ts';

/** A record as a reference shows it now. */
export interface ShownRecord {
  readonly target: MentionTarget;
  /** Its number, `3:10`, `C4`, `3`; empty for a tag. */
  readonly label: string;
  /** Its title, wording or name; of an annotation the beginning of its words. Never empty. */
  readonly name: string;
  /** What helps to tell it from its like: an outlet, a parent tag. Empty: nothing. */
  readonly detail: string;
  /** Of a tag, or of an annotation's first one; `null` without one. */
  readonly color: TagColor | null;
  /** Whether it, or its article, is in the trash. */
  readonly trashed: boolean;
}

/** What references show, find and open: the records as they are now. The editor keeps no words of its own (rule N1). */
export interface ReferenceSource {
  /** `null`: removed. */
  shown(target: MentionTarget): ShownRecord | null;
  /**
   * Looks for what was typed after `@`, the best first; with nothing typed, what is at hand. Tells what it has at once,
   * and again whenever it has better, until `isDone`. The result ends that.
   */
  search(
    typed: string,
    onFound: (found: readonly ShownRecord[], isDone: boolean) => void,
  ): () => void;
  /** Calls `listener` after any record may have changed; the result ends that. */
  subscribe(listener: () => void): () => void;
  /** The analyst wants to see the record: a click, or Enter. */
  open(target: MentionTarget): void;
  /** Says something to a screen reader. */
  say(text: string): void;
}

/** What people call a kind of record. */
export const kindWords: Readonly<Record<MentionKind, string>> = {
  article: 'Article',
  annotation: 'Annotation',
  tag: 'Tag',
  claim: 'Claim',
};

/** "Claim C4: The tunnel opens in 2032.": a reference as one line, for a screen reader. */
export function describeReference(kind: MentionKind, shown: ShownRecord | null): string {
  if (shown === null) return `Removed ${kindWords[kind].toLowerCase()}`;
  const trash = shown.trashed ? ', in the trash' : '';
  return `${kindWords[kind]} ${[shown.label, shown.name].filter(Boolean).join(': ')}${trash}`;
}

/** A reference as it is copied into other programs. */
export function referencePlainText(kind: MentionKind, shown: ShownRecord | null): string {
  if (shown === null) return `[removed ${kindWords[kind].toLowerCase()}]`;
  if (kind === 'annotation') return `${shown.label} “${shown.name}”`;
  return kind === 'claim' ? `${shown.label}: ${shown.name}` : shown.name;
}
