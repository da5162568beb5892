import fc from 'fast-check';
import type {
  PrintedBlock,
  PrintedBrief,
  PrintedCell,
  PrintedPassage,
  PrintedRun,
} from '../../../../app/brief/print/printed-brief.ts';
import { passageOf, printedBrief, quoted, squarePicture } from '../../../support/printed-brief.ts';
import { canonicalText } from '../arbitrary-brief.ts';

/** What may break an escape in one of the formats. */
const hostile = fc.constantFrom(
  ...'<>&"\'`*_~[]()#+-.!|\\:;=^$%{}@/“”‘’…\u00a0\u00ad\u2028',
  ']]>',
  '</w:t>',
  '</p><script>alert(1)</script>',
  '&amp;',
  '&#10;',
  '_x000D_',
  '[^1]',
  '1. ',
  '- ',
  '> ',
  '# ',
  '---',
  '===',
  'https://example.org/a_b?c=d&e',
  'www.example.org',
  '😀',
  '👩‍👩‍👧',
  '𝔘',
  'שלום',
  'العربية 12',
  'é',
  '\u202b',
  '漢字',
  'w'.repeat(300),
);

/** One line of somebody's own words, without white space at its ends. */
const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(hostile, fc.lorem({ maxCount: 2 })), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').trim())
  .filter((text) => text !== '');

const passages: fc.Arbitrary<PrintedPassage[]> = fc
  .array(fc.tuple(canonicalText, line), { minLength: 1, maxLength: 4 })
  .map((texts) =>
    texts.map(([quote, title], index) => passageOf(`${index + 1}:1`, quote, { title })),
  );

function blocksOf(cited: readonly PrintedPassage[]): fc.Arbitrary<PrintedBlock[]> {
  const which = fc.nat(cited.length - 1);
  const words = fc.tuple(line, fc.boolean(), fc.boolean()).map(
    ([text, strong, emphasis]): PrintedRun => ({
      kind: 'text',
      text,
      ...(strong ? { strong } : {}),
      ...(emphasis ? { emphasis } : {}),
    }),
  );
  const inline = which.map(
    (passage): PrintedRun => ({
      kind: 'cited',
      passage,
      runs: quoted(cited[passage]?.quote ?? ''),
    }),
  );
  const runs = fc.array(fc.oneof(words, inline), { minLength: 1, maxLength: 4 });
  const quotation = which.map((passage) => ({
    passage,
    runs: quoted(cited[passage]?.quote ?? ''),
    credit: [{ kind: 'text', text: `Outlet ${passage + 1}` } as const],
  }));
  return fc.letrec<{ block: PrintedBlock; flow: PrintedBlock[] }>((tie) => ({
    flow: fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      runs.map((own): PrintedBlock => ({ kind: 'paragraph', runs: own })),
      quotation.map((own): PrintedBlock => ({ kind: 'quotation', ...own })),
      fc.tuple(line, fc.constantFrom(1, 2, 3)).map(
        ([text, level]): PrintedBlock => ({
          kind: 'heading',
          level: level as 1 | 2 | 3,
          id: `h${text.length}`,
          runs: [{ kind: 'text', text }],
        }),
      ),
      fc.tuple(line, fc.array(quotation, { maxLength: 2 })).map(
        ([wording, evidence]): PrintedBlock => ({
          kind: 'claim',
          label: 'C1',
          wording,
          about: [{ kind: 'text', text: 'disputed' }],
          evidence: evidence.map((item) => ({ ...item, stance: 'asserts' })),
        }),
      ),
      tie('flow').map((blocks): PrintedBlock => ({ kind: 'aside', blocks })),
      fc
        .tuple(fc.array(tie('flow'), { minLength: 1, maxLength: 3 }), fc.option(fc.nat(9)))
        .map(([items, start]): PrintedBlock => ({ kind: 'list', start, items })),
      fc
        .array(fc.array(cell(runs), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows): PrintedBlock => ({ kind: 'table', rows })),
      line.map(
        (text): PrintedBlock => ({
          kind: 'figure',
          picture: { ...squarePicture, description: text },
          caption: [{ kind: 'text', text }],
        }),
      ),
    ),
  })).flow;
}

function cell(runs: fc.Arbitrary<PrintedRun[]>): fc.Arbitrary<PrintedCell> {
  return fc
    .tuple(runs, fc.boolean(), fc.constantFrom(1, 1, 2), fc.constantFrom(1, 1, 2))
    .map(([own, isHeader, columnSpan, rowSpan]) => ({
      isHeader,
      columnSpan,
      rowSpan,
      blocks: [{ kind: 'paragraph', runs: own }],
    }));
}

/** A printed brief of every kind of block with hostile words; quotations are those of its passages. */
export const arbitraryPrinted: fc.Arbitrary<PrintedBrief> = passages.chain((cited) =>
  fc
    .tuple(blocksOf(cited), line)
    .map(([blocks, title]) => printedBrief(blocks, { title, passages: cited })),
);

/** The passages that blocks quote or cite, in the order of the brief, repeated ones repeated. */
export function citedIn(blocks: readonly PrintedBlock[]): number[] {
  return blocks.flatMap(citedInBlock);
}

function citedInBlock(block: PrintedBlock): number[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inRuns(block.runs);
    case 'list':
      return citedIn(block.items.flat());
    case 'aside':
      return citedIn(block.blocks);
    case 'quotation':
      return [block.passage];
    case 'claim':
      return block.evidence.map(({ passage }) => passage);
    case 'table':
      return citedIn(block.rows.flat().flatMap(({ blocks }) => blocks));
    case 'figure':
      return inRuns(block.caption);
  }
}

function inRuns(runs: readonly PrintedRun[]): number[] {
  return runs.flatMap((run) => (run.kind === 'cited' ? [run.passage] : []));
}
