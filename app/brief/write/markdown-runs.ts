import type { PhrasingContent } from 'mdast';
import type { PrintedRun } from '../print/printed-brief.ts';
import { safeLink } from '../safe-link.ts';

type TextRun = Extract<PrintedRun, { kind: 'text' }>;

/** A line as Markdown; neighbouring texts of one look are one, or their marks would run into each other. */
export function markdownLine(runs: readonly PrintedRun[]): PhrasingContent[] {
  return merged(runs.flatMap(run));
}

/** Words as they are; none where there are none, since an empty text has no Markdown. */
export function markdownText(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}

/** A paragraph that does not begin or end with a break, which Markdown would lose or read as a sign. */
export function breakable(line: readonly PhrasingContent[]): PhrasingContent[] {
  let from = 0;
  let to = line.length;
  while (from < to && line[from]?.type === 'break') from += 1;
  while (to > from && line[to - 1]?.type === 'break') to -= 1;
  return line.slice(from, to);
}

function run(item: PrintedRun): PhrasingContent[] {
  switch (item.kind) {
    case 'text':
      return styled(item);
    case 'break':
      return [{ type: 'break' }];
    case 'note': {
      const label = String(item.number);
      return [{ type: 'footnoteReference', identifier: label, label }];
    }
    case 'cited':
      return item.runs.flatMap(citedRun);
    case 'comment':
      return [...item.runs.flatMap(run), ...markdownText(` [Comment: ${item.text}]`)];
  }
}

/** The line feed between two paragraphs that are quoted in a line stays one, wherever it stands. */
function citedRun(item: PrintedRun): PhrasingContent[] {
  return item.kind === 'break' ? [{ type: 'text', value: '\n' }] : run(item);
}

/**
 * Small capitals have no Markdown; raised and lowered letters are HTML, which Markdown may hold. Blanks at the ends stand
 * outside the marks, which would else have to be written with `&#x20;` to be marks.
 */
function styled(item: Extract<PrintedRun, { kind: 'text' }>): PhrasingContent[] {
  if (!isMarked(item)) return markdownText(item.text);
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(item.text) ?? [];
  return [...markdownText(before), ...marked(words, item), ...markdownText(after)];
}

function isMarked(item: TextRun): boolean {
  const { strong, emphasis, superscript, subscript, href } = item;
  return href !== undefined || [strong, emphasis, superscript, subscript].includes(true);
}

function marked(words: string, item: TextRun): PhrasingContent[] {
  let content = markdownText(words);
  if (content.length === 0) return [];
  const raised = item.superscript === true ? 'sup' : item.subscript === true ? 'sub' : null;
  if (raised !== null) {
    content = [
      { type: 'html', value: `<${raised}>` },
      ...content,
      { type: 'html', value: `</${raised}>` },
    ];
  }
  if (item.emphasis === true) content = [{ type: 'emphasis', children: content }];
  if (item.strong === true) content = [{ type: 'strong', children: content }];
  const url = item.href === undefined ? null : safeLink(item.href);
  return url === null ? content : [{ type: 'link', url, children: content }];
}

function merged(line: readonly PhrasingContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (const item of line) {
    const last = found.at(-1);
    const joined = last === undefined ? null : joinedWith(last, item);
    if (joined === null) found.push(item);
    else found[found.length - 1] = joined;
  }
  return found;
}

function joinedWith(last: PhrasingContent, next: PhrasingContent): PhrasingContent | null {
  if (last.type === 'text' && next.type === 'text') {
    return { type: 'text', value: last.value + next.value };
  }
  if (
    (last.type === 'strong' && next.type === 'strong') ||
    (last.type === 'emphasis' && next.type === 'emphasis')
  ) {
    return { ...last, children: merged([...last.children, ...next.children]) };
  }
  if (last.type === 'link' && next.type === 'link' && last.url === next.url) {
    return { ...last, children: merged([...last.children, ...next.children]) };
  }
  return null;
}
