import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { AnnotationId, ClaimId } from '../record/ids.ts';
import { describeClaim, describeSource } from './describe-source.ts';
import type { BriefPlan, NumberedQuotation } from './plan-brief.ts';
import { quotationMarks } from './quotation-marks.ts';
import { safeLink } from './safe-link.ts';

/**
 * Writes the citations of one HTML export and remembers where each quotation was cited, for the links back from its
 * source note. One instance serves one composition; write in document order.
 */
export class HtmlCitations {
  readonly #plan: BriefPlan;
  readonly #mentions = new Map<AnnotationId, string[]>();

  constructor(plan: BriefPlan) {
    this.#plan = plan;
  }

  /** The element ids of the places that cite a quotation, in document order. */
  mentionsOf(id: AnnotationId): readonly string[] {
    return this.#mentions.get(id) ?? [];
  }

  inline(id: AnnotationId): ElementContent[] {
    const quotation = this.#plan.quotation(id);
    const words = h(
      'span',
      { className: ['quotation'], dir: 'auto', ...address(quotation) },
      quotation.quote,
    );
    const [open, close] = quotationMarks(quotation.quote);
    return [
      { type: 'text', value: open },
      words,
      { type: 'text', value: close },
      this.#reference(quotation),
    ];
  }

  block(id: AnnotationId): Element {
    const quotation = this.#plan.quotation(id);
    return h('figure', { className: ['cited'] }, [
      words(quotation),
      h('figcaption', [
        describeSource(quotation),
        ` · ${quotation.label}`,
        this.#reference(quotation),
      ]),
    ]);
  }

  claim(id: ClaimId): Element {
    const claim = this.#plan.claim(id);
    const evidence = claim.evidence.map((item) => {
      const quotation = this.#plan.quotation(item.annotationId);
      return h('li', { dataStance: item.stance }, [
        h('p', { className: ['stance'] }, [
          h('strong', item.stance),
          ` · ${describeSource(quotation)} · ${quotation.label}`,
          this.#reference(quotation),
        ]),
        words(quotation),
      ]);
    });
    return h(
      'section',
      { className: ['claim'], dataClaim: claim.claimId, dataStatus: claim.status },
      [
        h('p', { className: ['wording'], dir: 'auto' }, [
          h('span', { className: ['label'] }, `Claim ${claim.label}`),
          ' ',
          claim.wording,
        ]),
        h('p', { className: ['about'] }, describeClaim(claim)),
        evidence.length === 0
          ? h('p', { className: ['about'] }, 'No evidence filed.')
          : h('ul', { className: ['evidence'] }, evidence),
      ],
    );
  }

  /** The raised number that leads to the source note. */
  #reference(quotation: NumberedQuotation): Element {
    const mentions = this.#mentions.get(quotation.annotationId) ?? [];
    const id = `cite-${quotation.number}-${mentions.length + 1}`;
    this.#mentions.set(quotation.annotationId, [...mentions, id]);
    return h('sup', [
      h(
        'a',
        {
          id,
          href: `#source-${quotation.number}`,
          role: 'doc-noteref',
          ariaLabel: `Source ${quotation.number}`,
        },
        String(quotation.number),
      ),
    ]);
  }
}

/** The quotation as a block that holds its words and nothing else. */
function words(quotation: NumberedQuotation): Element {
  const url = quotation.url === null ? null : safeLink(quotation.url);
  return h(
    'blockquote',
    { dir: 'auto', ...(url === null ? {} : { cite: url }), ...address(quotation) },
    [h('p', quotation.quote)],
  );
}

/** Where the words stand, for programs that read the file. */
function address(quotation: NumberedQuotation): Properties {
  return {
    ...(quotation.language === null ? {} : { lang: quotation.language }),
    dataAnnotation: quotation.annotationId,
    dataRevision: `sha256:${quotation.revisionHash}`,
    dataStart: String(quotation.start),
    dataEnd: String(quotation.end),
  };
}
