import type { Node } from 'prosemirror-model';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource, CitationStanding } from './citation-source.ts';

/** The gravest first: a closed footnote tells one thing. */
const byGravity: readonly CitationStanding[] = ['missing', 'misfit', 'changed'];

/** How the citations in a footnote stand, as its sign tells it: the gravest of them. Cost: a look-up for each. */
export function footnoteStanding(note: Node, source: CitationSource): CitationStanding {
  const standings = new Set<CitationStanding>();
  note.descendants((node) => {
    if (nodeCitation(node) === null) return;
    standings.add(source.standing({ type: node.type.name, attrs: node.attrs }));
  });
  return byGravity.find((standing) => standings.has(standing)) ?? 'accepted';
}

/** What is added to a footnote's name for how its citations stand. */
export const footnoteStandingWords: Readonly<Record<CitationStanding, string>> = {
  accepted: '',
  changed: '. A citation in it has changed since it was accepted, review',
  misfit: '. What was left out of a citation in it no longer fits the words, review',
  missing: '. What a citation in it cites was deleted',
};
