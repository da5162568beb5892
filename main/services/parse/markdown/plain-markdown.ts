import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { MarkdownParts } from './markdown-blocks.ts';

// Every sign that can begin or be something in a line of CommonMark or GitHub's Markdown; addresses become links.
const markup = /[*_`[\]<>\\~|\t\0\ufeff]|&[#\w]|:\/\/|www\.|@/i;
const blockBeginning = /^ {0,3}(?:[-+=#]|\d+[.)])|^ {4}/;
const heading = /^ {0,3}(#{1,6}) +([^\s#]|\S.*[^\s#]) *$/;
const fence = /^---[ \t]*$/;

/**
 * Reads a Markdown text that is nothing but front matter, headings and paragraphs of plain words, as most articles are:
 * the same blocks that the parser gives, fifty times as quickly. `null`: there is anything else in it.
 */
export function readPlainMarkdown(markdown: string): MarkdownParts | null {
  const lines = markdown.split(/\r\n|\r|\n/);
  const end = fence.test(lines[0] ?? '')
    ? lines.findIndex((line, index) => index > 0 && fence.test(line))
    : 0;
  if (end === -1) return null;
  const frontMatter = end > 0 ? lines.slice(1, end).join('\n') : null;
  const blocks: BlockDraft[] = [];
  let paragraph: string[] = [];
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join('\n') });
    paragraph = [];
  };
  for (const line of lines.slice(end > 0 ? end + 1 : 0)) {
    if (/^ *$/.test(line)) {
      endParagraph();
      continue;
    }
    if (markup.test(line)) return null;
    const found = heading.exec(line);
    if (found !== null) {
      endParagraph();
      blocks.push({ kind: 'heading', level: found[1]?.length ?? 1, text: found[2] ?? '' });
    } else if (blockBeginning.test(line)) return null;
    else paragraph.push(line);
  }
  endParagraph();
  return { frontMatter, blocks };
}
