import type { Citation } from '../../app/brief/cited-ids.ts';
import { quotationMarks } from '../../app/brief/quotation-marks.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { CitationSource, CitedAnnotation, CitedClaim } from './citation-source.ts';
import { claimLine, sourceLine } from './citation-text.ts';

/** What a citation shows now, as elements to put into its node. Made anew at each call; holds no listeners. */
export function drawCitation(
  document: Document,
  citation: Citation,
  source: CitationSource,
  numbers: readonly number[],
): Node[] {
  const draw = new Drawing(document);
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    return claim === null
      ? [draw.chip('deleted', 'deleted claim')]
      : draw.claim(claim, numbers, (id) => source.annotation(id));
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return [draw.chip('deleted', 'deleted annotation')];
  return citation.form === 'inline' ? draw.inline(cited, numbers) : draw.block(cited, numbers);
}

class Drawing {
  readonly #document: Document;

  constructor(document: Document) {
    this.#document = document;
  }

  inline(cited: CitedAnnotation, numbers: readonly number[]): Node[] {
    const [open, close] = quotationMarks(cited.quote);
    return [
      this.#element('span', 'citation-quote', [open, this.#words('span', cited), close]),
      ...this.#numbers(numbers),
      ...this.#state(cited),
    ];
  }

  block(cited: CitedAnnotation, numbers: readonly number[]): Node[] {
    return [this.#words('div', cited), this.#sourceLine(cited, numbers)];
  }

  claim(
    claim: CitedClaim,
    numbers: readonly number[],
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

  chip(kind: 'deleted' | 'orphan' | 'earlier', text: string): HTMLElement {
    return this.#element('span', `citation-chip citation-chip-${kind}`, [text]);
  }

  #words(name: 'span' | 'div', cited: CitedAnnotation): HTMLElement {
    const words = this.#element(name, 'citation-words', [cited.quote]);
    words.dir = 'auto';
    if (cited.language) words.lang = cited.language;
    return words;
  }

  #sourceLine(cited: CitedAnnotation, numbers: readonly number[]): HTMLElement {
    const dot = this.#element('span', 'citation-dot', []);
    if (cited.tagColor !== null) dot.dataset.color = String(cited.tagColor);
    const dots = cited.tagColor === null ? [] : [dot];
    return this.#element('div', 'citation-source', [
      ...dots,
      sourceLine(cited),
      ...this.#numbers(numbers),
      ...this.#state(cited),
    ]);
  }

  #numbers(numbers: readonly number[]): HTMLElement[] {
    return numbers.length === 0
      ? []
      : [this.#element('sup', 'citation-number', [numbers.join(', ')])];
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
