import { expect, test } from 'vitest';
import type { RevisionHash } from '../../../../app/base/brand.ts';
import { accept, acceptAll } from '../../../../app/brief/live/accept-changes.ts';
import { acceptedIn } from '../../../../app/brief/live/accepted-citation.ts';
import type { CitationChange } from '../../../../app/brief/live/citation-changes.ts';
import { citationState } from '../../../../app/brief/live/citation-state.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { RevisionId } from '../../../../app/record/ids.ts';
import type { ProjectRecord, RevisionRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { acceptedCitationSchema } from '../../../../app/schema/citation-schema.ts';
import { annotateWords, BriefFixture, claimCitation, inlineCitation } from '../brief-fixture.ts';

/** A claim on two passages of the Times and one of the Ledger, of which the Times is about to have a later revision. */
function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('The cost has risen to 3.9 billion crowns, by 2032.');
  const ledger = fixture.article('The ledger says 4.2 billion.');
  const cost = annotateWords(fixture, times, '3.9 billion crowns');
  const year = annotateWords(fixture, times, '2032');
  const other = annotateWords(fixture, ledger, '4.2 billion');
  const claim = fixture.claim('The tunnel costs 3.9 billion crowns.', [
    [cost, 'asserts'],
    [year, 'reports'],
    [other, 'denies'],
  ]);
  const [first] = fixture.revisions;
  if (first === undefined) throw new Error('no revision');
  const second: RevisionRecord = {
    ...first,
    id: 'revision-later' as RevisionId,
    hash: 'b'.repeat(64) as RevisionHash,
    number: 2,
  };
  const { annotations, articles, revisions, claims, evidence } = fixture;
  const all = [...annotations, ...articles, ...revisions, ...claims, ...evidence];
  const sourceWith = (...changed: ProjectRecord[]) => recordSourceOf([...all, second, ...changed]);
  return { times, ledger, cost, year, other, claim, first, second, sourceWith };
}

type Project = ReturnType<typeof project>;

function changesOf(source: ReturnType<Project['sourceWith']>, node: RichTextNode) {
  const state = citationState(source, node);
  if (state?.kind === 'missing') throw new Error(state.why);
  return state?.kind === 'changed' ? state.changes : [];
}

test.each([
  ['outlet', 'Outlet 1', 'The Times'],
  ['title', 'Title 1', 'Cost rises'],
  ['byline', null, 'A. Writer'],
  ['published', '2024-05-12', '2024-05-13'],
  ['url', 'https://example.org/1', null],
  ['section', null, 'World'],
  ['language', 'en', 'fr'],
] as const)(
  'Y1 a claim tells that the %s of an article under it is another, and which article',
  (field, before, after) => {
    const { claim, times, sourceWith } = project();
    const node = accept(sourceWith(), claimCitation(claim));
    const changed = sourceWith({ ...times, corrected: { [field]: after } });
    const told: CitationChange[] = [{ field, before, after, of: times.id }];
    expect(changesOf(changed, node)).toEqual(told);
    expect(changesOf(changed, accept(changed, node))).toEqual([]);
  },
);

test('Y1 passages that moved on to a later revision are told once for their article', () => {
  const { claim, times, cost, year, first, second, sourceWith } = project();
  const node = accept(sourceWith(), claimCitation(claim));
  const carried = [cost, year].map((annotation) => ({
    ...annotation,
    passage: { ...annotation.passage, revisionId: second.id },
  }));
  const moved = sourceWith({ ...times, revisionId: second.id }, ...carried);
  expect(changesOf(moved, node)).toEqual([
    { field: 'revision', before: first.hash, after: second.hash, of: times.id },
  ]);
  expect(citationState(moved, accept(moved, node))).toEqual({ kind: 'same', later: null });
});

