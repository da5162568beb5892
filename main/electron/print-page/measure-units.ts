import type { PageUnit } from '../../../app/brief/paper/page-units.ts';
import { lineBounds } from './measure-lines.ts';

/** A unit with where in the page it is. */
export interface MeasuredUnit extends Omit<PageUnit, 'notes'> {
  /** The box or the block of lines. */
  readonly element: Element;
  /** Of a line of a block: the height above which the lines before it are. `null`: the unit begins its element. */
  readonly line: number | null;
  /** The outermost element that begins with the unit: what a page break goes before. Of later lines their block. */
  readonly outermost: Element;
}

type Penalty = PageUnit['penalty'];
type Draft = { -readonly [Key in keyof MeasuredUnit]: MeasuredUnit[Key] };

/**
 * The text of an element in units that no page parts, in order, as its styles say (`break-inside`, `break-after`, `orphans`,
 * `widows`). What stands at the foot of pages is left out. Cost: one look at the boxes of each element.
 */
export function measureUnits(root: Element): MeasuredUnit[] {
  const units: Draft[] = [];
  children(root);
  return units;

  function children(element: Element): void {
    for (const child of element.children) visit(child);
  }

  function visit(element: Element): void {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.position === 'absolute') return;
    const first = units.length;
    const box = element.getBoundingClientRect();
    if (element instanceof HTMLTableElement) rows(element);
    else if (isPicture(element)) add(element, box);
    else if (holdsBlocks(element)) children(element);
    else lines(element, style);
    const [begin, end] = [units[first], units.at(-1)];
    if (begin === undefined || end === undefined || units.length === first) return;
    begin.start = Math.min(begin.start, box.top);
    begin.outermost = element;
    end.end = Math.max(end.end, box.bottom);
    if (style.breakInside === 'avoid') {
      for (const unit of units.slice(first + 1)) raise(unit, 1);
    }
    if (style.breakAfter === 'avoid') keptWithNext.add(end);
  }

  function add(element: Element, { top, bottom }: DOMRect): Draft {
    const unit: Draft = {
      element,
      line: null,
      outermost: element,
      start: top,
      end: bottom,
      penalty: 0,
      repeated: 0,
    };
    const before = units.at(-1);
    if (before !== undefined && keptWithNext.has(before)) raise(unit, 3);
    units.push(unit);
    return unit;
  }

  function lines(element: Element, style: CSSStyleDeclaration): void {
    const box = element.getBoundingClientRect();
    const bounds = lineBounds(element);
    const [orphans, widows] = [Number(style.orphans) || 2, Number(style.widows) || 2];
    const first = add(element, box);
    first.end = bounds[0] ?? box.bottom;
    for (const [index, bound] of bounds.entries()) {
      const line = add(element, box);
      line.line = bound;
      line.start = bound;
      line.end = bounds[index + 1] ?? box.bottom;
      const [above, below] = [index + 1, bounds.length - index];
      if (above < orphans || below < widows) raise(line, 2);
    }
  }

  function rows(table: HTMLTableElement): void {
    const head = table.tHead;
    const isRepeated = head !== null && getComputedStyle(head).display === 'table-header-group';
    const repeated = isRepeated ? head.getBoundingClientRect().height : 0;
    // How many rows the cells of those above still reach down.
    let reach = 0;
    for (const row of table.rows) {
      const unit = add(row, row.getBoundingClientRect());
      if (head !== null && row.parentElement !== head) {
        unit.repeated = repeated;
        if (isRepeated && row === table.tBodies[0]?.rows[0]) raise(unit, 3);
      } else if (isRepeated && row !== head.rows[0]) raise(unit, 3);
      if (reach > 0) raise(unit, 1);
      reach = Math.max(reach - 1, 0, ...[...row.cells].map(({ rowSpan }) => rowSpan - 1));
    }
  }
}

const keptWithNext = new WeakSet<Draft>();

function raise(unit: Draft, penalty: Penalty): void {
  if (unit.penalty < penalty) unit.penalty = penalty;
}

function isPicture(element: Element): boolean {
  return element.matches('.drawing, img, svg');
}

function holdsBlocks(element: Element): boolean {
  return [...element.children].some((child) => {
    const { display, position } = getComputedStyle(child);
    return !display.startsWith('inline') && display !== 'none' && position !== 'absolute';
  });
}
