import type { BlockDraft } from './block-draft.ts';
import { canonicalBlockText } from './canonical-text.ts';
import { countWords } from './count-words.ts';
import { lineWrapping } from './hard-wrapped.ts';

/** What a plain text holds. */
export interface PlainText {
  /** What the text states as its title, canonical; `null`: nothing in it looks like one. */
  readonly title: string | null;
  readonly drafts: readonly BlockDraft[];
}

const lineEnd = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;
const blocksThatMayBeTitle = 3;
const fewestTitleWords = 3;
const longestTitle = 200;

// Full stop, comma, colon and semicolon of the scripts that have their own, with closing marks behind them.
const endsLikeSentence = /[.,:;…。．，：；、।۔؛،]["'”’»›“‘」』)\]\s]*$/u;

/** Takes a plain text apart by rules T8 and T9. Linear. */
export function readPlainText(text: string): PlainText {
  const blocks = plainTextParagraphs(text.split(lineEnd));
  const index = blocks.slice(0, blocksThatMayBeTitle).findIndex(looksLikeTitle);
  const drafts = blocks.map(
    (block, position): BlockDraft =>
      position === index
        ? { kind: 'heading', level: 1, text: block }
        : { kind: 'paragraph', text: block },
  );
  return { title: blocks[index] ?? null, drafts };
}

/** The blocks of lines, canonical and none of them empty, by rule T8. Linear. */
export function plainTextParagraphs(lines: readonly string[]): string[] {
  const wrapping = lineWrapping(lines);
  const blocks: string[] = [];
  let open: string[] = [];
  const close = () => {
    const block = canonicalBlockText(open.join(' '));
    if (block !== '') blocks.push(block);
    open = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      close();
      continue;
    }
    open.push(line);
    const next = lines[index + 1];
    if (next === undefined || !wrapping.joins(line, next)) close();
  }
  close();
  return blocks;
}

function looksLikeTitle(block: string): boolean {
  return (
    block.length <= longestTitle &&
    !endsLikeSentence.test(block) &&
    countWords(block) >= fewestTitleWords
  );
}
