import type { MatrixCell, MatrixPassage } from '../claim/matrix-cell.ts';
import type { MatrixColumn } from '../claim/matrix-columns.ts';
import { searchInWords } from '../claim/search-in-words.ts';
import type { ClaimId } from '../record/ids.ts';
import type { ClaimRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/** What the matrix shows, in its order, as far as an export writes it. */
export interface MatrixContent {
  readonly columns: readonly MatrixColumn[];
  /** `depth`: 0 at the top of the tree of claims. */
  readonly rows: readonly { readonly claim: ClaimRecord; readonly depth: number }[];
  /** `null`: there is no such claim or column any more. */
  cellOf(claimId: ClaimId, columnId: string): MatrixCell | null;
}

/**
 * The matrix as a table of a brief: heads above and at the side, claims as references, passages as citations with their
 * stance, so that all of them show what the records say now and lead back (rule X20). Cost: its cells.
 */
export function matrixTable(content: MatrixContent): RichTextNode {
  const heads = content.columns.map((column) => cell('table_header', columnHead(column)));
  const rows = content.rows.map(({ claim }) => ({
    type: 'table_row',
    content: [
      cell('table_header', [paragraph(reference('claim', claim.id))]),
      ...content.columns.map((column) =>
        cell('table_cell', cellBlocks(content.cellOf(claim.id, column.id))),
      ),
    ],
  }));
  const corner = cell('table_header', [paragraph(text('Claim'))]);
  return {
    type: 'table',
    content: [{ type: 'table_row', content: [corner, ...heads] }, ...rows],
  };
}

/** One cell of the matrix as text of a brief: what it is about, then its passages as quotations, each with its stance. */
export function matrixCellBlocks(
  claim: ClaimRecord,
  column: MatrixColumn,
  shown: MatrixCell,
): readonly RichTextNode[] {
  const about = [reference('claim', claim.id), text(` — ${column.name}`)];
  if (shown.kind !== 'evidence') {
    return [paragraph(...about, text(`: ${cellStates(shown).join('; ')}.`))];
  }
  return [
    paragraph(...about, text(':')),
    ...shown.passages.flatMap(({ annotation, evidence }) => [
      paragraph(text(`${evidence.stance}:`)),
      { type: 'quotation_citation', attrs: { annotationId: annotation.id } },
    ]),
    ...cellStates(shown).map((state) => paragraph(text(state))),
  ];
}

/**
 * What a cell says beside its passages, a line each: "silent", "searched “…”", "counts with Meridian Wire", "not yet
 * checked" (rules X3 to X6). Each search once.
 */
export function cellStates(shown: MatrixCell | null): readonly string[] {
  switch (shown?.kind) {
    case 'evidence':
      return shown.countsWith === null ? [] : [`counts with ${shown.countsWith}`];
    case 'silent': {
      const { confirmedFor } = shown;
      return [
        confirmedFor === null ? 'silent' : `silent, confirmed for revision ${confirmedFor}`,
        ...searchesOf(shown.silences),
      ];
    }
    case 'copy':
      return [`counts with ${shown.of}`];
    case 'unchecked': {
      const { length } = shown.silences;
      if (length === 0) return ['not yet checked'];
      const silent = `not yet checked, ${length} ${length === 1 ? 'article' : 'articles'} silent`;
      return [silent, ...searchesOf(shown.silences)];
    }
    case undefined:
      return [];
  }
}

/** A passage in its place in the matrix. */
export interface PlacedPassage {
  readonly claim: ClaimRecord;
  readonly column: MatrixColumn;
  readonly passage: MatrixPassage;
}

/** The passages of what is shown, cell by cell; one that is filed under several claims comes with each. */
export function* matrixPassages(content: MatrixContent): Generator<PlacedPassage> {
  for (const { claim } of content.rows) {
    for (const column of content.columns) {
      const shown = content.cellOf(claim.id, column.id);
      if (shown?.kind !== 'evidence') continue;
      for (const passage of shown.passages) yield { claim, column, passage };
    }
  }
}

function searchesOf(silences: Extract<MatrixCell, { kind: 'silent' }>['silences']): string[] {
  return [...new Set(silences.map(searchInWords))].filter((words) => words !== '');
}

/** The title, then the headline where the column is one article, leading to it, then the date and what else is known. */
function columnHead(column: MatrixColumn): readonly RichTextNode[] {
  const [articleId] = column.articleIds;
  const single = column.articleIds.length === 1 && articleId !== undefined;
  return [
    paragraph(text(column.title)),
    ...(single && column.headline !== '' ? [paragraph(reference('article', articleId))] : []),
    ...(column.facts.length === 0 ? [] : [paragraph(text(column.facts.join(' · ')))]),
  ];
}

function cellBlocks(shown: MatrixCell | null): readonly RichTextNode[] {
  const passages =
    shown?.kind === 'evidence'
      ? shown.passages.map(({ annotation, evidence }) =>
          paragraph(text(`${evidence.stance}: `), {
            type: 'inline_citation',
            attrs: { annotationId: annotation.id },
          }),
        )
      : [];
  const blocks = [...passages, ...cellStates(shown).map((state) => paragraph(text(state)))];
  return blocks.length === 0 ? [{ type: 'paragraph' }] : blocks;
}

function cell(type: 'table_cell' | 'table_header', content: readonly RichTextNode[]): RichTextNode {
  return { type, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content };
}

function paragraph(...content: readonly RichTextNode[]): RichTextNode {
  return { type: 'paragraph', content };
}

function text(words: string): RichTextNode {
  return { type: 'text', text: words };
}

function reference(kind: 'claim' | 'article', id: string): RichTextNode {
  return { type: 'reference', attrs: { kind, id } };
}
