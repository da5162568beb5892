import { expect, test } from 'vitest';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import {
  claimsToCite,
  countToCite,
  passagesToCite,
} from '../../../../renderer/session/writing/to-cite.ts';
import { ClaimsProject } from '../../../app/claim/claims-project.ts';

function made() {
  const project = new ClaimsProject(3);
  for (const [at, outlet] of ['The Ledger', 'The Lantern', null].entries()) {
    const article = project.records.list('article')[at];
    if (article === undefined) throw new Error('There is no such article.');
    const next = nextRecord(project.maker, article, { corrected: { outlet } });
    project.act({ added: [], updated: [[article, next]], removed: [] });
    project.annotate(at);
  }
  project.claim('The tunnel is long.');
  project.claim('The bridge is short.');
  return project;
}

test('what can be cited is counted as it is shown: all, or so many of all', () => {
  const { records } = made();
  const [claims, passages] = [records.list('claim'), records.list('annotation')];
  expect(countToCite(claimsToCite(records, claims, ''))).toBe('2');
  expect(countToCite(claimsToCite(records, claims, 'tunnel'))).toBe('1 of 2');
  expect(countToCite(claimsToCite(records, claims, 'c2'))).toBe('1 of 2');
  expect(countToCite(claimsToCite(records, claims, 'nothing of the kind'))).toBe('0 of 2');
  expect(countToCite(passagesToCite(records, passages, ''))).toBe('3');
  const found = passagesToCite(records, passages, 'the ledger');
  expect(found.matching).toHaveLength(1);
  expect(countToCite(found)).toBe('1 of 3');
  expect(passagesToCite(records, passages, '2:1').matching).toEqual([passages[1]]);
});

test('passages of articles in the trash are not offered and not counted', () => {
  const project = made();
  const article = project.records.list('article')[0];
  if (article === undefined) throw new Error('There is no article.');
  const gone = nextRecord(project.maker, article, { trashedAt: article.createdAt });
  project.act({ added: [], updated: [[article, gone]], removed: [] });
  const found = passagesToCite(project.records, project.records.list('annotation'), '');
  expect(countToCite(found)).toBe('2');
});
