/**
 * Word writes list items as paragraphs that only look like items: a style says list and level, the marker is text.
 * Turns each run of them below `root` into real nested lists, in place.
 */
export function restoreWordLists(root: HTMLElement): void {
  const items = [...root.querySelectorAll<HTMLElement>('p')].filter(
    (element) => levelOf(element) !== null && element.closest('li') === null,
  );
  const done = new Set<HTMLElement>();
  for (const first of items) {
    if (done.has(first)) continue;
    const run: HTMLElement[] = [];
    for (
      let next: Element | null = first;
      next instanceof HTMLElement && levelOf(next) !== null;
      next = next.nextElementSibling
    ) {
      run.push(next);
      done.add(next);
    }
    first.before(nested(run));
    for (const element of run) element.remove();
  }
}

function nested(run: readonly HTMLElement[]): DocumentFragment {
  const document = (run[0] as HTMLElement).ownerDocument;
  const fragment = document.createDocumentFragment();
  const open: { level: number; list: HTMLElement }[] = [];
  for (const paragraph of run) {
    const level = levelOf(paragraph) ?? 1;
    const marker = takeMarker(paragraph);
    const name = isNumbered(marker) ? 'ol' : 'ul';
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let top = open.at(-1);
    if (top?.level === level && top.list.localName !== name) {
      open.pop();
      top = open.at(-1);
    }
    if (top?.level !== level) {
      const list = document.createElement(name);
      // A list that goes on behind a paragraph does not begin anew.
      const first = Number.parseInt(marker.replace(/^\(/, ''), 10);
      if (name === 'ol' && first > 1) list.setAttribute('start', String(first));
      (top?.list.lastElementChild ?? fragment).append(list);
      top = { level, list };
      open.push(top);
    }
    const item = document.createElement('li');
    const text = document.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    top.list.append(item);
  }
  return fragment;
}

/**
 * Word's program on the web copies each item of a list as a list of its own that says how deep it stands. Joins each run of
 * them below `root` into real nested lists, in place.
 */
export function restoreWebLists(root: HTMLElement): void {
  const open: { level: number; list: Element }[] = [];
  let last: Element | null = null;
  for (const around of root.querySelectorAll('.ListContainerWrapper')) {
    const list = around.querySelector('ul, ol');
    const item = list?.querySelector(':scope > li[data-aria-level]');
    if (list == null || item == null) continue;
    const level = Number(item.getAttribute('data-aria-level')) || 1;
    if (last === null || around.previousElementSibling !== last) open.length = 0;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let top = open.at(-1);
    if (top?.level === level && top.list.localName !== list.localName) {
      open.pop();
      top = open.at(-1);
    }
    if (top?.level === level) top.list.append(...list.children);
    else {
      open.push({ level, list });
      if (top !== undefined) top.list.lastElementChild?.append(list);
    }
    if (around.querySelector('li') === null) around.remove();
    else last = around;
  }
}

/** 1 for an outermost item, or `null` for no list item of Word's. */
function levelOf(element: HTMLElement): number | null {
  const style = element.getAttribute('style') ?? '';
  const match = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  return match === null ? null : Number(match[1]);
}

/** Removes the marker's own element and returns its text: `·`, `1.`, `(a)`. */
function takeMarker(paragraph: HTMLElement): string {
  for (const span of paragraph.querySelectorAll<HTMLElement>('span')) {
    if (!/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')) continue;
    span.remove();
    return (span.textContent ?? '').trim();
  }
  return '';
}

/** `o` alone is Word's hollow bullet; `o.` and `o)` are letters. */
function isNumbered(marker: string): boolean {
  return /^\(?(?:\d+|[a-z]{1,4})[.)]$/i.test(marker);
}
