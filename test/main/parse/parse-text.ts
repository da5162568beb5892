import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { Block } from '../../../app/record/text.ts';
import { parseFile } from '../../../main/services/parse/parse-file.ts';

/** The article of a source, which must be readable. */
export function parseSource(fileName: string, source: string): ParsedArticle {
  const result = parseFile(fileName, new TextEncoder().encode(source));
  if (!result.ok) throw new Error(`${fileName}: ${result.error.message}`);
  return result.value;
}

/** Blocks as `heading 1: Text`, one a line of the list. */
export function describeBlocks({ text, blocks }: ParsedArticle): string[] {
  return blocks.map((block) => `${describeKind(block)}: ${text.slice(block.start, block.end)}`);
}

function describeKind({ kind, level }: Block): string {
  return level === undefined ? kind : `${kind} ${level}`;
}
