import type { ComposedBrief } from '../record/brief-bundle.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { BriefPartRecord, BriefRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/**
 * The whole document of a brief: its `content` where it has one (rule I1), else the blocks of its parts, one after the
 * other. Never without a block: an empty brief is an empty paragraph. Blocks are the records' own, not copies. Cost: a list
 * of the blocks.
 *
 * @param parts the brief's own, in their order
 */
export function briefContent(brief: BriefRecord, parts: readonly BriefPartRecord[]): RichTextNode {
  if (brief.content !== undefined) return brief.content;
  const content = parts.flatMap((part) => part.content);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

/** `briefContent` of a brief as a source has it. */
export function briefContentIn(
  records: Pick<RecordSource, 'partsOf'>,
  brief: BriefRecord,
): RichTextNode {
  return briefContent(brief, records.partsOf(brief.id));
}

/** A brief with its whole document, last modified when any of it was. */
export function composedBrief(
  records: Pick<RecordSource, 'partsOf'>,
  brief: BriefRecord,
): ComposedBrief {
  const content = briefContentIn(records, brief);
  if (brief.content !== undefined) return { ...brief, content };
  const times = records.partsOf(brief.id).map((part) => part.modifiedAt);
  const modifiedAt = times.reduce((latest, at) => (at > latest ? at : latest), brief.modifiedAt);
  return { ...brief, content, modifiedAt };
}

/** The order of a brief's parts. Two of one place (made side by side) stand as they were made. */
export function inOrderOfParts(one: BriefPartRecord, other: BriefPartRecord): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
