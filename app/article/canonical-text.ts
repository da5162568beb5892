import type { TextOffset } from '../base/brand.ts';
import type { Block } from '../record/text.ts';
import type { BlockDraft } from './block-draft.ts';

/** A canonical text with its blocks: a `RevisionText` that has no name yet. */
export interface CanonicalText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

// A group of surrogates in a pattern with the `u` flag matches lone ones only.
const loneSurrogate = /\p{Surrogate}/gu;

// C0 but for white space, DEL, C1 but for NEL (a line end), the byte order mark, and the two noncharacters that no XML
// file (DOCX, ODT, EPUB) may hold.
const dropped = /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]/g;

// All but a single space, which stays what it is: a long text has millions.
const whiteSpaceRun =
  / [\t-\r \x85\u2028\u2029]+|[\t-\r\x85\u2028\u2029][\t-\r \x85\u2028\u2029]*/g;

// Alternatives anchored at both ends; the second half looks behind so that a long inner run is not tried at each place.
const outerWhiteSpace = /^\p{White_Space}+|(?<!\p{White_Space})\p{White_Space}+$/gu;

const invisibleOnly = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]*$/u;

// All but ASCII and the letters and signs that European languages add to it. A text without any of it and without a space
// at either end or beside another is canonical as it stands, as most are.
const unusual = /[^ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027]/;

function isUsual(text: string): boolean {
  return (
    text !== '' &&
    !text.startsWith(' ') &&
    !text.endsWith(' ') &&
    !text.includes('  ') &&
    !unusual.test(text)
  );
}

// Engines keep all matches of a pattern in a string until its replacement is whole.
const longestPiece = 1_000_000;
// Between two letters that no rule touches or looks beyond.
const seam = /[!-~\u00a1-\u1fff\u3001-\ud7ff]{2}/g;

/**
 * One block's text by rules T4 and T5; empty if nothing in it can be seen. Applying it twice changes nothing more.
 * Linear in the text's length.
 */
export function canonicalBlockText(text: string): string {
  if (isUsual(text)) return text;
  const clean = (text.length > longestPiece ? cleanedInPieces(text) : cleaned(text)).replace(
    outerWhiteSpace,
    '',
  );
  return invisibleOnly.test(clean) ? '' : clean;
}

function cleaned(text: string): string {
  return text.replace(loneSurrogate, '\ufffd').replace(dropped, '').replace(whiteSpaceRun, ' ');
}

function cleanedInPieces(text: string): string {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    seam.lastIndex = start + longestPiece;
    const end = (seam.exec(text)?.index ?? text.length - 1) + 1;
    pieces.push(cleaned(text.slice(start, end)));
    start = end;
  }
  return pieces.join('');
}

/** The canonical text of drafts by rules T1 to T5. Drafts with nothing to see leave no block. Linear. */
export function canonicalText(drafts: Iterable<BlockDraft>): CanonicalText {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let offset = 0;
  for (const draft of drafts) {
    const text = canonicalBlockText(draft.text);
    if (text === '') continue;
    const start = offset as TextOffset;
    const end = (offset + text.length) as TextOffset;
    const page = draft.page === undefined ? {} : { page: draft.page };
    if (draft.kind === 'heading') {
      const level = Math.min(6, Math.max(1, draft.level ?? 1));
      blocks.push({ kind: 'heading', start, end, level, ...page });
    } else {
      blocks.push({ kind: draft.kind, start, end, ...page });
    }
    texts.push(text);
    offset = end + 1;
  }
  return { text: texts.join('\n'), blocks };
}
