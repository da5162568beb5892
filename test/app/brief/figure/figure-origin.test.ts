import { describe, expect, it } from 'vitest';
import { figureOrigin, isFigureChanged } from '../../../../app/brief/figure/figure-origin.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { PictureId } from '../../../../app/record/ids.ts';
import type { FigureOrigin, PictureRecord, ProjectRecord } from '../../../../app/record/records.ts';
import { annotateWords, BriefFixture, paragraph } from '../brief-fixture.ts';
import { findings } from '../check/checked.ts';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('It cost four billion. Nobody knew.', { outlet: 'The Times' });
  const ledger = fixture.article('It cost three billion.', { outlet: null, title: 'Costs' });
  const four = annotateWords(fixture, times, 'It cost four billion.');
  const three = annotateWords(fixture, ledger, 'It cost three billion.');
  const claim = fixture.claim('It cost four billion.', [
    [four, 'asserts'],
    [three, 'denies'],
  ]);
  const other = fixture.claim('Nobody knew.');
  return { fixture, times, ledger, four, three, claim, other };
}

type Of = PictureRecord['of'];

function pictureOf({ fixture }: ReturnType<typeof project>, of: Of, from?: FigureOrigin) {
  const [claim] = fixture.claims;
  return {
    ...claim,
    kind: 'picture',
    id: 'picture-1' as PictureId,
    of,
    ...{ svg: '<svg/>', png: '', width: 1, height: 1, description: 'A figure' },
    ...(from === undefined ? {} : { drawnFrom: from }),
  } as unknown as PictureRecord;
}

function sourceOf({ fixture }: ReturnType<typeof project>, ...changed: readonly ProjectRecord[]) {
  const { annotations, articles, revisions, claims, evidence } = fixture;
  return recordSourceOf([
    ...articles,
    ...revisions,
    ...annotations,
    ...claims,
    ...evidence,
    ...changed,
  ]);
}

const graph = { passages: true, articles: false, claims: true, evidence: true, hiddenTypes: [] };

function isChanged(
  made: ReturnType<typeof project>,
  of: Exclude<Of, 'other'>,
  from: Omit<FigureOrigin, 'digest'>,
  ...changed: readonly ProjectRecord[]
): boolean {
  const picture = pictureOf(made, of, figureOrigin(sourceOf(made), of, from));
  expect(isFigureChanged(sourceOf(made), picture)).toBe(false);
  return isFigureChanged(sourceOf(made, ...changed), picture);
}

describe('a figure that is older than what it shows', () => {
  it('I31 a matrix hears of wordings, stances, names and new claims', () => {
    const made = project();
    const [first] = made.fixture.evidence;
    if (first === undefined) throw new Error('no evidence');
    const all = { ids: null };
    expect(isChanged(made, 'matrix', all, { ...made.claim, wording: 'It cost five.' })).toBe(true);
    expect(isChanged(made, 'matrix', all, { ...first, stance: 'reports' })).toBe(true);
    expect(isChanged(made, 'matrix', all, { ...made.ledger, corrected: { title: 'Bill' } })).toBe(
      true,
    );
    const more = { ...made.claim, id: 'claim-9' as typeof made.claim.id, number: 9 };
    expect(isChanged(made, 'matrix', all, more)).toBe(true);
    // What no matrix shows.
    expect(isChanged(made, 'matrix', all, { ...made.claim, tagIds: [], confidence: 1 })).toBe(
      false,
    );
    expect(isChanged(made, 'matrix', all, { ...made.times, corrected: { title: 'Bill' } })).toBe(
      false,
    );
  });

  it('I31 one that was narrowed hears of what it shows alone', () => {
    const made = project();
    const some = { ids: [made.claim.id, made.times.id] };
    const [, denies] = made.fixture.evidence;
    if (denies === undefined) throw new Error('no evidence');
    expect(isChanged(made, 'matrix', some, { ...made.other, wording: 'Everybody knew.' })).toBe(
      false,
    );
    expect(isChanged(made, 'matrix', some, { ...denies, stance: 'questions' })).toBe(false);
    expect(isChanged(made, 'matrix', some, { ...made.claim, wording: 'It cost five.' })).toBe(true);
  });

  it('I31 a graph hears of its points and lines, a timeline of its dates', () => {
    const made = project();
    const [first] = made.fixture.evidence;
    if (first === undefined) throw new Error('no evidence');
    const whole = { ids: null, graph };
    expect(isChanged(made, 'graph', whole, { ...first, stance: 'questions' })).toBe(true);
    expect(isChanged(made, 'graph', whole, { ...made.claim, wording: 'It cost five.' })).toBe(true);
    expect(isChanged(made, 'graph', whole, { ...made.other, wording: 'Who knew?' })).toBe(false);
    const part = { ids: [made.claim.id, made.four.id], graph };
    const [, second] = made.fixture.evidence;
    if (second === undefined) throw new Error('no evidence');
    expect(isChanged(made, 'graph', part, { ...second, stance: 'reports' })).toBe(false);
    const dated = { ids: null };
    expect(isChanged(made, 'timeline', dated, { ...made.claim, saidOn: '2024-01-01' })).toBe(true);
    expect(isChanged(made, 'timeline', dated, { ...first, stance: 'questions' })).toBe(false);
  });

  it('I31 is told by the check, by its caption; one without a digest and one from elsewhere are not', () => {
    const made = project();
    const figure = {
      type: 'figure',
      attrs: { pictureId: 'picture-1' },
      content: [{ type: 'text', text: 'Who says what' }],
    };
    const origin = figureOrigin(sourceOf(made), 'matrix', { ids: null });
    const reworded = { ...made.claim, wording: 'It cost five.' };
    const told = (picture: PictureRecord, ...changed: readonly ProjectRecord[]) =>
      findings('figure-changed', made.fixture, [paragraph('See.'), figure], [picture, ...changed]);
    expect(told(pictureOf(made, 'matrix', origin))).toEqual([]);
    expect(told(pictureOf(made, 'matrix', origin), reworded)).toMatchObject([
      {
        sentence:
          'The figure “Who says what” shows what the project said when it was drawn, and it says something else now. Draw it anew.',
        place: { path: [1], range: null },
        about: { kind: 'picture', id: 'picture-1' },
      },
    ]);
    expect(told(pictureOf(made, 'matrix'), reworded)).toEqual([]);
    expect(told(pictureOf(made, 'other', origin), reworded)).toEqual([]);
  });
});
