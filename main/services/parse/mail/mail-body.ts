import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { canonicalText } from '../../../../app/article/canonical-text.ts';
import type { SourceEncoding } from '../../../../app/record/records.ts';
import { decodeText } from '../decode-text.ts';
import { declaredEncoding } from '../encoding/declared-encoding.ts';
import { encodingOfLabel } from '../encoding/decode-as.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/html-document.ts';
import { mailTextBlocks } from './mail-text.ts';
import { attachmentName, type MimePart } from './mime-part.ts';

/** What a mail says. */
export interface MailBody {
  readonly drafts: readonly BlockDraft[];
  /** Of the first text in it; `null` if there is none. */
  readonly encoding: SourceEncoding | null;
  readonly remarks: readonly string[];
  /** Names of files that came with it, or what they are. */
  readonly attachments: readonly string[];
}

const nothing: MailBody = { drafts: [], encoding: null, remarks: [], attachments: [] };

/** The texts of a message in order, one of each set of alternatives. `chosen` is the analyst's encoding. */
export function mailBody(part: MimePart, chosen: string | null): MailBody {
  if (part.parts.length > 0) {
    if (part.type === 'multipart/alternative') return bestAlternative(part.parts, chosen);
    return part.parts.map((inner) => mailBody(inner, chosen)).reduce(joined, nothing);
  }
  const isText = part.type === 'text/plain' || part.type === 'text/html';
  if (!isText || part.disposition.value === 'attachment') {
    // A multipart without parts, and signatures that only programs read, are nothing to tell of.
    if (part.type.startsWith('multipart/') || /signature$/.test(part.type)) return nothing;
    const isInlinePicture =
      part.type.startsWith('image/') && part.disposition.value !== 'attachment';
    return isInlinePicture
      ? nothing
      : { ...nothing, attachments: [attachmentName(part) ?? part.type] };
  }
  const bytes = part.content();
  const label = part.parameters.get('charset');
  const stated = label === undefined ? null : encodingOfLabel(label);
  const declared = stated ?? (part.type === 'text/html' ? declaredEncoding(bytes) : null);
  const decoded = decodeText(bytes, { chosen, declared });
  if (!decoded.ok) return nothing;
  const { text, encoding, remarks } = decoded.value;
  const drafts =
    part.type === 'text/html'
      ? htmlBlocks(parsePage(text).document.body)
      : mailTextBlocks(text, {
          isFlowed: part.parameters.get('format')?.toLowerCase() === 'flowed',
          deletesSpace: part.parameters.get('delsp')?.toLowerCase() === 'yes',
        });
  return { drafts, encoding, remarks, attachments: [] };
}

/**
 * Of one text in several forms the web page, if it says more of its structure than paragraphs or much more than the
 * plain text does ("open this in a browser"); else the plain text.
 */
function bestAlternative(parts: readonly MimePart[], chosen: string | null): MailBody {
  const bodies = parts.map((part) => ({ type: part.type, body: mailBody(part, chosen) }));
  const filled = bodies.filter(({ body }) => hasText(body));
  const plain = (filled.find(({ type }) => type === 'text/plain') ?? filled[0])?.body;
  const rich = filled.at(-1)?.body;
  if (plain === undefined || rich === undefined) return bodies[0]?.body ?? nothing;
  const hasStructure = rich.drafts.some(({ kind }) => kind !== 'paragraph');
  return hasStructure || lengthOf(rich) > lengthOf(plain) * 2 ? rich : plain;
}

function hasText({ drafts }: MailBody): boolean {
  return canonicalText(drafts).blocks.length > 0;
}

function lengthOf({ drafts }: MailBody): number {
  return canonicalText(drafts).text.length;
}

function joined(one: MailBody, other: MailBody): MailBody {
  return {
    drafts: [...one.drafts, ...other.drafts],
    encoding: one.encoding ?? other.encoding,
    remarks: [...one.remarks, ...other.remarks],
    attachments: [...one.attachments, ...other.attachments],
  };
}
