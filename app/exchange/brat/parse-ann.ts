/** A text-bound annotation: `T`. Positions count as the program counted. */
export interface BratSpan {
  readonly id: string;
  readonly line: number;
  readonly type: string;
  readonly fragments: readonly { readonly start: number; readonly end: number }[];
  /** The words as the file has them. */
  readonly words: string;
}

/** A relation (`R`), an argument of an event (`E`) or an equivalence (`*`): what one span says of another. */
interface BratRelation {
  readonly id: string;
  readonly line: number;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly symmetric: boolean;
}

/** What is said of a span or another line: an attribute (`A`, `M`), a normalization (`N`) or a note (`#`). */
export interface BratRemark {
  readonly kind: 'attribute' | 'normalization' | 'note';
  readonly line: number;
  readonly type: string;
  readonly target: string;
  readonly text: string;
}

/** The lines of an `.ann`, by what they are. */
export interface BratAnnotations {
  readonly spans: readonly BratSpan[];
  readonly relations: readonly BratRelation[];
  readonly remarks: readonly BratRemark[];
  /** The span that triggers each event. */
  readonly triggers: ReadonlyMap<string, string>;
  readonly faults: readonly { readonly line: number; readonly reason: string }[];
}

interface Found {
  readonly spans: BratSpan[];
  readonly relations: BratRelation[];
  readonly remarks: BratRemark[];
  readonly triggers: Map<string, string>;
}

const notSound = 'It is no line of brat.';

/** Takes an `.ann` apart. What is no sound line is passed over and named. Linear. */
export function parseAnn(content: string): BratAnnotations {
  const found: Found = { spans: [], relations: [], remarks: [], triggers: new Map() };
  const faults: { readonly line: number; readonly reason: string }[] = [];
  for (const [index, text] of content
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (text.trim() === '') continue;
    const isRead = readLine(text, index + 1, found);
    if (!isRead) faults.push({ line: index + 1, reason: notSound });
  }
  return { ...found, faults };
}

function readLine(text: string, line: number, found: Found): boolean {
  const [id = '', body = '', ...rest] = text.split('\t');
  const words = rest.join(' ');
  switch (id.charAt(0)) {
    case 'T':
      return readSpan(id, body, words, line, found);
    case 'R':
      return readRelation(id, body, line, found);
    case 'E':
      return readEvent(id, body, line, found);
    case '*':
      return readEquivalence(body, line, found);
    case 'A':
    case 'M':
      return readRemark('attribute', body, '', line, found);
    case 'N':
      return readRemark('normalization', body, words, line, found);
    case '#':
      return readRemark('note', body, words, line, found);
    default:
      return false;
  }
}

function readSpan(id: string, body: string, words: string, line: number, found: Found): boolean {
  const parts = /^(\S+)\s+(\d{1,15}\s+\d{1,15}(?:\s*;\s*\d{1,15}\s+\d{1,15})*)\s*$/.exec(body);
  const [, type = '', ranges = ''] = parts ?? [];
  if (parts === null) return false;
  const fragments = ranges.split(';').map((range) => {
    const [start = '', end = ''] = range.trim().split(/\s+/);
    return { start: Number(start), end: Number(end) };
  });
  found.spans.push({ id, line, type, fragments, words });
  return true;
}

function readRelation(id: string, body: string, line: number, found: Found): boolean {
  const parts = /^(\S+)\s+\S+?:(\S+)\s+\S+?:(\S+)\s*$/.exec(body);
  const [, type = '', from = '', to = ''] = parts ?? [];
  if (parts === null) return false;
  found.relations.push({ id, line, type, from, to, symmetric: false });
  return true;
}

function readEvent(id: string, body: string, line: number, found: Found): boolean {
  const [head = '', ...args] = body.trim().split(/\s+/);
  const [, trigger = ''] = /^\S+?:(\S+)$/.exec(head) ?? [];
  if (trigger === '') return false;
  found.triggers.set(id, trigger);
  for (const [index, argument] of args.entries()) {
    const [, role = '', to = ''] = /^(\S+?):(\S+)$/.exec(argument) ?? [];
    if (role === '') continue;
    // `Theme2` is the second of several themes.
    const type = role.replace(/(?<=\D)\d+$/, '');
    found.relations.push({ id: `${id}.${index + 1}`, line, type, from: id, to, symmetric: false });
  }
  return true;
}

function readEquivalence(body: string, line: number, found: Found): boolean {
  const [type = '', ...members] = body.trim().split(/\s+/);
  if (type === '' || members.length < 2) return false;
  for (const [index, to] of members.slice(1).entries()) {
    const from = members[index] ?? '';
    found.relations.push({ id: `*${line}.${index + 1}`, line, type, from, to, symmetric: true });
  }
  return true;
}

function readRemark(
  kind: BratRemark['kind'],
  body: string,
  words: string,
  line: number,
  found: Found,
): boolean {
  const [type = '', target = '', ...rest] = body.trim().split(/\s+/);
  if (target === '') return false;
  const text = [rest.join(' '), words].filter((part) => part !== '').join(' ');
  found.remarks.push({ kind, line, type, target, text });
  return true;
}
