import type { ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { PrintedPassage, PrintedRun } from '../print/printed-brief.ts';
import { safeLink } from '../safe-link.ts';
import { textOfRuns } from './printed-text.ts';
import { isRightToLeft, readsFromRight } from './text-direction.ts';

/** What the lines of one HTML file share: who was cited where. One instance serves one file; write in document order. */
export class HtmlRuns {
  readonly #passages: readonly PrintedPassage[];
  readonly #language: string;
  readonly #mentions = new Map<number, string[]>();
  readonly #noteMarks = new Map<number, string>();

  /** `language`: BCP 47, of the brief. */
  constructor(passages: readonly PrintedPassage[], language: string) {
    this.#passages = passages;
    this.#language = language;
  }

  /** In which direction a paragraph reads: by its first letter, but in a language from right to left as `readsFromRight`. */
  direction(text: string): 'auto' | 'rtl' | 'ltr' {
    if (!isRightToLeft(this.#language)) return 'auto';
    return readsFromRight(text, this.#language) ? 'rtl' : 'ltr';
  }

  directionOf(runs: readonly PrintedRun[]): 'auto' | 'rtl' | 'ltr' {
    return this.direction(textOfRuns(runs));
  }

  /** The element ids of the places that cite a passage, in document order. */
  mentionsOf(passage: number): readonly string[] {
    return this.#mentions.get(passage) ?? [];
  }

  /** The element id of the first mark of a note; `null`: it has none so far. */
  markOf(note: number): string | null {
    return this.#noteMarks.get(note) ?? null;
  }

  line(runs: readonly PrintedRun[]): ElementContent[] {
    return runs.flatMap((run) => this.#run(run, null));
  }

  /** The words of a quotation that is set off; they lead to their passage. */
  quoted(runs: readonly PrintedRun[], passage: number): ElementContent[] {
    const id = this.#mention(passage);
    return this.#leading(runs, passage, id);
  }

  /** Where the words of a passage stand, for programs that read the file. */
  address(index: number): Properties {
    const passage = this.#passages[index];
    if (passage === undefined) throw new RangeError(`There is no passage ${index}.`);
    const { annotationId, revisionHash, language, start, end } = passage;
    return {
      ...(language === null ? {} : { lang: language }),
      ...(annotationId === null
        ? {}
        : { dataAnnotation: annotationId, dataStart: String(start), dataEnd: String(end) }),
      dataRevision: `sha256:${revisionHash}`,
    };
  }

  #mention(passage: number): string {
    const mentions = this.#mentions.get(passage) ?? [];
    const id = `cite-${passage + 1}-${mentions.length + 1}`;
    this.#mentions.set(passage, [...mentions, id]);
    return id;
  }

  /** `passage`: the words lead there, but for links and marks of notes among them, since a link can not hold a link. */
  #leading(runs: readonly PrintedRun[], passage: number, id: string | null): ElementContent[] {
    const content: ElementContent[] = [];
    let held: ElementContent[] = [];
    let isFirst = true;
    const release = (): void => {
      if (held.length === 0) return;
      const named = id !== null && isFirst ? { id } : {};
      isFirst = false;
      const { label = '' } = this.#passages[passage] ?? {};
      const properties = { className: ['cited'], href: `#passage-${passage + 1}`, title: label };
      content.push(h('a', { ...named, ...properties }, held));
      held = [];
    };
    for (const run of runs) {
      if (holdsLinks(run)) {
        release();
        content.push(...this.#run(run, null));
      } else held.push(...this.#run(run, passage));
    }
    release();
    return content;
  }

  #run(run: PrintedRun, leadsTo: number | null): ElementContent[] {
    switch (run.kind) {
      case 'text':
        return [styled(run, leadsTo === null)];
      case 'break':
        // Quoted words keep their line feeds, so that a program that reads them finds what the source has.
        return [leadsTo === null ? h('br') : { type: 'text', value: '\n' }];
      case 'note':
        return [this.#noteMark(run.number)];
      case 'cited': {
        const { passage } = run;
        const id = this.#mention(passage);
        const whole = this.#passages[passage]?.annotationId === null;
        const className = whole ? ['citation'] : ['quotation'];
        return [
          h(
            'span',
            { className, dir: 'auto', ...this.address(passage) },
            leadsTo === null
              ? this.#leading(run.runs, passage, id)
              : run.runs.flatMap((inner) => this.#run(inner, leadsTo)),
          ),
        ];
      }
      case 'comment':
        return [
          h('span', { className: ['commented'] }, [
            ...run.runs.flatMap((inner) => this.#run(inner, leadsTo)),
            h('span', { className: ['comment'], role: 'note' }, ` [Comment: ${run.text}]`),
          ]),
        ];
    }
  }

  #noteMark(number: number): ElementContent {
    const known = this.#noteMarks.get(number);
    const id = `note-mark-${number}`;
    if (known === undefined) this.#noteMarks.set(number, id);
    return h('sup', [
      h(
        'a',
        {
          ...(known === undefined ? { id } : {}),
          href: `#note-${number}`,
          role: 'doc-noteref',
          ariaLabel: `Note ${number}`,
        },
        String(number),
      ),
    ]);
  }
}

function holdsLinks(run: PrintedRun): boolean {
  if (run.kind === 'text') return run.href !== undefined;
  if (run.kind === 'comment') return run.runs.some(holdsLinks);
  return run.kind !== 'break';
}

function styled(run: Extract<PrintedRun, { kind: 'text' }>, mayLead: boolean): ElementContent {
  let content: ElementContent = { type: 'text', value: run.text };
  if (run.smallCaps === true) content = h('span', { className: ['small-caps'] }, [content]);
  if (run.superscript === true) content = h('sup', [content]);
  if (run.subscript === true) content = h('sub', [content]);
  if (run.emphasis === true) content = h('em', [content]);
  if (run.strong === true) content = h('strong', [content]);
  const url = run.href === undefined || !mayLead ? null : safeLink(run.href);
  return url === null ? content : h('a', { href: url, rel: ['noreferrer'] }, [content]);
}
