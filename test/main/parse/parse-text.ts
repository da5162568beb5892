import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { Block } from '../../../app/record/text.ts';
import { parseHtml } from '../../../main/services/parse/html/parse-html.ts';
import { parseMarkdown } from '../../../main/services/parse/markdown/parse-markdown.ts';
import { parsePlainText } from '../../../main/services/parse/text/parse-plain-text.ts';

/** The article of a source that is decoded already, by its reader alone; there must be one. */
export function parseSource(fileName: string, source: string): ParsedArticle {
  const parse = /\.md$/i.test(fileName)
    ? parseMarkdown
    : /\.html?$/i.test(fileName)
      ? parseHtml
      : parsePlainText;
  const article = parse(source, fileName);
  if (article === null) throw new Error(`${fileName}: no text of an article`);
  return article;
}

/** Blocks as `heading 1: Text`, one a line of the list. */
export function describeBlocks({ text, blocks }: ParsedArticle): string[] {
  return blocks.map((block) => `${describeKind(block)}: ${text.slice(block.start, block.end)}`);
}

function describeKind({ kind, level }: Block): string {
  return level === undefined ? kind : `${kind} ${level}`;
}
