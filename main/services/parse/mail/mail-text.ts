import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { plainTextParagraphs } from '../../../../app/article/plain-text.ts';

/** Lines of one quoting depth that stand together. */
interface Stretch {
  readonly depth: number;
  readonly lines: string[];
}

/**
 * The blocks of a mail's plain text (rule T18): paragraphs as in any plain text, quoted lines as quotations, the
 * signature behind `-- ` line by line. Lines of a flowed text (RFC 3676) are joined as their writer's program meant;
 * `deletesSpace` is its `delsp`. Linear.
 */
export function mailTextBlocks(
  text: string,
  flowed: { readonly isFlowed: boolean; readonly deletesSpace: boolean },
): BlockDraft[] {
  const lines = text.split(/\r\n|[\n\r]/);
  const joined = flowed.isFlowed ? joinFlowed(lines, flowed.deletesSpace) : lines;
  const drafts: BlockDraft[] = [];
  const signature = joined.lastIndexOf('-- ');
  const body = signature === -1 ? joined : joined.slice(0, signature);
  for (const { depth, lines: stretch } of stretches(body)) {
    const kind = depth === 0 ? 'paragraph' : 'quotation';
    const paragraphs = flowed.isFlowed ? stretch : plainTextParagraphs(stretch);
    for (const paragraph of paragraphs) drafts.push({ kind, text: paragraph });
  }
  if (signature !== -1) {
    for (const line of joined.slice(signature + 1)) {
      drafts.push({
        kind: quoteDepth(line) === 0 ? 'paragraph' : 'quotation',
        text: unquoted(line),
      });
    }
  }
  return drafts;
}

function stretches(lines: readonly string[]): Stretch[] {
  const found: Stretch[] = [];
  for (const line of lines) {
    const depth = quoteDepth(line);
    const last = found.at(-1);
    // A blank line between two quoted ones is theirs.
    if (last !== undefined && (last.depth === depth || line.trim() === '')) {
      last.lines.push(depth === 0 ? line : unquoted(line));
    } else found.push({ depth, lines: [depth === 0 ? line : unquoted(line)] });
  }
  return found;
}

/** Up to 20 marks, so that a line of nothing else costs no more than it should. */
const quoteMarks = /^(?:> ?){1,20}/;

function quoteDepth(line: string): number {
  const marks = quoteMarks.exec(line)?.[0] ?? '';
  return marks.replaceAll(' ', '').length;
}

function unquoted(line: string): string {
  return line.replace(quoteMarks, '');
}

function joinFlowed(lines: readonly string[], deletesSpace: boolean): string[] {
  const joined: string[] = [];
  let open: string[] = [];
  let openDepth = 0;
  const close = () => {
    if (open.length > 0) joined.push('> '.repeat(openDepth) + open.join(''));
    open = [];
  };
  for (const line of lines) {
    const marks = /^>{0,20}/.exec(line)?.[0] ?? '';
    const content = line.slice(marks.length).replace(/^ /, '');
    const isSignature = content === '-- ';
    if (open.length > 0 && (marks.length !== openDepth || isSignature)) close();
    openDepth = marks.length;
    if (isSignature || !content.endsWith(' ')) {
      open.push(content);
      close();
    } else open.push(deletesSpace ? content.slice(0, -1) : content);
  }
  close();
  return joined;
}
