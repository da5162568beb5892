import { foldPlain } from './fold-words.ts';
import { foldedWords } from './folded-words.ts';
import { publishedRange } from './published-range.ts';
import type { QueryFilter, QueryFlag } from './query.ts';
import { QueryFault } from './query-fault.ts';
import type { QueryToken } from './query-tokens.ts';

const flags: readonly QueryFlag[] = ['starred', 'read', 'unread', 'archived'];

/** A condition out of its name, in lower case, and its value. Throws `QueryFault` for a value that it can't have. */
export function parseFilter(name: string, value: QueryToken): QueryFilter {
  const text = value.text.trim();
  if (value.kind === 'quoted' && value.isClosed !== true) {
    throw new QueryFault('This quotation mark is not closed. Add one at its end.', value);
  }
  switch (name) {
    case 'tag':
      if (text === '') throw new QueryFault('Put the name of a tag here.', value);
      return { name, tag: tagKey(text) };
    case 'lang':
    case 'language':
      if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(text)) {
        throw new QueryFault('Put the code of a language here, such as en or pt-BR.', value);
      }
      return { name: 'language', language: text.toLowerCase() };
    case 'section': {
      const words = foldedWords(text);
      if (words.length === 0) throw new QueryFault('Put the name of a section here.', value);
      return { name, words };
    }
    case 'after':
    case 'before':
    case 'on': {
      const range = publishedRange(text);
      if (range !== null) return { name, range };
      throw new QueryFault(
        'This is no date. Write a year, a month or a day: 2024, 2024-02 or 2024-02-08.',
        value,
      );
    }
    default: {
      const flag = flags.find((known) => known === text.toLowerCase());
      if (flag !== undefined) return { name: 'is', flag };
      throw new QueryFault(`After “is:” one of these can stand: ${flags.join(', ')}.`, value);
    }
  }
}

/** A tag's name as it is compared: folded, runs of spaces as one. */
export function tagKey(name: string): string {
  return foldPlain(name).trim().replace(/\s+/g, ' ');
}
