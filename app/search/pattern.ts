import type { TextOffset } from '../base/brand.ts';
import type { Hit } from './find-hits.ts';
import type { QueryPlace } from './query-fault.ts';

/** A regular expression to search with, or what is wrong with it. */
export type ParsedPattern =
  | { readonly ok: true; readonly pattern: RegExp }
  | { readonly ok: false; readonly problem: QueryPlace & { readonly message: string } };

const caseSign = '(?-i)';

/**
 * A JavaScript regular expression in Unicode mode (rule S10). Case is ignored unless it begins with `(?-i)`; `^` and `$`
 * are the ends of a block. Never throws.
 */
export function parsePattern(query: string): ParsedPattern {
  const minds = query.startsWith(caseSign);
  const source = minds ? query.slice(caseSign.length) : query;
  const place = { start: 0, end: query.length };
  if (source === '') {
    return { ok: false, problem: { message: 'Type a pattern to search for.', ...place } };
  }
  try {
    return { ok: true, pattern: new RegExp(source, minds ? 'gu' : 'giu') };
  } catch (error) {
    const reason = error instanceof Error ? (/: ([^:]+)$/.exec(error.message)?.[1] ?? '') : '';
    const said = reason === '' ? '' : ` (${reason.toLowerCase()})`;
    const message = `This is no regular expression${said}. To search for its signs as they are, put \\ before each.`;
    return { ok: false, problem: { message, ...place } };
  }
}

/**
 * Every match of a pattern in a text, block by block, so that none spans two blocks; empty matches are left out. How
 * long it takes is up to the pattern: call it where it can be ended.
 */
export function findPattern(pattern: RegExp, text: string, most = Number.POSITIVE_INFINITY): Hit[] {
  const hits: Hit[] = [];
  let start = 0;
  while (start <= text.length && hits.length < most) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const block = text.slice(start, end);
    for (const match of block.matchAll(pattern)) {
      if (match[0] === '') continue;
      const from = start + match.index;
      hits.push({ start: from as TextOffset, end: (from + match[0].length) as TextOffset });
      if (hits.length >= most) break;
    }
    start = end + 1;
  }
  return hits;
}
