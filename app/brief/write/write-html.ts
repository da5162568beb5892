import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { PrintedBlock, PrintedBrief, PrintedNote } from '../print/printed-brief.ts';
import { htmlBibliography, htmlFootnotes, htmlNotes, htmlPassages } from './html-back-matter.ts';
import { htmlBlocks } from './html-blocks.ts';
import { HtmlRuns } from './html-runs.ts';
import { htmlStyle } from './html-style.ts';
import { notesOf } from './notes-of.ts';
import { paperStyle } from './paper-style.ts';
import { countLine } from './passage-lines.ts';
import { textOfRuns } from './printed-text.ts';
import { isRightToLeft } from './text-direction.ts';

/** How a brief is laid out as HTML. */
export interface HtmlOptions {
  /** Whether every passage is printed at the end; otherwise it is shown when its citation is followed. */
  readonly appendix: boolean;
  /** For paper: no list of contents, footnotes each behind what it is a note to, no passages that only a click shows. */
  readonly paper?: boolean;
}

/** A list of contents helps from so many headings on. */
const fewestHeadings = 3;

/**
 * A brief as one HTML file that needs nothing else: no script, no address is fetched, and its own content policy forbids
 * both. Each quotation is verbatim and leads to its passage with what stands around it, the revision's hash and the
 * offsets, and back (rules C2 to C5). Equal briefs give equal text. Ends with a line feed.
 */
export function writeHtml(brief: PrintedBrief, options: HtmlOptions): string {
  const { appendix, paper = false } = options;
  const lines = new HtmlRuns(brief.passages, brief.language);
  const url = (passage: number): string | null => brief.passages[passage]?.url ?? null;
  const flow = (blocks: readonly PrintedBlock[]): Element[] =>
    htmlBlocks(blocks, lines, url, paper);
  const atFoot = paper && brief.noteForm === 'footnotes' && brief.notes.length > 0;
  const text = atFoot ? withFootnotes(brief, flow, lines) : flow(brief.blocks);
  const title = brief.noteForm === 'endnotes' || !paper ? 'Notes' : null;
  const notes = atFoot ? [] : htmlNotes(brief.notes, title, lines, flow);
  const bibliography = htmlBibliography(brief.bibliography, lines);
  const passages = paper && !appendix ? [] : htmlPassages(brief.passages, lines, appendix);
  const count = countLine(brief.passages);
  const main = h('main', [
    h('header', [
      h('h1', { id: 'top', dir: lines.direction(brief.title) }, brief.title),
      ...(count === '' ? [] : [h('p', { className: ['about'] }, count)]),
    ]),
    ...(paper ? [] : contents(brief, appendix)),
    ...text,
    ...notes,
    ...bibliography,
    ...passages,
  ]);
  const document: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        {
          lang: brief.language,
          ...(isRightToLeft(brief.language) ? { dir: 'rtl' } : {}),
        },
        [head(brief.title, atFoot), h('body', [main])],
      ),
    ],
  };
  return `${toHtml(document)}\n`;
}

function head(title: string, atFoot: boolean): Element {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy.join('; ') }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'generator', content: 'Variorum' }),
    h('title', title),
    h('style', atFoot ? `${htmlStyle}${paperStyle}` : htmlStyle),
  ]);
}

/** The headings of the text, and what stands behind it. */
function contents(brief: PrintedBrief, appendix: boolean): Element[] {
  const { bibliography, passages } = brief;
  const headings = brief.blocks.filter((block) => block.kind === 'heading');
  if (headings.length < fewestHeadings) return [];
  const items = headings.map((heading) =>
    h('li', { className: [`level-${heading.level}`] }, [
      h('a', { href: `#${heading.id}` }, textOfRuns(heading.runs)),
    ]),
  );
  const behind = [
    ...((bibliography?.entries ?? []).length > 0
      ? [['bibliography', bibliography?.heading ?? ''] as const]
      : []),
    ...(appendix && passages.length > 0 ? [['sources', 'Sources'] as const] : []),
  ].map(([id, words]) => h('li', { className: ['level-1'] }, [h('a', { href: `#${id}` }, words)]));
  return [
    h('nav', { className: ['contents'], ariaLabel: 'Contents' }, [
      h('details', { open: true }, [h('summary', 'Contents'), h('ol', [...items, ...behind])]),
    ]),
  ];
}

/** The text with each footnote behind the block that marks it: at the foot of which page it stands is known when it is printed. */
function withFootnotes(
  brief: PrintedBrief,
  flow: (blocks: readonly PrintedBlock[]) => Element[],
  lines: HtmlRuns,
): Element[] {
  const notes = new Map(brief.notes.map((note) => [note.number, note]));
  const made = brief.blocks.flatMap((block) => {
    const written = flow([block]);
    const own: PrintedNote[] = notesOf([block]).flatMap((number) => {
      const note = notes.get(number);
      notes.delete(number);
      return note ?? [];
    });
    return [...written, ...htmlFootnotes(own, lines, flow)];
  });
  return [...made, ...htmlFootnotes([...notes.values()], lines, flow)];
}
