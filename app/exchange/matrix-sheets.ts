import { cellStates, type MatrixContent, type PlacedPassage } from '../brief/matrix-table.ts';
import { quotationMarks } from '../brief/quotation-marks.ts';
import type { Quotation } from '../brief/resolve-quotation.ts';
import type { MatrixCell } from '../claim/matrix-cell.ts';
import type { ClusterOf } from '../claim/matrix-columns.ts';
import { claimSources } from '../claim/matrix-rows.ts';
import { presentEvidence } from '../claim/present-evidence.ts';
import { speakerName } from '../claim/speakers.ts';
import type { AnnotationId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord } from '../record/records.ts';
import { guessedNames } from './table/guessed-facts.ts';

/** What a cell of a sheet holds: words, or a number that can be reckoned with. */
export type SheetCell = string | number;

/** A sheet of a workbook: a row of heads, then the rows, each worked out when it is read. */
export interface Sheet {
  readonly name: string;
  readonly rows: Iterable<readonly SheetCell[]>;
}

/** What the sheets are made from, beside what is shown. */
export interface MatrixSources {
  readonly records: RecordSource;
  readonly clusterOf: ClusterOf;
  /** What was checked against the text. Throws for an annotation that was not. */
  quotation(id: AnnotationId): Quotation;
}

/** So much fits into one cell of a workbook (ECMA-376, and every program). */
export const mostInCell = 32_767;

/** From so many cells on a cell that nobody has checked is left empty, which the corner says. */
const mostSpelledOut = 250_000;

/**
 * The grid as it is shown, a row for each claim: stances, number of passages, the passages themselves with number and
 * outlet, silence with its search, what counts with what, what is not yet checked (rule X21). What is too long for a cell
 * ends with the reference to the sheet of passages, never within a quotation.
 */
export function* matrixGrid(
  content: MatrixContent,
  sources: MatrixSources,
): Generator<readonly string[]> {
  const { columns, rows } = content;
  const isSpelledOut = columns.length * rows.length <= mostSpelledOut;
  const heads = columns.map(({ title, headline, facts }) =>
    [title, headline, facts.join(' · ')].filter((line) => line !== '').join('\n'),
  );
  yield [isSpelledOut ? 'Claim' : 'Claim (an empty cell: not yet checked)', ...heads];
  for (const { claim, depth } of rows) {
    yield [
      `${'    '.repeat(depth)}C${claim.number} ${claim.wording}`,
      ...columns.map((column) => {
        const shown = content.cellOf(claim.id, column.id);
        const empty = !isSpelledOut && shown?.kind === 'unchecked' && shown.silences.length === 0;
        return empty ? '' : cellText(shown, sources);
      }),
    ];
  }
}

/** One row a passage: where it stands in the matrix, its words in full, and all that is needed to find them. */
export function passageSheet(passages: readonly PlacedPassage[], sources: MatrixSources): Sheet {
  const placed = passages.map(({ claim, column, passage }) => {
    const quotation = sources.quotation(passage.annotation.id);
    const { outlet, published, guesses } = quotation;
    return {
      before: [
        `C${claim.number}`,
        claim.wording,
        column.title,
        passage.evidence.stance,
        quotation.label,
        outlet ?? '',
        quotation.title,
        published ?? '',
        guessedNames(guesses),
      ],
      quote: pieces(quotation.quote),
      after: [
        quotation.start,
        quotation.end,
        quotation.revisionHash,
        quotation.earlierRevision === null
          ? 'present'
          : `revision ${quotation.earlierRevision}, changed by its source since`,
        quotation.url ?? '',
      ],
    };
  });
  const most = Math.max(1, ...placed.map(({ quote }) => quote.length));
  const heads = [
    ...['Claim', 'Wording', 'Column', 'Stance', 'Number', 'Outlet', 'Article', 'Published'],
    'Guessed',
    ...Array.from({ length: most }, (_, index) =>
      index === 0 ? 'Quotation' : `Quotation, part ${index + 1}`,
    ),
    ...['Start (UTF-16)', 'End (UTF-16)', 'SHA-256 of the revision', 'Revision', 'Address'],
  ];
  return {
    name: 'Passages',
    rows: [
      heads,
      ...placed.map(({ before, quote, after }) => [
        ...before,
        ...Array.from({ length: most }, (_, index) => quote[index] ?? ''),
        ...after,
      ]),
    ],
  };
}

/** One row a claim: what the analyst says of it, and how many sources and passages it has in all. */
export function claimSheet(content: MatrixContent, sources: MatrixSources): Sheet {
  const { records, clusterOf } = sources;
  const heads = [
    ...['Claim', 'Wording', 'Part of', 'Speaker', 'Said on', 'Until', 'Place', 'Status'],
    ...['Confidence (%)', 'Importance (1 to 3)', 'Tags', 'Independent sources', 'Passages'],
  ];
  const rowOf = (claim: ClaimRecord): readonly SheetCell[] => {
    const parent = claim.parentId ? records.get('claim', claim.parentId) : null;
    const tags = claim.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []);
    return [
      `C${claim.number}`,
      claim.wording,
      parent === null ? '' : `C${parent.number}`,
      speakerName(records, claim) ?? '',
      claim.saidOn ?? '',
      claim.saidUntil ?? '',
      claim.place ?? '',
      claim.status,
      claim.confidence === null ? '' : Math.round(claim.confidence * 100),
      claim.importance ?? '',
      tags.join('; '),
      claimSources(records, claim, clusterOf),
      presentEvidence(records, claim.id).length,
    ];
  };
  return { name: 'Claims', rows: [heads, ...content.rows.map(({ claim }) => rowOf(claim))] };
}

function cellText(shown: MatrixCell | null, sources: MatrixSources): string {
  const states = cellStates(shown).join('\n');
  if (shown?.kind !== 'evidence') return states;
  const { length } = shown.passages;
  const counted = length === 1 ? '1 passage' : `${length} passages`;
  let text = `${shown.stances.join(', ')} · ${counted}`;
  if (states !== '') text += `\n${states}`;
  const elsewhere = '\nThe rest is on the sheet “Passages”.';
  for (const { annotation, evidence } of shown.passages) {
    const { label, quote, outlet, title } = sources.quotation(annotation.id);
    const [open, close] = quotationMarks(quote);
    const line = `\n${evidence.stance} ${label} (${outlet ?? title}): ${open}${quote}${close}`;
    if (text.length + line.length + elsewhere.length > mostInCell) return text + elsewhere;
    text += line;
  }
  return text;
}

/** A text in pieces that fit into a cell each; joined they are the text. No piece splits a character. */
export function pieces(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  while (text.length - from > mostInCell) {
    const end = from + mostInCell;
    const splits = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    found.push(text.slice(from, splits ? end - 1 : end));
    from = splits ? end - 1 : end;
  }
  return [...found, text.slice(from)];
}
