import type {
  BlockContent,
  FootnoteDefinition,
  ListItem,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import { methodNote } from '../describe-source.ts';
import type { PrintedBlock, PrintedBrief, PrintedPassage } from '../print/printed-brief.ts';
import { safeLink } from '../safe-link.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { breakable, markdownLine, markdownText } from './markdown-runs.ts';
import { placeLine, sourceLine } from './passage-lines.ts';

/**
 * A brief as GitHub-flavoured Markdown, its notes as footnotes. Read back by a Markdown parser, every quotation is the same
 * to the code unit; the paragraphs of a longer one are joined by a line feed each (rule T2). Without `appendix` the passages
 * are not listed. Ends with a line feed. Equal briefs give equal text.
 */
export function writeMarkdown(
  brief: PrintedBrief,
  options: { readonly appendix: boolean },
): string {
  const children: RootContent[] = [
    heading(1, brief.title),
    ...markdownBlocks(brief.blocks),
    ...bibliography(brief),
    ...(options.appendix ? sources(brief.passages) : []),
    ...brief.notes.map(
      (note): FootnoteDefinition => ({
        type: 'footnoteDefinition',
        identifier: String(note.number),
        label: String(note.number),
        children: noteBlocks(note.blocks),
      }),
    ),
  ];
  return toMarkdown(
    { type: 'root', children },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), { unsafe: [bareWww] }],
      bullet: '-',
      rule: '-',
    },
  );
}

/**
 * `gfmToMarkdown` leaves `www.` alone where no word follows; its parser then reads `www.[^1]` as an address and the
 * footnote is lost. So the full stop is always escaped.
 */
const bareWww: Unsafe = { character: '.', before: '[Ww]', inConstruct: 'phrasing' };

/** A definition without content is read as text, so an empty note holds a full stop. */
function noteBlocks(blocks: readonly PrintedBlock[]): BlockContent[] {
  const written = markdownBlocks(blocks);
  return written.length > 0 ? written : [paragraph([{ type: 'text', value: '.' }])];
}

function bibliography({ bibliography: printed }: PrintedBrief): RootContent[] {
  if (printed === null || printed.entries.length === 0) return [];
  const entries = printed.entries.flatMap(({ runs }) => {
    const line = breakable(markdownLine(runs));
    return line.length === 0 ? [] : [item([paragraph(line)])];
  });
  return [
    heading(2, printed.heading),
    { type: 'list', ordered: false, spread: false, children: entries },
  ];
}

function sources(passages: readonly PrintedPassage[]): RootContent[] {
  if (passages.length === 0) return [];
  const blocks = passages.flatMap((passage): BlockContent[] => [
    paragraph([
      { type: 'strong', children: markdownText(passage.label) },
      { type: 'text', value: ' ' },
      ...markdownText(sourceLine(passage)),
      ...address(passage),
      ...markdownText(`; ${placeLine(passage)}.`),
    ]),
    ...(passage.annotationId === null ? [] : quoted(passage)),
  ]);
  return [heading(2, 'Sources'), paragraph([{ type: 'text', value: methodNote }]), ...blocks];
}

/** The passage in its context: its own words are set strong. */
function quoted({ before, quote, after }: PrintedPassage): BlockContent[] {
  const children = [before, quote, after].flatMap((words, index): PhrasingContent[] => {
    if (words === '') return [];
    const text = markdownText(words);
    return index === 1 ? [{ type: 'strong', children: text }] : text;
  });
  return [{ type: 'blockquote', children: [paragraph(breakable(children))] }];
}

function address({ url }: PrintedPassage): PhrasingContent[] {
  if (url === null) return [];
  const safe = safeLink(url);
  const words: PhrasingContent[] =
    safe === null
      ? markdownText(url)
      : [{ type: 'link', url: safe, children: [{ type: 'text', value: safe }] }];
  return [{ type: 'text', value: ', ' }, ...words];
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: 'heading', depth, children: markdownText(value) };
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function item(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children };
}
