import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedClaim,
  PrintedPicture,
  PrintedQuotation,
  PrintedRun,
} from '../print/printed-brief.ts';
import { safeLink } from '../safe-link.ts';
import type { HtmlRuns } from './html-runs.ts';
import { isHeadRow, tableGrid } from './table-grid.ts';

/** One dot that nobody sees, as PNG. */
const clearDot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';

/**
 * The blocks of a printed brief as HTML elements. `url`: the address of a passage's article. `paper`: to be printed, where the
 * engine would tag each quotation with its source as a picture, and leave the words for a picture out.
 */
export function htmlBlocks(
  blocks: readonly PrintedBlock[],
  lines: HtmlRuns,
  url: (passage: number) => string | null,
  paper = false,
): Element[] {
  const [figure, caption] = paper ? ['div', 'p'] : ['figure', 'figcaption'];
  const flow = (inner: readonly PrintedBlock[]): Element[] => inner.map(element);
  return flow(blocks);

  function element(block: PrintedBlock): Element {
    switch (block.kind) {
      case 'heading':
        // The brief's title is the `h1`, so its own headings go one down.
        return h(
          `h${block.level + 1}`,
          { id: block.id, dir: lines.directionOf(block.runs) },
          lines.line(block.runs),
        );
      case 'paragraph':
        return h('p', { dir: lines.directionOf(block.runs) }, lines.line(block.runs));
      case 'list': {
        const items = block.items.map((item) => h('li', flow(item)));
        const { start } = block;
        return start === null ? h('ul', items) : h('ol', start === 1 ? {} : { start }, items);
      }
      case 'aside':
        return h('blockquote', { className: ['set-off'] }, flow(block.blocks));
      case 'quotation':
        return h(figure, { className: ['figure', 'cited'] }, [words(block), credit(block)]);
      case 'claim':
        return claim(block);
      case 'table':
        return table(block.rows);
      case 'figure': {
        const { picture } = block;
        const { width, height, description } = picture;
        const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
        const image = paper
          ? drawing(src, picture)
          : h('img', { src, width, height, alt: description });
        const below = block.caption.length === 0 ? [] : [captioned(block.caption)];
        return h(figure, { className: ['figure', 'picture'] }, [image, ...below]);
      }
    }
  }

  /**
   * Chromium (130 to 156) tags no drawing in SVG, and so leaves its description out of a PDF: a picture of one clear dot over it
   * has that.
   */
  function drawing(src: string, { width, height, description }: PrintedPicture): Element {
    return h('span', { className: ['drawing'] }, [
      h('img', { src, width, height, alt: '' }),
      h('img', { className: ['description'], src: clearDot, alt: description }),
    ]);
  }

  /** The quotation as a block that holds its words and nothing else. */
  function words({ passage, runs }: PrintedQuotation): Element {
    const address = url(passage);
    const safe = address === null ? null : safeLink(address);
    const cite = safe === null ? {} : { cite: safe };
    return h('blockquote', { dir: lines.directionOf(runs), ...cite, ...lines.address(passage) }, [
      h('p', lines.quoted(runs, passage)),
    ]);
  }

  function credit({ credit: runs }: PrintedQuotation): ElementContent[] {
    return runs.length === 0 ? [] : [captioned(runs)];
  }

  function captioned(runs: readonly PrintedRun[]): Element {
    return h(caption, { className: ['caption'], dir: lines.directionOf(runs) }, lines.line(runs));
  }

  function claim(block: PrintedClaim): Element {
    const evidence = block.evidence.map((item) =>
      h('li', { dataStance: item.stance }, [
        h('p', { className: ['stance'] }, [
          h('strong', item.stance),
          ...(item.credit.length === 0 ? [] : [text(' · '), ...lines.line(item.credit)]),
        ]),
        words(item),
      ]),
    );
    const about = lines.line(block.about);
    return h('section', { className: ['claim'], ariaLabel: `Claim ${block.label}` }, [
      h('p', { className: ['wording'], dir: lines.direction(block.wording) }, [
        h('span', { className: ['label'] }, `Claim ${block.label}`),
        ' ',
        block.wording,
      ]),
      ...(about.length === 0 ? [] : [h('p', { className: ['about'] }, about)]),
      evidence.length === 0
        ? h('p', { className: ['about'] }, 'No evidence filed.')
        : h('ul', { className: ['evidence'] }, evidence),
    ]);
  }

  /** Heads say what they are the heads of: those of the first row their columns, all others their rows. */
  function table(rows: readonly (readonly PrintedCell[])[]): Element {
    const grid = tableGrid(rows);
    const made = grid.map((line, row) =>
      h(
        'tr',
        line.flatMap((place, column) => {
          if (place === null) return [h('td')];
          if (place.row !== row || place.column !== column) return [];
          const content = flow(place.cell.blocks);
          if (!place.cell.isHeader) return [h('td', spans(place), content)];
          return [h('th', { scope: row === 0 ? 'col' : 'row', ...spans(place) }, content)];
        }),
      ),
    );
    const [first, ...rest] = made;
    // Wide tables go sideways by themselves, not with the page.
    const frame = { className: ['table-frame'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
    const body =
      first !== undefined && isHeadRow(rows[0])
        ? [h('thead', [first]), ...(rest.length === 0 ? [] : [h('tbody', rest)])]
        : [h('tbody', made)];
    return h('div', frame, [h('table', body)]);
  }
}

function spans(place: { readonly columnSpan: number; readonly rowSpan: number }): Properties {
  return {
    ...(place.columnSpan === 1 ? {} : { colSpan: place.columnSpan }),
    ...(place.rowSpan === 1 ? {} : { rowSpan: place.rowSpan }),
  };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
