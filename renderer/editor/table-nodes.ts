import type { Attrs, DOMOutputSpec, NodeSpec } from 'prosemirror-model';

const cellContent = '(paragraph | quotation_citation | claim_citation)+';

const cellAttributes = {
  colspan: { default: 1, validate: 'number' },
  rowspan: { default: 1, validate: 'number' },
  // Held for prosemirror-tables, which writes it; widths follow from what the cells hold.
  colwidth: { default: null },
};

/**
 * Tables of briefs, as `prosemirror-tables` knows them by their roles. Its own specs are not taken, so that the package is
 * read only once a brief is shown. Cells hold what a line of a Markdown table can hold: paragraphs and citations.
 */
export const tableNodes = {
  table: {
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    group: 'block',
    parseDOM: [{ tag: 'table' }],
    // The frame is as wide as the table, which itself stays a table for assistive technology.
    toDOM: (): DOMOutputSpec => [
      'div',
      { class: 'table-frame' },
      ['table', { class: ownTable }, ['tbody', 0]],
    ],
  },
  table_row: {
    content: '(table_cell | table_header)*',
    tableRole: 'row',
    parseDOM: [{ tag: 'tr' }],
    toDOM: (): DOMOutputSpec => ['tr', 0],
  },
  table_cell: cell('td', 'cell'),
  table_header: cell('th', 'header_cell'),
} as const satisfies Record<string, NodeSpec>;

/** The class by which a table of ours is known again when it is pasted. */
export const ownTable = 'brief-table';

function cell(tag: 'td' | 'th', tableRole: string): NodeSpec {
  return {
    content: cellContent,
    attrs: cellAttributes,
    tableRole,
    isolating: true,
    parseDOM: [{ tag, getAttrs: spans }],
    toDOM: ({ attrs }) => [
      tag,
      {
        ...(attrs.colspan === 1 ? {} : { colspan: attrs.colspan }),
        ...(attrs.rowspan === 1 ? {} : { rowspan: attrs.rowspan }),
      },
      0,
    ],
  };
}

function spans(dom: HTMLElement): Attrs {
  return {
    colspan: span(dom.getAttribute('colspan')),
    rowspan: span(dom.getAttribute('rowspan')),
    colwidth: null,
  };
}

function span(written: string | null): number {
  const value = Number(written ?? 1);
  return Number.isSafeInteger(value) && value >= 1 && value <= 1_000 ? value : 1;
}
