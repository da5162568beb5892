import { extname } from 'node:path';
import { exchangeFormat, exchangeFormats } from '../../../app/exchange/formats.ts';
import { formatNamed } from '../format-names.ts';
import { UsageError } from '../usage-error.ts';

/** Endings that articles have as well, so that they say nothing of an exchange. */
const articleEndings = new Set(['txt', 'csv', 'tsv', 'json', 'zip', 'md', 'html', 'xml', 'jsonl']);

/** Which paths are articles, and which are exchanged; `null`: the format is told by the content. */
export interface SortedPaths {
  readonly articles: readonly string[];
  readonly exchange: readonly { readonly path: string; readonly format: string | null }[];
}

/**
 * Sorts what is to be imported by its endings (rule J31), or takes all as what somebody says. Throws `UsageError`.
 *
 * @param as what stands behind `--as`
 */
export function sortPaths(paths: readonly string[], as: string | null): SortedPaths {
  if (as === 'articles') return { articles: paths, exchange: [] };
  if (as !== null) {
    const known = exchangeFormats.filter(({ imports }) => imports !== null).map(({ id }) => id);
    const format = as === 'auto' ? null : exchangeFormat(formatNamed(as, known));
    if (as !== 'auto' && (format === null || format.imports === null)) {
      throw new UsageError(`--as takes articles, auto or what --list names, not “${as}”.`);
    }
    return {
      articles: [],
      exchange: paths.map((path) => ({ path, format: format?.id ?? null })),
    };
  }
  const endings = new Set(
    exchangeFormats
      .filter(({ imports }) => imports !== null)
      .flatMap(({ importExtensions }) => importExtensions)
      .filter((ending) => !articleEndings.has(ending)),
  );
  const isExchange = (path: string): boolean => endings.has(extname(path).slice(1).toLowerCase());
  return {
    articles: paths.filter((path) => !isExchange(path)),
    exchange: paths.filter(isExchange).map((path) => ({ path, format: null })),
  };
}
