import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { RevisionHash } from '../base/brand.ts';
import { describePlace, describeSource, methodNote } from './describe-source.ts';
import type { HtmlCitations } from './html-citations.ts';
import { passageContext } from './passage-context.ts';
import type { BriefPlan, NumberedQuotation } from './plan-brief.ts';
import { safeLink } from './safe-link.ts';

/** How much of the text is shown on either side of a quotation, in UTF-16 code units. */
const contextReach = 200;

/**
 * The Sources section: each quotation once, in its passage, with where it stands and links back to where it is cited.
 * Call after the content is written: `citations` then knows every mention. Empty when nothing is quoted.
 */
export function htmlSources(
  plan: BriefPlan,
  citations: HtmlCitations,
  texts: ReadonlyMap<RevisionHash, string>,
): Element[] {
  if (plan.quotations.length === 0) return [];
  const notes = plan.quotations.map((quotation) =>
    note(quotation, citations.mentionsOf(quotation.annotationId), texts),
  );
  return [
    h('section', { className: ['sources'], ariaLabelledBy: 'sources' }, [
      h('h2', { id: 'sources' }, 'Sources'),
      h('p', { className: ['about'] }, methodNote),
      h('ol', notes),
    ]),
  ];
}

function note(
  quotation: NumberedQuotation,
  mentions: readonly string[],
  texts: ReadonlyMap<RevisionHash, string>,
): Element {
  return h('li', { id: `source-${quotation.number}` }, [
    h('p', { className: ['source'] }, [
      describeSource(quotation),
      ...link(quotation),
      ...back(mentions),
    ]),
    passage(quotation, texts.get(quotation.revisionHash) ?? ''),
    h('p', { className: ['place'] }, describePlace(quotation)),
  ]);
}

function passage(quotation: NumberedQuotation, text: string): Element {
  const context = passageContext(text, quotation.start, quotation.end, contextReach);
  const language = quotation.language === null ? {} : { lang: quotation.language };
  return h('p', { className: ['passage'], dir: 'auto', ...language }, [
    context.more.before ? '… ' : '',
    context.before,
    h('mark', context.quote),
    context.after,
    context.more.after ? ' …' : '',
  ]);
}

function link(quotation: NumberedQuotation): ElementContent[] {
  if (quotation.url === null) return [];
  const url = safeLink(quotation.url);
  const address: ElementContent =
    url === null
      ? { type: 'text', value: quotation.url }
      : h('a', { href: url, rel: ['noreferrer'] }, url);
  return [{ type: 'text', value: ', ' }, address];
}

function back(mentions: readonly string[]): ElementContent[] {
  return mentions.flatMap((id, index) => [
    { type: 'text', value: ' ' },
    h(
      'a',
      {
        href: `#${id}`,
        role: 'doc-backlink',
        ariaLabel: mentions.length === 1 ? 'Back to the citation' : `Back to citation ${index + 1}`,
      },
      mentions.length === 1 ? '↩' : `↩${index + 1}`,
    ),
  ]);
}
