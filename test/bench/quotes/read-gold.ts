import type { BlockDraft } from '../../../app/article/block-draft.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { RevisionText } from '../../../app/record/text.ts';

/** One piece of what somebody says, as a person marked it. */
export interface GoldPiece {
  readonly start: number;
  readonly end: number;
  readonly sort: 'quotation' | 'reported' | 'not-speech';
  /** Names that are right for the speaker; empty: nobody can be named. */
  readonly speakers: readonly string[];
  /** "split", "pronoun", "unnamed". */
  readonly kinds: readonly string[];
}

export interface GoldText {
  readonly name: string;
  readonly text: RevisionText;
  readonly language: string;
  /** Whether every reported statement is marked. */
  readonly reported: boolean;
  readonly pieces: readonly GoldPiece[];
}

interface Open {
  readonly start: number;
  readonly sort: 'quotation' | 'reported' | 'not-speech' | 'more';
}

/**
 * Reads a text that is marked by hand: `⟦…⟧{Name/Other name; kinds}` a quotation, `⟦+|…⟧` another piece of the one
 * before, `⟦r|…⟧{…}` a reported statement, `⟦x|…⟧` what stands between marks and is not said by anybody. Blocks are parted
 * by empty lines; `# ` begins a heading, `> ` a block quotation. A piece over several paragraphs counts as one for each.
 */
export function readGold(name: string, source: string): GoldText {
  const [head = '', ...rest] = source.split('\n\n');
  const drafts: BlockDraft[] = [];
  for (const block of rest) {
    const words = block.trim();
    if (words === '') continue;
    const heading = /^#+ /u.exec(words);
    if (heading !== null)
      drafts.push({
        kind: 'heading',
        level: heading[0].length - 1,
        text: words.slice(heading[0].length),
      });
    else if (words.startsWith('> ')) drafts.push({ kind: 'quotation', text: words.slice(2) });
    else drafts.push({ kind: 'paragraph', text: words });
  }
  const marked = canonicalText(drafts);
  let text = '';
  const pieces: GoldPiece[] = [];
  const open: Open[] = [];
  const ends: number[] = [];
  const marks = /⟦(?:([rx+])\|)?|⟧(?:\{([^}]*)\})?|\n/gu;
  let from = 0;
  const blocks = marked.blocks.map((block) => ({ ...block }));
  const removedBefore: { at: number; removed: number }[] = [];
  let removed = 0;
  for (const match of marked.text.matchAll(marks)) {
    text += marked.text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '\n') {
      text += '\n';
      ends.push(text.length);
      continue;
    }
    removed += match[0].length;
    removedBefore.push({ at: match.index, removed });
    if (match[0].startsWith('⟦')) {
      const sort =
        match[1] === 'r'
          ? 'reported'
          : match[1] === 'x'
            ? 'not-speech'
            : match[1] === '+'
              ? 'more'
              : 'quotation';
      open.push({ start: text.length, sort });
      continue;
    }
    const begun = open.pop();
    if (begun === undefined)
      throw new Error(
        `${name}: a piece ends that did not begin, before “${marked.text.slice(from, from + 30)}”.`,
      );
    const [names = '', kinds = ''] = (match[2] ?? '').split(';').map((part) => part.trim());
    const before = pieces.findLast(({ sort }) => sort === 'quotation');
    const shared = begun.sort === 'more' && before !== undefined ? before : null;
    const speakers =
      shared?.speakers ??
      (names === '' || names === '-' ? [] : names.split('/').map((each) => each.trim()));
    const sort = begun.sort === 'more' ? 'quotation' : begun.sort;
    for (const [start, end] of lines(text, begun.start, text.length)) {
      pieces.push({
        start,
        end,
        sort,
        speakers,
        kinds: shared?.kinds ?? (kinds === '' ? [] : kinds.split(/\s+/u)),
      });
    }
  }
  text += marked.text.slice(from);
  if (open.length > 0) throw new Error(`${name}: a piece does not end.`);
  let start = 0;
  const plain = text.split('\n').map((line, index) => {
    const block = blocks[index];
    if (block === undefined) throw new Error(`${name}: blocks and lines differ.`);
    const at = start;
    start += line.length + 1;
    return {
      ...block,
      start: at,
      end: at + line.length,
    } as unknown as RevisionText['blocks'][number];
  });
  return {
    name,
    text: { hash: '0'.repeat(64) as RevisionHash, text, blocks: plain },
    language: /language: (\S+)/u.exec(head)?.[1] ?? 'en',
    reported: head.includes('reported: all'),
    pieces: pieces.sort((one, other) => one.start - other.start),
  };
}

function lines(text: string, start: number, end: number): [number, number][] {
  const found: [number, number][] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    found.push([from, from + line.length]);
    from += line.length + 1;
  }
  return found;
}
