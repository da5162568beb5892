import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { methodNote } from '../describe-source.ts';
import type {
  PrintedBibliography,
  PrintedBlock,
  PrintedNote,
  PrintedPassage,
} from '../print/printed-brief.ts';
import { safeLink } from '../safe-link.ts';
import type { HtmlRuns } from './html-runs.ts';
import { placeLine, sourceLine } from './passage-lines.ts';

/** The notes as a list with their own numbers, each with links to its passages and back; `title` stands over them. */
export function htmlNotes(
  notes: readonly PrintedNote[],
  title: string | null,
  lines: HtmlRuns,
  flow: (blocks: readonly PrintedBlock[]) => Element[],
): Element[] {
  const [first] = notes;
  if (first === undefined) return [];
  const items = notes.map((note) =>
    h('li', { id: `note-${note.number}`, value: note.number }, [
      ...flow(note.blocks),
      ...noteLinks(note, lines.markOf(note.number)),
    ]),
  );
  const heading = title === null ? [] : [h('h2', title)];
  const label = title === null ? { ariaLabel: 'Notes' } : {};
  return [
    h('section', { className: ['notes'], role: 'doc-endnotes', ...label }, [
      ...heading,
      h('ol', items),
    ]),
  ];
}

/**
 * The notes as they are set at the foot of a page, each an element of its own that begins with its number, which leads back to
 * its mark.
 */
export function htmlFootnotes(
  notes: readonly PrintedNote[],
  lines: HtmlRuns,
  flow: (blocks: readonly PrintedBlock[]) => Element[],
): Element[] {
  return notes.map((note) => {
    const { number } = note;
    const mark = lines.markOf(number);
    const back = mark === null ? {} : { href: `#${mark}` };
    const label = h('a', { ...back, role: 'doc-backlink' }, String(number));
    const blocks = flow(note.blocks);
    const [first] = blocks;
    if (first?.tagName === 'p') first.children.unshift(label);
    else blocks.unshift(h('p', [label]));
    return h(
      'aside',
      {
        id: `note-${number}`,
        className: ['footnote'],
        role: 'doc-footnote',
        ariaLabel: `Note ${number}`,
      },
      blocks,
    );
  });
}

function noteLinks(note: PrintedNote, mark: string | null): Element[] {
  const passages = note.passages.map((passage, index) =>
    h(
      'a',
      { className: ['to-passage'], href: `#passage-${passage + 1}` },
      note.passages.length === 1 ? 'Passage' : `Passage ${index + 1}`,
    ),
  );
  const back =
    mark === null
      ? []
      : [h('a', { href: `#${mark}`, role: 'doc-backlink', ariaLabel: 'Back to the text' }, '↩')];
  const all = spaced([...passages, ...back]);
  return all.length === 0 ? [] : [h('p', { className: ['note-links'] }, all)];
}

export function htmlBibliography(
  bibliography: PrintedBibliography | null,
  lines: HtmlRuns,
): Element[] {
  if (bibliography === null || bibliography.entries.length === 0) return [];
  const { heading, entries, hangingIndent } = bibliography;
  const className = hangingIndent ? ['bibliography', 'hanging'] : ['bibliography'];
  return [
    h('section', { className, ariaLabelledBy: 'bibliography' }, [
      h('h2', { id: 'bibliography' }, heading),
      ...entries.map(({ runs }) => h('p', { dir: lines.directionOf(runs) }, lines.line(runs))),
    ]),
  ];
}

/**
 * Each passage in its context, with where it stands and links back to where it is cited: as an appendix that is read, or
 * each one out of sight until a link leads to it. Call after the text is written: `lines` then knows every mention.
 */
export function htmlPassages(
  passages: readonly PrintedPassage[],
  lines: HtmlRuns,
  appendix: boolean,
): Element[] {
  if (passages.length === 0) return [];
  const all = passages.map((passage, index) => passageElement(passage, index, lines));
  if (!appendix) {
    return [h('section', { className: ['passages'], ariaLabel: 'Passages' }, all)];
  }
  return [
    h('section', { className: ['sources'], ariaLabelledBy: 'sources' }, [
      h('h2', { id: 'sources' }, 'Sources'),
      h('p', { className: ['about'] }, methodNote),
      ...all,
    ]),
  ];
}

function passageElement(passage: PrintedPassage, index: number, lines: HtmlRuns): Element {
  return h(
    'article',
    {
      id: `passage-${index + 1}`,
      tabIndex: -1,
      className: ['passage-card'],
      ariaLabel: `Passage ${passage.label}`,
    },
    [
      h('p', { className: ['source'] }, [
        h('b', passage.label),
        ` ${sourceLine(passage)}`,
        ...link(passage),
      ]),
      ...(passage.annotationId === null ? [] : [quoted(passage)]),
      h('p', { className: ['place'] }, placeLine(passage)),
      h('p', { className: ['back'] }, back(lines.mentionsOf(index))),
    ],
  );
}

function quoted(passage: PrintedPassage): Element {
  const language = passage.language === null ? {} : { lang: passage.language };
  return h('p', { className: ['passage'], dir: 'auto', ...language }, [
    passage.before,
    h('mark', passage.quote),
    passage.after,
  ]);
}

function link({ url }: PrintedPassage): ElementContent[] {
  if (url === null) return [];
  const safe = safeLink(url);
  const address: ElementContent =
    safe === null
      ? { type: 'text', value: url }
      : h('a', { href: safe, rel: ['noreferrer'] }, safe);
  return [{ type: 'text', value: ', ' }, address];
}

function back(mentions: readonly string[]): ElementContent[] {
  if (mentions.length === 0)
    return [h('a', { href: '#top', role: 'doc-backlink' }, 'Back to the top')];
  return spaced(
    mentions.map((id, index) =>
      h(
        'a',
        {
          href: `#${id}`,
          role: 'doc-backlink',
          ariaLabel: mentions.length === 1 ? 'Back to the text' : `Back to citation ${index + 1}`,
        },
        mentions.length === 1 ? 'Back to the text' : `↩${index + 1}`,
      ),
    ),
  );
}

function spaced(elements: readonly Element[]): ElementContent[] {
  return elements.flatMap((element, index): ElementContent[] =>
    index === 0 ? [element] : [{ type: 'text', value: ' ' }, element],
  );
}
