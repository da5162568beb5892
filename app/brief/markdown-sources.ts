import type { FootnoteDefinition, ListItem, PhrasingContent, RootContent } from 'mdast';
import { describePlace, describeSource, methodNote } from './describe-source.ts';
import type { BriefPlan, NumberedQuotation } from './plan-brief.ts';
import { safeLink } from './safe-link.ts';

/** One footnote for each quotation: what is known of the source and the exact place. */
export function sourceDefinitions(plan: BriefPlan): FootnoteDefinition[] {
  return plan.quotations.map((quotation) => ({
    type: 'footnoteDefinition',
    identifier: String(quotation.number),
    label: String(quotation.number),
    children: [
      {
        type: 'paragraph',
        children: [...source(quotation), { type: 'text', value: `; ${describePlace(quotation)}.` }],
      },
    ],
  }));
}

/** The quoted articles in the order of first mention, one for each revision, with the numbers that quote it. */
export function sourceList(plan: BriefPlan): RootContent[] {
  const byRevision = new Map<string, NumberedQuotation[]>();
  for (const quotation of plan.quotations) {
    const key = `${quotation.articleNumber} ${quotation.revisionHash}`;
    const known = byRevision.get(key);
    if (known === undefined) byRevision.set(key, [quotation]);
    else known.push(quotation);
  }
  const items: ListItem[] = [];
  for (const quotations of byRevision.values()) {
    const first = quotations[0];
    if (first === undefined) continue;
    const numbers = quotations.map((quotation) => quotation.number).join(', ');
    const place = `; article ${first.articleNumber}, revision sha256:${first.revisionHash}; quoted in ${numbers}.`;
    items.push({
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: [...source(first), { type: 'text', value: place }] },
      ],
    });
  }
  if (items.length === 0) return [];
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: 'Sources' }] },
    { type: 'list', ordered: false, spread: false, children: items },
    {
      type: 'paragraph',
      children: [
        {
          type: 'text',
          value: methodNote,
        },
      ],
    },
  ];
}

function source(quotation: NumberedQuotation): PhrasingContent[] {
  const described: PhrasingContent = { type: 'text', value: describeSource(quotation) };
  if (quotation.url === null) return [described];
  const url = safeLink(quotation.url);
  const address: PhrasingContent =
    url === null
      ? { type: 'text', value: quotation.url }
      : { type: 'link', url, children: [{ type: 'text', value: url }] };
  return [described, { type: 'text', value: ', ' }, address];
}
