import { alteredQuote } from '../../app/brief/altered-quote.ts';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { quotationMarks } from '../../app/brief/quotation-marks.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type {
  CitationSource,
  CitationStanding,
  CitedAnnotation,
  CitedClaim,
} from './citation-source.ts';
import { claimLine, sourceParts } from './citation-text.ts';

/** What a citation shows now, as elements to put into its node. Made anew at each call; holds no listeners. */
export function drawCitation(
  document: Document,
  citation: Citation,
  source: CitationSource,
  numbers: readonly string[],
  alterations: readonly QuoteAlteration[],
  standing: CitationStanding,
): Node[] {
  const draw = new Drawing(document);
  const review = draw.review(standing);
  return [...drawn(draw, citation, source, numbers, alterations), ...review];
}

function drawn(
  draw: Drawing,
  citation: Citation,
  source: CitationSource,
  numbers: readonly string[],
  alterations: readonly QuoteAlteration[],
): Node[] {
  if (citation.kind === 'article') {
    const article = source.article(citation.id);
    return article === null
      ? [draw.chip('deleted', 'deleted article')]
      : draw.article(article.name, article.language, numbers);
  }
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    return claim === null
      ? [draw.chip('deleted', 'deleted claim')]
      : draw.claim(claim, numbers, (id) => source.annotation(id));
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return [draw.chip('deleted', 'deleted annotation')];
  return citation.form === 'inline'
    ? draw.inline(cited, numbers, alterations)
    : draw.block(cited, numbers, alterations);
}

class Drawing {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  article(name: string, language: string | null, numbers: readonly string[]): Node[] {
    const words = this.#element('cite', 'citation-article', [name]);
    words.dir = 'auto';
    if (language) words.lang = language;
    return [words, ...this.#numbers(numbers)];
  }

  review(standing: CitationStanding): Node[] {
    if (standing === 'changed') return [this.chip('changed', 'changed · review')];
    return standing === 'misfit' ? [this.chip('changed', 'omission no longer fits · review')] : [];
  }

  inline(
    cited: CitedAnnotation,
    numbers: readonly string[],
    alterations: readonly QuoteAlteration[],
  ): Node[] {
    const [open, close] = quotationMarks(cited.quote);
    return [
      this.#element('span', 'citation-quote', [
        open,
        this.#words('span', cited, alterations),
        close,
      ]),
      ...this.#numbers(numbers),
      ...this.#state(cited),
    ];
  }

  block(
    cited: CitedAnnotation,
    numbers: readonly string[],
    alterations: readonly QuoteAlteration[],
  ): Node[] {
    return [this.#words('div', cited, alterations), this.#sourceLine(cited, numbers)];
  }

  claim(
    claim: CitedClaim,
    numbers: readonly string[],
    annotation: (id: AnnotationId) => CitedAnnotation | null,
  ): Node[] {
    const evidence = claim.evidence.map((item, index) => {
      const cited = annotation(item.annotationId);
      const own = numbers[index];
      const line =
        cited === null
          ? [this.chip('deleted', 'deleted annotation')]
          : [this.#words('div', cited), this.#sourceLine(cited, own === undefined ? [] : [own])];
      const row = this.#element('div', 'citation-evidence', [
        this.#element('span', 'citation-stance', [item.stance]),
        ...line,
      ]);
      row.dataset.stance = item.stance;
      return row;
    });
    const wording = this.#element('div', 'citation-wording', [
      this.#element('span', 'citation-label', [claim.label]),
      ' ',
      claim.wording,
    ]);
    wording.dir = 'auto';
    return [wording, this.#element('div', 'citation-source', [claimLine(claim)]), ...evidence];
  }

  chip(kind: 'deleted' | 'orphan' | 'earlier' | 'changed', text: string): HTMLElement {
    return this.#element('span', `citation-chip citation-chip-${kind}`, [text]);
  }

  #words(
    name: 'span' | 'div',
    cited: CitedAnnotation,
    alterations: readonly QuoteAlteration[] = [],
  ): HTMLElement {
    const words = this.#element(
      name,
      'citation-words',
      alteredQuote(cited.quote, alterations).map((piece) =>
        piece.kind === 'source' ? piece.text : this.#altered(piece.text, piece.omitted),
      ),
    );
    words.dir = 'auto';
    if (cited.language) words.lang = cited.language;
    return words;
  }

  /** What was left out is read on the page while its citation is selected, and under the pointer. */
  #altered(text: string, omitted: string): HTMLElement {
    if (omitted === '') return this.#element('span', 'citation-altered', [text]);
    const left = this.#element('span', 'citation-omitted', [omitted.trim()]);
    const altered = this.#element('span', 'citation-altered', [text, left]);
    altered.title = `Left out: ${omitted.trim()}`;
    return altered;
  }

  #sourceLine(cited: CitedAnnotation, numbers: readonly string[]): HTMLElement {
    const dot = this.#element('span', 'citation-dot', []);
    if (cited.tagColor !== null) dot.dataset.color = String(cited.tagColor);
    const dots = cited.tagColor === null ? [] : [dot];
    // A name in a script that runs the other way turns neither the date nor the number around.
    const [name, rest] = sourceParts(cited);
    return this.#element('div', 'citation-source', [
      ...dots,
      this.#element('bdi', 'citation-outlet', [name]),
      rest,
      ...this.#numbers(numbers),
      ...this.#state(cited),
    ]);
  }

  /** Raised numbers; what a style writes in the text stands on the line. */
  #numbers(numbers: readonly string[]): HTMLElement[] {
    const words = numbers.join(', ');
    if (words === '') return [];
    return /^[\d, ]+$/.test(words)
      ? [this.#element('sup', 'citation-number', [words])]
      : [this.#element('span', 'citation-number citation-in-text', [words])];
  }

  #state(cited: CitedAnnotation): HTMLElement[] {
    if (cited.state === 'orphan') return [this.chip('orphan', 'not found · review')];
    return cited.state === 'earlier' ? [this.chip('earlier', 'source changed since')] : [];
  }

  #element(name: string, className: string, children: readonly (Node | string)[]): HTMLElement {
    const element = this.#document.createElement(name);
    element.className = className;
    element.append(...children);
    return element;
  }
}
