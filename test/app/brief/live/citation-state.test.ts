import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accept, acceptAll } from '../../../../app/brief/live/accept-changes.ts';
import { acceptedOf } from '../../../../app/brief/live/accepted-citation.ts';
import { citationState } from '../../../../app/brief/live/citation-state.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import {
  annotateWords,
  BriefFixture,
  claimCitation,
  inlineCitation,
  paragraph,
  quotationCitation,
} from '../brief-fixture.ts';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('The cost has risen to 3.9 billion crowns.');
  const ledger = fixture.article('The ledger says 4.2 billion.');
  const cost = annotateWords(fixture, times, '3.9 billion crowns');
  const other = annotateWords(fixture, ledger, '4.2 billion');
  const claim = fixture.claim('The tunnel costs 3.9 billion crowns.', [[cost, 'asserts']]);
  return { fixture, times, ledger, cost, other, claim };
}

function sourceOf(fixture: BriefFixture, ...changed: ProjectRecord[]) {
  const { annotations, articles, revisions, claims, evidence } = fixture;
  return recordSourceOf([
    ...annotations,
    ...articles,
    ...revisions,
    ...claims,
    ...evidence,
    ...changed,
  ]);
}

describe('the state of a citation', () => {
  it('Y1 is the same when it was just inserted, and what keeps nothing is never changed', () => {
    const { fixture, cost, times } = project();
    const source = sourceOf(fixture);
    expect(citationState(source, accept(source, inlineCitation(cost)))).toEqual({
      kind: 'same',
      later: null,
    });
    const moved = { ...cost, passage: { ...cost.passage, quote: 'other' } };
    expect(citationState(sourceOf(fixture, moved), inlineCitation(cost))?.kind).toBe('same');
    expect(citationState(source, paragraph('words'))).toBeNull();
    expect(acceptedOf(source, quotationCitation(cost))).toMatchObject({
      quote: '3.9 billion crowns',
      outlet: 'Outlet 1',
      url: `https://example.org/${times.number}`,
    });
  });

  it('Y1 tells quote, outlet and date with before and after', () => {
    const { fixture, cost, times } = project();
    const node = accept(sourceOf(fixture), inlineCitation(cost));
    const after = sourceOf(
      fixture,
      { ...cost, passage: { ...cost.passage, quote: '4.1 billion crowns' } },
      { ...times, corrected: { outlet: 'The Times', published: null } },
    );
    expect(citationState(after, node)).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'quote', before: '3.9 billion crowns', after: '4.1 billion crowns' },
        { field: 'outlet', before: 'Outlet 1', after: 'The Times' },
        { field: 'published', before: '2024-05-12', after: null },
      ],
    });
  });

  it('Y1 tells what a claim says and rests on otherwise', () => {
    const { fixture, claim, cost, other } = project();
    const node = accept(sourceOf(fixture), claimCitation(claim));
    const [filed] = fixture.evidence;
    if (filed === undefined) throw new Error('no evidence');
    const after = sourceOf(
      fixture,
      { ...claim, status: 'refuted' },
      { ...filed, stance: 'denies' },
      { ...filed, id: 'evidence-9' as typeof filed.id, annotationId: other.id },
    );
    expect(citationState(after, node)).toMatchObject({
      kind: 'changed',
      changes: [
        { field: 'status', before: 'disputed', after: 'refuted' },
        {
          field: 'evidence',
          annotationId: cost.id,
          before: { stance: 'asserts' },
          after: { stance: 'denies' },
        },
        { field: 'evidence', annotationId: other.id, before: null, after: { stance: 'asserts' } },
      ],
    });
  });

  it('Y1 knows a later revision on which the place waits for the analyst', () => {
    const { fixture, cost, times, ledger } = project();
    const node = accept(sourceOf(fixture), inlineCitation(cost));
    const later = { ...times, revisionId: ledger.revisionId };
    expect(citationState(sourceOf(fixture, later), node)).toMatchObject({
      kind: 'changed',
      changes: [{ field: 'latest' }],
      later: 'waiting',
    });
    const kept = { ...cost, keptFrom: ledger.revisionId };
    expect(citationState(sourceOf(fixture, later, kept), node)).toEqual({
      kind: 'same',
      later: 'kept',
    });
  });

  it('Y1 says which record is gone', () => {
    const { fixture, cost, claim } = project();
    const all = sourceOf(fixture);
    const without = (id: string) =>
      recordSourceOf([...all.all.values()].filter((record) => record.id !== id));
    const node = accept(all, inlineCitation(cost));
    expect(citationState(without(cost.id), node)).toMatchObject({ gone: 'annotation' });
    expect(citationState(without(cost.articleId), node)).toMatchObject({ gone: 'article' });
    expect(citationState(without(cost.passage.revisionId), node)).toMatchObject({
      gone: 'revision',
    });
    expect(citationState(without(claim.id), claimCitation(claim))).toMatchObject({ gone: 'claim' });
    expect(acceptAll(without(cost.id), node)).toBe(node);
  });

  it('Y1 takes nothing kept by another hand for granted', () => {
    const { fixture, cost } = project();
    const source = sourceOf(fixture);
    const kept: fc.Arbitrary<unknown> = fc.oneof(
      fc.jsonValue(),
      fc.record({ kind: fc.constantFrom('quotation', 'claim', 'article') }),
      fc.record({
        kind: fc.constantFrom('quotation', 'claim', 'article'),
        evidence: fc.array(fc.array(fc.string())),
        quote: fc.string(),
        revision: fc.string(),
      }),
    );
    fc.assert(
      fc.property(kept, (accepted) => {
        const node = { ...inlineCitation(cost), attrs: { annotationId: cost.id, accepted } };
        expect(citationState(source, node)?.kind).not.toBe('missing');
      }),
      { seed: 71, numRuns: 200 },
    );
  });
});

