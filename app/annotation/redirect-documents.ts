import type { RecordSource } from '../record/record-source.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import type { RecordEdits } from './record-edits.ts';

/**
 * Puts every note and brief that mentions some records through `redirect`, which gives the same node where nothing is to be
 * changed. Of a brief in parts only the parts that change are written. Cost: the notes and briefs that mention them.
 */
export function redirectDocuments(
  edits: RecordEdits,
  source: RecordSource,
  ids: Iterable<string>,
  redirect: (node: RichTextNode) => RichTextNode,
): void {
  const records = new Map(
    [...ids].flatMap((id) => source.mentionsOf(id).map((record) => [record.id, record] as const)),
  );
  for (const record of records.values()) {
    if (record.kind === 'claim') {
      if (record.note !== null) edits.patch(record, { note: redirect(record.note) });
    } else if (record.kind === 'annotation') {
      if (record.note !== null) edits.patch(record, { note: redirect(record.note) });
    } else if (record.content !== undefined) {
      edits.patch(record, { content: redirect(record.content) });
    } else {
      for (const part of source.partsOf(record.id)) {
        const content = part.content.map(redirect);
        if (content.some((node, index) => node !== part.content[index])) {
          edits.patch(part, { content });
        }
      }
    }
  }
}
