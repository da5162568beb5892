import fc from 'fast-check';
import type {
  PrintedBlock,
  PrintedBrief,
  PrintedNote,
  PrintedRun,
} from '../../app/brief/print/printed-brief.ts';
import { passageOf, printedBrief, squarePicture } from './printed-brief.ts';

/** What a brief is drawn from: how many blocks, and how many words a note has. */
export interface FootnotedSize {
  readonly blocks: number;
  readonly longestNote: number;
}

const scripts = [
  (word: string) => word,
  (word: string) => word,
  (word: string) => word,
  (word: string) => `המנהרה שלום ${word}`,
  (word: string) => `首相は、トンネルの費用が増えたと述べた。${word}`,
] as const;

/**
 * A brief with notes wherever there can be any, each word of which (`w12x`) stands in it once; words of the heads of tables, which paper may repeat,
 * begin with another letter. The same for the same seed.
 */
export function footnotedBrief(seed: number, { blocks, longestNote }: FootnotedSize): PrintedBrief {
  const [drawn] = fc.sample(fc.array(fc.nat(999_999), { minLength: 4_000, maxLength: 4_000 }), {
    seed,
    numRuns: 1,
  });
  let at = 0;
  const below = (limit: number): number => {
    at += 1;
    return (drawn?.[at % drawn.length] ?? 0) % limit;
  };
  let counted = 0;
  const notes: PrintedNote[] = [];
  const text = (count: number, letter = 'w'): PrintedRun => {
    const script = scripts[below(scripts.length)] ?? ((word: string) => word);
    const made = Array.from({ length: Math.max(1, count) }, () => {
      counted += 1;
      return ` ${script(`${letter}${counted}x`)}`;
    });
    return { kind: 'text', text: made.join(''), ...(below(6) === 0 ? { emphasis: true } : {}) };
  };
  const note = (): PrintedRun => {
    const number = notes.length + 1;
    const paragraphs = below(5) === 0 ? 3 : 1;
    const long = below(6) === 0 ? longestNote : 14;
    const written = Array.from({ length: paragraphs }, () => words(1 + below(long)));
    notes.push({ number, passages: [], blocks: written });
    return { kind: 'note', number };
  };
  const words = (count: number, letter = 'w'): PrintedBlock => ({
    kind: 'paragraph',
    runs: [text(count, letter)],
  });
  const marked = (count: number): PrintedRun[] =>
    Array.from({ length: 1 + below(3) }, () => [
      text(1 + below(count)),
      ...(below(2) === 0 ? [note()] : []),
      ...(below(12) === 0 ? [note(), note(), note()] : []),
    ]).flat();
  const paragraph = (count: number): PrintedBlock => ({ kind: 'paragraph', runs: marked(count) });
  const cell = (isHeader: boolean, count: number, rowSpan = 1) => ({
    isHeader,
    columnSpan: 1,
    rowSpan,
    blocks: isHeader
      ? [words(2, 'h')]
      : Array.from({ length: 1 + below(2) }, () => paragraph(count)),
  });
  const block = (index: number): PrintedBlock => {
    switch (below(12)) {
      case 0:
        return {
          kind: 'heading',
          level: (1 + below(3)) as 1 | 2 | 3,
          id: `heading-${index}`,
          runs: marked(4),
        };
      case 1:
        return {
          kind: 'list',
          start: below(2) === 0 ? null : 1,
          items: Array.from({ length: 2 + below(5) }, () => [
            paragraph(30),
            ...(below(3) === 0
              ? [{ kind: 'list', start: 3, items: [[paragraph(9)], [paragraph(40)]] } as const]
              : []),
          ]),
        };
      case 2:
        return { kind: 'aside', blocks: [paragraph(60), paragraph(80)] };
      case 3: {
        const high = below(4) === 0 ? 260 : 12;
        const reaching = below(3) === 0;
        return {
          kind: 'table',
          rows: [
            [cell(true, 2), cell(true, 2), cell(true, 2)],
            ...Array.from({ length: 2 + below(14) }, (_, row) =>
              reaching && row === 1
                ? [cell(false, high), cell(false, 9)]
                : [
                    cell(false, 9, reaching && row === 0 ? 2 : 1),
                    cell(false, high),
                    cell(false, 12),
                  ],
            ),
          ],
        };
      }
      case 4:
        return {
          kind: 'claim',
          label: `C${index}`,
          wording: 'A claim',
          about: marked(9),
          evidence: [1, 2, 3].map(() => ({
            stance: 'asserts',
            passage: 0,
            runs: [text(40)],
            credit: [text(5), note()],
          })),
        };
      case 5:
        return { kind: 'figure', picture: squarePicture, caption: marked(9) };
      default:
        return paragraph(below(5) === 0 ? 400 : 90);
    }
  };
  const made = Array.from({ length: blocks }, (_, index) => block(index));
  return printedBrief(made, {
    title: 'Notes everywhere',
    notes,
    passages: [passageOf('1:1', 'what is cited')],
  });
}