describe('accepting', () => {
  const field = fc.constantFrom('outlet', 'title', 'byline', 'published', 'url');
  const edit = fc.oneof(
    fc.record({ what: fc.constant('quote' as const), text: fc.string() }),
    fc.record({ what: field, text: fc.string() }),
    fc.record({ what: fc.constant('wording' as const), text: fc.string() }),
    fc.record({ what: fc.constant('stance' as const), text: fc.constantFrom('denies', 'reports') }),
  );

  it('Y2 makes every citation the same, and undoing it brings back what was changed', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const { fixture, cost, claim, times } = project();
        const before = sourceOf(fixture);
        const document: RichTextNode = {
          type: 'doc',
          content: [
            paragraph('It costs ', accept(before, inlineCitation(cost)), '.'),
            accept(before, claimCitation(claim)),
            paragraph('Nothing is cited here.'),
          ],
        };
        const after = sourceOf(
          fixture,
          ...edits.map(({ what, text }): ProjectRecord => {
            if (what === 'quote') return { ...cost, passage: { ...cost.passage, quote: text } };
            if (what === 'wording') return { ...claim, wording: text };
            if (what === 'stance') {
              return {
                ...(fixture.evidence[0] as (typeof fixture.evidence)[0]),
                stance: text as 'denies',
              };
            }
            return { ...times, corrected: { [what]: text } };
          }),
        );
        const states = (doc: RichTextNode) => statesIn(after, doc);
        const accepted = acceptAll(after, document);
        expect(states(accepted).every((state) => state?.kind === 'same')).toBe(true);
        expect(accepted.content?.[2]).toBe(document.content?.[2]);
        // The document is a value: undo is the document of before, with the states of before.
        expect(states(document)).toEqual(states(structuredClone(document)));
        if (states(document).every((state) => state?.kind === 'same'))
          expect(accepted).toBe(document);
        expect(
          statesIn(before, acceptAll(before, accepted)).every((state) => state?.kind === 'same'),
        ).toBe(true);
      }),
      { seed: 72, numRuns: 100 },
    );
  });
});

function statesIn(
  source: ReturnType<typeof sourceOf>,
  document: RichTextNode,
): ReturnType<typeof citationState>[] {
  const own = citationState(source, document);
  if (own !== null) return [own];
  return (document.content ?? []).flatMap((child) => statesIn(source, child));
}
