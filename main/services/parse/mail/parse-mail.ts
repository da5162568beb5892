import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline } from '../../../../app/article/headline.ts';
import type { SourceFormat } from '../../../../app/record/records.ts';
import { parseFailure } from '../parse-failure.ts';
import type { PartKeys } from '../part-keys.ts';
import type { Source, SourcePart } from '../source.ts';
import { mailBody } from './mail-body.ts';
import { mailMetadata } from './mail-metadata.ts';
import { messageKey } from './message-key.ts';
import { readMime } from './mime-part.ts';

const attachmentsNamed = 10;

/** The article of one message by rule T18. */
export function parseMail(
  bytes: Uint8Array,
  source: Source,
  format: SourceFormat,
  part: string | null,
  keys: PartKeys,
): SourcePart {
  const message = readMime(bytes);
  const key = keys.keyOf(messageKey(message));
  const { drafts, encoding, remarks, attachments } = mailBody(message, source.encoding);
  const { metadata, provenance } = mailMetadata(message);
  if (canonicalText(drafts).blocks.length === 0) {
    return { part, ...key, format, encoding, article: parseFailure('no-text') };
  }
  const { title } = metadata;
  const text = canonicalText(title === null ? drafts : withHeadline(drafts, title));
  const value = {
    metadata: { ...metadata, title: title ?? fileTitle(source.fileName) },
    provenance:
      title === null
        ? ({ ...provenance, title: { source: 'file-name', confidence: 'guessed' } } as const)
        : provenance,
    ...text,
    remarks: [...remarks, ...attachmentRemark(attachments)],
  };
  return { part, ...key, format, encoding, article: { ok: true, value } };
}

function attachmentRemark(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const named = names
    .slice(0, attachmentsNamed)
    .map((name) => `“${name.slice(0, 100)}”`)
    .join(', ');
  const more =
    names.length > attachmentsNamed ? ` and ${names.length - attachmentsNamed} more` : '';
  return [
    `Attached files were not read: ${named}${more}. Save them and import them if they matter.`,
  ];
}
