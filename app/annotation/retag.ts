import type { TagId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord, ClaimRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import type { RecordEdits } from './record-edits.ts';
import { redirectDocuments } from './redirect-documents.ts';

/** A record that tags can be put on. */
export type TaggedRecord = AnnotationRecord | ArticleRecord | ClaimRecord;

/** Every annotation, article and claim with one of the tags. Cost: all of them. */
export function taggedWith(
  source: RecordSource,
  tagIds: ReadonlySet<TagId>,
): readonly TaggedRecord[] {
  const isTagged = (record: TaggedRecord): boolean =>
    record.tagIds?.some((id) => tagIds.has(id)) === true;
  return [
    ...source.list('annotation').filter(isTagged),
    ...source.list('article').filter(isTagged),
    ...source.list('claim').filter(isTagged),
  ];
}

/**
 * A list of tags with another in the place of some: it stands once, where the first of them or itself stood; the others keep
 * their order. `null` for `into`: they are taken off.
 */
function replaceTags(
  tagIds: readonly TagId[],
  gone: ReadonlySet<TagId>,
  into: TagId | null,
): readonly TagId[] {
  const replaced = tagIds.flatMap((id) => (!gone.has(id) ? [id] : into === null ? [] : [into]));
  return [...new Set(replaced)];
}

/** Replaces tags on every record that has them, as `replaceTags` does. */
export function retagRecords(
  edits: RecordEdits,
  records: readonly TaggedRecord[],
  gone: ReadonlySet<TagId>,
  into: TagId | null,
): void {
  for (const record of records) {
    const tagIds = replaceTags(record.tagIds ?? [], gone, into);
    edits.patch<TaggedRecord>(record, { tagIds });
  }
}

/** Lets notes and briefs that mention some tags mention another in their place. */
export function redirectMentions(
  edits: RecordEdits,
  source: RecordSource,
  gone: ReadonlySet<TagId>,
  into: TagId,
): void {
  redirectDocuments(edits, source, gone, (node) => redirected(node, gone, into));
}

/** The document with another tag in the place of some; the same one if it names none of them. */
function redirected(node: RichTextNode, gone: ReadonlySet<TagId>, into: TagId): RichTextNode {
  const { type, attrs, content } = node;
  if (type === 'reference' && attrs?.kind === 'tag' && gone.has(attrs.id as TagId)) {
    return { ...node, attrs: { ...attrs, id: into } };
  }
  if (content === undefined) return node;
  const next = content.map((child) => redirected(child, gone, into));
  return next.every((child, index) => child === content[index]) ? node : { ...node, content: next };
}
