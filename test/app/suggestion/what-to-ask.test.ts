import { expect, test } from 'vitest';
import { withdrawSilences } from '../../../app/claim/silence-diffs.ts';
import type { SuggestedPassage, Suggestion } from '../../../app/host/suggestions.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { isAcceptedByHand } from '../../../app/suggestion/accepted-by-hand.ts';
import {
  filedTogether,
  silenceQuestions,
  wholeCorpus,
} from '../../../app/suggestion/what-to-ask.ts';
import { ClaimsProject } from '../claim/claims-project.ts';

const askedOf = ({ records }: ClaimsProject): readonly (readonly string[])[] =>
  silenceQuestions(records).map(({ question }) => question.articleIds);

test('Z6: silences are asked for articles with neither evidence nor a silence, until they have', () => {
  const project = new ClaimsProject(4);
  const { maker, records } = project;
  const [, second, third, fourth] = records.list('article');
  const claim = project.claim('The call was short.');
  project.claim('Nobody filed anything here.');
  expect(askedOf(project)).toEqual([]);
  project.file(claim, [project.annotate(0)], 'asserts');
  expect(askedOf(project)).toEqual([[second?.id, third?.id, fourth?.id]]);
  const [before] = silenceQuestions(records);
  const silence = newRecord(maker, 'silence', {
    claimId: claim.id,
    articleId: second?.id ?? ('' as never),
    search: 'short',
  });
  project.act({ added: [silence], updated: [], removed: [] });
  expect(askedOf(project)).toEqual([[third?.id, fourth?.id]]);
  project.act(withdrawSilences([silence]));
  // Nothing has changed that the answer rests on: it need not be asked again.
  expect(silenceQuestions(records)[0]?.identity).toBe(before?.identity);
  if (third === undefined) throw new Error('There are four.');
  const trashed = nextRecord(maker, third, { trashedAt: maker.now() });
  project.act({ added: [], updated: [[third, trashed]], removed: [] });
  expect(askedOf(project)).toEqual([[second?.id, fourth?.id]]);
});

test('Z6: in a large corpus only articles that have evidence of some claim are asked for', () => {
  const project = new ClaimsProject(wholeCorpus + 1);
  const { records } = project;
  const [one, other] = [project.claim('One.'), project.claim('Other.')];
  project.file(one, [project.annotate(7)], 'asserts');
  project.file(other, [project.annotate(11)], 'asserts');
  const articles = records.list('article');
  expect(askedOf(project)).toEqual([[articles[11]?.id], [articles[7]?.id]]);
});

test('conflicts are asked for claims and links that join passages of two articles', () => {
  const project = new ClaimsProject(3);
  const { records } = project;
  const claim = project.claim('One.');
  const [first, second, same] = [project.annotate(0), project.annotate(1), project.annotate(0)];
  project.file(claim, [first, same], 'asserts');
  expect(filedTogether(records)).toEqual([]);
  project.file(claim, [second], 'denies');
  expect(filedTogether(records)).toMatchObject([
    { question: { recordId: claim.id, joined: 'claim', passages: [{}, {}, {}] } },
  ]);
  const link = linked(project, first, second, 'repeats');
  expect(filedTogether(records)[1]).toMatchObject({
    question: { recordId: link, joined: 'link', passages: [{}, {}] },
  });
});

test('Z4: what was linked or filed by hand is accepted, whatever the edges of the highlights', () => {
  const project = new ClaimsProject(3);
  const { records } = project;
  const [first, second] = [project.annotate(0), project.annotate(1)];
  const [one, other] = [passageOf(first), passageOf(second)];
  const pair = { kind: 'parallel', one, other } as unknown as Suggestion;
  const side = (passage: SuggestedPassage) => ({ passage, range: passage, value: '' });
  const conflict = {
    kind: 'conflict',
    one: side(one),
    other: side(other),
  } as unknown as Suggestion;
  const quotation = { kind: 'quotation', passage: one } as unknown as Suggestion;
  expect([pair, conflict, quotation].map((made) => isAcceptedByHand(records, made))).toEqual([
    false,
    false,
    false,
  ]);
  linked(project, first, second, 'repeats');
  expect(isAcceptedByHand(records, pair)).toBe(true);
  // That two passages repeat each other says nothing of a figure that differs in them.
  expect(isAcceptedByHand(records, conflict)).toBe(false);
  linked(project, second, first, 'contradicts');
  expect(isAcceptedByHand(records, conflict)).toBe(true);
  const claim = project.claim('One.');
  project.file(claim, [first], 'asserts');
  expect(isAcceptedByHand(records, quotation)).toBe(true);
  const cluster = { kind: 'cluster', passages: [one, other] } as unknown as Suggestion;
  expect(isAcceptedByHand(records, cluster)).toBe(false);
  project.file(claim, [second], 'reports');
  expect(isAcceptedByHand(records, cluster)).toBe(true);
  // Another copy makes no second claim.
  const copied = {
    kind: 'cluster',
    passages: [one, other, { ...one, start: 900 as never, end: 950 as never }],
  };
  expect(isAcceptedByHand(records, copied as unknown as Suggestion)).toBe(true);
  const elsewhere = { ...one, start: one.end + 10, end: one.end + 60 };
  const away = { kind: 'quotation', passage: elsewhere } as unknown as Suggestion;
  expect(isAcceptedByHand(records, away)).toBe(false);
});

/** A passage around a highlight, one sign longer at each end where it can be. */
function passageOf({ articleId, passage }: AnnotationRecord): SuggestedPassage {
  const { revisionId, start, end, quote } = passage;
  return {
    ...{ articleId, revisionId, quote, hash: '' as never },
    start: Math.max(0, start - 1) as never,
    end: (end + 1) as never,
  };
}

function linked(
  project: ClaimsProject,
  from: AnnotationRecord,
  to: AnnotationRecord,
  name: string,
): string {
  const { maker, records } = project;
  const type = newRecord(maker, 'linkType', { name, inverseName: name, symmetric: false });
  project.act({ added: [type], updated: [], removed: [] });
  const made = addLink(
    maker,
    records,
    { kind: 'annotation', id: from.id },
    { kind: 'annotation', id: to.id },
    type.id,
  );
  if (!made.ok) throw new Error(made.error.message);
  project.act(made.value.diff);
  return made.value.link.id;
}
