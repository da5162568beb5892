import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { RevisionHash } from '../base/brand.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';
import { briefStyle } from './brief-style.ts';
import { exportDate } from './describe-source.ts';
import { HtmlCitations } from './html-citations.ts';
import { htmlFlow } from './html-flow.ts';
import { htmlSources } from './html-sources.ts';
import { type BriefPlan, planBrief } from './plan-brief.ts';

/**
 * A brief as one HTML file that needs nothing else: no script, no address is fetched, and its own content policy
 * forbids both. Each quotation is verbatim, numbered, and leads to a note that shows it in its passage with the
 * revision's hash and the offsets, and back (rules C2 to C5). Ends with a line feed. Throws RangeError when
 * `checkCitations` names a problem.
 */
export function composeHtml(bundle: BriefBundle, texts: ReadonlyMap<RevisionHash, string>): string {
  const plan = planBrief(bundle, texts);
  const citations = new HtmlCitations(plan);
  const content = htmlFlow(bundle.brief.content.content ?? [], citations);
  const { title } = bundle.brief;
  const document: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        head(title),
        h('body', [
          h('main', [
            h('header', [
              h('h1', { dir: 'auto' }, title),
              h('p', { className: ['about'] }, about(bundle, plan)),
            ]),
            ...content,
            ...htmlSources(plan, citations, texts),
          ]),
        ]),
      ]),
    ],
  };
  return `${toHtml(document)}\n`;
}

function head(title: string): Element {
  return h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', {
      httpEquiv: 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'generator', content: 'Variorum' }),
    h('title', title),
    h('style', briefStyle),
  ]);
}

/** "Brief, Lena Okafor, 15 May 2024, 31 quotations from 7 articles": of the record, never of the clock. */
function about({ brief }: BriefBundle, plan: BriefPlan): string {
  const articles = new Set(plan.quotations.map((quotation) => quotation.articleNumber)).size;
  const quotations = plan.quotations.length;
  return [
    'Brief',
    brief.author,
    exportDate(brief.modifiedAt.slice(0, 10)),
    `${quotations} ${quotations === 1 ? 'quotation' : 'quotations'} from ${articles} ${articles === 1 ? 'article' : 'articles'}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
