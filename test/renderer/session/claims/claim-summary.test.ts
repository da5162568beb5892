import { expect, test } from 'vitest';
import { outletsOf } from '../../../../renderer/session/claims/claim-summary.ts';
import { ClaimsProject } from '../../../app/claim/claims-project.ts';

test('Q12: of the outlets of a claim those that contradict it stand first, of their passages as well', () => {
  const made = new ClaimsProject(4);
  for (const [index, article] of made.records.list('article').entries()) {
    const corrected = { outlet: `Outlet ${index}` };
    made.act({ added: [], updated: [[article, { ...article, corrected }]], removed: [] });
  }
  const claim = made.claim('The tunnel is long.');
  made.file(claim, [made.annotate(0), made.annotate(1, 30)], 'reports');
  made.file(claim, [made.annotate(1, 60)], 'asserts');
  made.file(claim, [made.annotate(1, 90), made.annotate(2)], 'denies');
  const { withPassage, without } = outletsOf(made.records, made.records.evidenceOf(claim.id), [
    'Elsewhere',
  ]);
  expect(withPassage.map(({ items }) => items.map(({ stance }) => stance))).toEqual([
    ['denies', 'reports', 'asserts'],
    ['denies'],
    ['reports'],
  ]);
  expect(without).toEqual(['Elsewhere']);
});
