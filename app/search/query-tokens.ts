/** A piece of a query as it was typed. `start` and `end` count UTF-16 code units of the query, half-open. */
export interface QueryToken {
  readonly kind: 'open' | 'close' | 'minus' | 'field' | 'quoted' | 'word' | 'near-open';
  /** Of `quoted` without its marks; of `field` its name in lower case; else as typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of `quoted`: whether its closing mark is there. */
  readonly isClosed?: boolean;
  /** Of `quoted`: whether a star follows it. */
  readonly isPrefix?: boolean;
}

const space = /\s/u;
const quotationMark = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02]/u;
const minus = /[-\u2010-\u2015\u2212]/u;
const fieldName = /^([a-z]+):/iu;

/** The names that may stand before a colon. Any other word with a colon is only words. */
const fieldNames = [
  'title',
  'outlet',
  'byline',
  'author',
  'text',
  'tag',
  'lang',
  'language',
  'section',
  'after',
  'before',
  'on',
  'is',
] as const;

/** Cuts a query into pieces. Every text can be cut. */
export function queryTokens(query: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    const character = query.charAt(at);
    if (space.test(character)) {
      at += 1;
      continue;
    }
    const token = tokenAt(query, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(query: string, start: number): QueryToken {
  const character = query.charAt(start);
  if (character === '(' || character === ')') {
    const kind = character === '(' ? 'open' : 'close';
    return { kind, text: character, start, end: start + 1 };
  }
  if (quotationMark.test(character)) return quotedAt(query, start);
  if (query.startsWith('NEAR(', start)) {
    return { kind: 'near-open', text: 'NEAR(', start, end: start + 5 };
  }
  const next = query.charAt(start + 1);
  if (minus.test(character) && next !== '' && !space.test(next) && !minus.test(next)) {
    return { kind: 'minus', text: character, start, end: start + 1 };
  }
  const name = fieldName.exec(query.slice(start, start + 20))?.[1];
  if (name !== undefined && fieldNames.some((known) => known === name.toLowerCase())) {
    return { kind: 'field', text: name.toLowerCase(), start, end: start + name.length + 1 };
  }
  return wordAt(query, start);
}

function quotedAt(query: string, start: number): QueryToken {
  let end = start + 1;
  while (end < query.length && !quotationMark.test(query.charAt(end))) end += 1;
  const isClosed = end < query.length;
  const text = query.slice(start + 1, end);
  if (isClosed) end += 1;
  const isPrefix = query.charAt(end) === '*';
  if (isPrefix) end += 1;
  return { kind: 'quoted', text, start, end, isClosed, isPrefix };
}

function wordAt(query: string, start: number): QueryToken {
  let end = start;
  while (end < query.length) {
    const character = query.charAt(end);
    if (space.test(character) || quotationMark.test(character)) break;
    if (character === '(' || character === ')') break;
    end += 1;
  }
  return { kind: 'word', text: query.slice(start, end), start, end };
}
