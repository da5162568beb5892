import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { parseSource } from '../../../main/services/parse/parse-source.ts';
import type { Source, SourcePart } from '../../../main/services/parse/source.ts';

/** All parts of a file, read as the import reads them. A string is coded as UTF-8. */
export async function partsOf(
  fileName: string,
  content: string | Uint8Array,
  overrides: Partial<Source> = {},
): Promise<SourcePart[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const parts: SourcePart[] = [];
  const source = { fileName, bytes, modifiedAt: null, encoding: null, columns: null };
  for await (const part of parseSource({ ...source, ...overrides })) parts.push(part);
  return parts;
}

/** The only part of a file. */
export async function onlyPart(...file: Parameters<typeof partsOf>): Promise<SourcePart> {
  const [part, ...more] = await partsOf(...file);
  if (part === undefined || more.length > 0) throw new Error(`${file[0]}: not exactly one part`);
  return part;
}

/** The article of a part, which must be there. */
export function articleOf({ article }: SourcePart): ParsedArticle {
  if (!article.ok) throw new Error(`${article.error.code}: ${article.error.message}`);
  return article.value;
}

/** The only article of a file. */
export async function onlyArticle(...file: Parameters<typeof partsOf>): Promise<ParsedArticle> {
  return articleOf(await onlyPart(...file));
}

/** Why a part is no article; `null` if it is one. */
export function codeOf({ article }: SourcePart): string | null {
  return article.ok ? null : article.error.code;
}