test('Y1 a later revision on which a passage waits is told, with the revision before and now, until it is accepted or decided', () => {
  const { claim, times, cost, year, other, first, second, sourceWith } = project();
  const later = { ...times, revisionId: second.id };
  const told = { field: 'latest', before: first.hash, after: second.hash };
  const waiting = sourceWith(later);
  const onClaim = accept(sourceWith(), claimCitation(claim));
  expect(changesOf(waiting, onClaim)).toEqual([{ ...told, of: times.id }]);
  const onWords = accept(sourceWith(), inlineCitation(cost));
  expect(changesOf(waiting, onWords)).toEqual([told]);
  expect(changesOf(waiting, accept(sourceWith(), inlineCitation(other)))).toEqual([]);
  for (const node of [onClaim, onWords]) {
    expect(citationState(waiting, accept(waiting, node))).toEqual({
      kind: 'same',
      later: 'waiting',
    });
  }
  const kept = [cost, year].map((annotation) => ({ ...annotation, keptFrom: second.id }));
  for (const node of [onClaim, onWords]) {
    expect(citationState(sourceWith(later, ...kept), node)).toEqual({
      kind: 'same',
      later: 'kept',
    });
  }
});

test('Y1 what was accepted by an older program tells what it kept and nothing else, and is filled when it is accepted', () => {
  const { claim, times, cost, second, sourceWith } = project();
  const older = (node: RichTextNode): RichTextNode => {
    const kept = acceptedIn(node);
    if (kept === null) throw new Error('nothing kept');
    const {
      sources: _,
      latest: __,
      section: ___,
      language: ____,
      ...rest
    } = {
      ...{ sources: null, latest: null, section: null, language: null },
      ...kept,
    };
    const evidence = kept.kind === 'claim' ? kept.evidence.map((item) => item.slice(0, 3)) : null;
    const accepted = evidence === null ? rest : { ...rest, evidence };
    return { ...node, attrs: { ...node.attrs, accepted } };
  };
  const later = {
    ...times,
    revisionId: second.id,
    corrected: { outlet: 'The Times', section: 'World' },
  };
  const onClaim = older(accept(sourceWith(), claimCitation(claim)));
  expect(changesOf(sourceWith(later), onClaim)).toEqual([]);
  const onWords = older(accept(sourceWith(), inlineCitation(cost)));
  expect(changesOf(sourceWith(later), onWords)).toMatchObject([{ field: 'outlet' }]);
  const refuted = sourceWith({ ...claim, status: 'refuted' });
  expect(changesOf(refuted, onClaim)).toMatchObject([{ field: 'status' }]);
  const accepted = accept(refuted, onClaim);
  expect(changesOf(sourceWith({ ...claim, status: 'refuted' }, later), accepted)).toMatchObject([
    { field: 'latest' },
    { field: 'outlet' },
    { field: 'section' },
  ]);
});

test('Y1 evidence that is filed, taken away or deleted is told as evidence, not by its article as well', () => {
  const { claim, ledger, other, sourceWith } = project();
  const all = sourceWith();
  const without = (...ids: string[]) =>
    recordSourceOf([...all.all.values()].filter(({ id }) => !ids.includes(id)));
  const taken = without('evidence-3');
  const node = accept(all, claimCitation(claim));
  expect(changesOf(taken, node)).toMatchObject([
    { field: 'evidence', annotationId: other.id, before: { stance: 'denies' }, after: null },
  ]);
  expect(changesOf(all, accept(taken, claimCitation(claim)))).toMatchObject([
    { field: 'evidence', annotationId: other.id, before: null, after: { stance: 'denies' } },
  ]);
  expect(changesOf(without(other.id, ledger.id), node)).toEqual([
    {
      field: 'evidence',
      annotationId: other.id,
      before: { stance: 'denies', quote: '4.2 billion' },
      after: { stance: 'denies', quote: null },
    },
  ]);
});

test('Y1 in a footnote as elsewhere; what is kept can be stored', () => {
  const { cost, claim, times, sourceWith } = project();
  const document: RichTextNode = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'footnote', content: [accept(sourceWith(), inlineCitation(cost))] },
          { type: 'text', text: 'words' },
        ],
      },
      accept(sourceWith(), claimCitation(claim)),
    ],
  };
  const changed = sourceWith({ ...times, corrected: { outlet: 'The Times' } });
  const accepted = acceptAll(changed, document);
  const [paragraph, block] = accepted.content ?? [];
  const note = paragraph?.content?.[0]?.content?.[0];
  for (const node of [note, block]) {
    expect(JSON.stringify(node)).toContain('The Times');
    expect(acceptedCitationSchema.safeParse(node?.attrs?.accepted).success).toBe(true);
  }
  expect(acceptAll(changed, accepted)).toBe(accepted);
});
