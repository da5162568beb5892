import { createTextAnnotator, type TextAnnotation } from '@recogito/text-annotator';
import Dexie from 'dexie';
import type { AnnotatedText } from '../reader/annotated-text.ts';

/** What the bench calls in this page. Times in milliseconds. */
export interface FloorPage {
  /** Puts the text on the page, in a box of that size, and highlights it with the browser's own means. Until painted. */
  open(text: AnnotatedText, width: number, height: number): Promise<number>;
  /** One more static range, until the next frame is drawn. */
  add(start: number, end: number, tag: number): Promise<number>;
  /** Lets the highlights go, gives them to recogito's text annotator over the same elements. Until painted. */
  openRecogito(text: AnnotatedText): Promise<number>;
  /** One record put in IndexedDB and one line appended to a file, side by side, both on disk. */
  save(record: { readonly id: string }): Promise<number>;
}

declare global {
  interface Window {
    floor: FloorPage;
    readonly appendLine: (line: string) => Promise<void>;
  }
}

const colors = [
  '#f5dd9a',
  '#cfe3b4',
  '#bcdcec',
  '#f3c9c9',
  '#d9cdf0',
  '#f3d3b0',
  '#b9e2d8',
  '#d5d9e2',
];
const looks = document.head.appendChild(document.createElement('style'));
const database = new Dexie('floor', { chromeTransactionDurability: 'strict' });
database.version(1).stores({ records: 'id' });

let scroller: HTMLElement | null = null;
let places: { readonly node: Text; readonly start: number; readonly end: number }[] = [];
let annotator: { destroy(): void } | null = null;

window.floor = {
  async open({ paragraphs, ranges }, width, height) {
    annotator?.destroy();
    annotator = null;
    scroller?.remove();
    CSS.highlights.clear();
    looks.textContent = '';
    await twoFrames();
    const begun = performance.now();
    scroller = putText(paragraphs, width, height);
    const groups = new Map<number, Highlight>();
    for (const [start, end, tag] of ranges) {
      const group = groups.get(tag) ?? new Highlight();
      groups.set(tag, group);
      group.add(rangeOf(start, end));
    }
    looks.textContent = [...groups.keys()]
      .map((tag) => `::highlight(tag-${tag}) { background-color: ${colors[tag % colors.length]}; }`)
      .join('\n');
    for (const [tag, group] of groups) CSS.highlights.set(`tag-${tag}`, group);
    await twoFrames();
    return performance.now() - begun;
  },
  async add(start, end, tag) {
    await frameDrawn();
    const begun = performance.now();
    CSS.highlights.get(`tag-${tag}`)?.add(rangeOf(start, end));
    await frameDrawn();
    return performance.now() - begun;
  },
  async openRecogito({ paragraphs, ranges }) {
    const whole = paragraphs.join('');
    const element = scroller?.querySelector<HTMLElement>('.reader-text');
    if (element == null) throw new Error('There is no text yet.');
    CSS.highlights.clear();
    await twoFrames();
    // As they are kept: by their places in the text, which has nothing between its elements. It finds the ranges itself.
    const kept = ranges.map(([from, to, tag], index) => {
      const id = `annotation-${index}`;
      const [start, end] = [from - indexAt(from), to - indexAt(to)];
      const selector = [{ quote: whole.slice(start, end), start, end }];
      const body = { id: `body-${index}`, annotation: id, purpose: 'tagging', value: `tag ${tag}` };
      return { id, bodies: [body], target: { annotation: id, selector } };
    });
    const begun = performance.now();
    const made = createTextAnnotator(element, { renderer: 'CSS_HIGHLIGHTS' });
    annotator = made;
    // Not by `setAnnotations`, which in this version takes ranges only.
    made.state.store.bulkAddAnnotations(kept as unknown as TextAnnotation[], true);
    while (CSS.highlights.size === 0) await new Promise((done) => setTimeout(done));
    await twoFrames();
    return performance.now() - begun;
  },
  async save(record) {
    const begun = performance.now();
    await Promise.all([
      database.table('records').put(record),
      window.appendLine(JSON.stringify(record)),
    ]);
    return performance.now() - begun;
  },
};

function putText(paragraphs: readonly string[], width: number, height: number): HTMLElement {
  const box = document.createElement('div');
  box.className = 'reader';
  box.style.cssText = `width: ${width}px; height: ${height}px`;
  const column = box.appendChild(document.createElement('div'));
  column.className = 'reader-text';
  places = [];
  let start = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const node = document.createTextNode(paragraph);
    column.appendChild(document.createElement(index === 0 ? 'h1' : 'p')).append(node);
    places.push({ node, start, end: start + paragraph.length });
    start += paragraph.length + 1;
  }
  document.body.append(box);
  return box;
}

function rangeOf(start: number, end: number): Range {
  const range = document.createRange();
  const first = placeOf(start);
  const last = placeOf(end);
  range.setStart(first.node, Math.min(start, first.end) - first.start);
  range.setEnd(last.node, Math.min(end, last.end) - last.start);
  return range;
}

function placeOf(offset: number): (typeof places)[number] {
  const place = places[indexAt(offset)];
  if (place === undefined) throw new RangeError(`No place ${offset}.`);
  return place;
}

/** The number of the paragraph that holds an offset. */
function indexAt(offset: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function twoFrames(): Promise<unknown> {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

function frameDrawn(): Promise<unknown> {
  return new Promise((done) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    }),
  );
}
