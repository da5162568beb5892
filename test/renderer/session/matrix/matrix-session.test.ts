import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../../app/base/brand.ts';
import { describeMatrixCell } from '../../../../app/claim/matrix-cell.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import type { RevisionText } from '../../../../app/record/text.ts';
import { changeStance, removeEvidence } from '../../../../renderer/session/claims/claim.ts';
import {
  claimsListView,
  foldClaim,
} from '../../../../renderer/session/claims/claims-view-setting.ts';
import {
  hideColumn,
  moveColumn,
  stepColumn,
} from '../../../../renderer/session/matrix/matrix-columns-view.ts';
import { askStance } from '../../../../renderer/session/matrix/matrix-evidence.ts';
import { matrixShown } from '../../../../renderer/session/matrix/matrix-shown.ts';
import {
  changeCellQuery,
  changeCellSearchMode,
  goToCell,
  runCellSearch,
  searchCell,
  setMatrix,
} from '../../../../renderer/session/matrix/matrix-side.ts';
import {
  confirmCellSilence,
  withdrawCellSilence,
} from '../../../../renderer/session/matrix/matrix-silence.ts';
import { changeMatrixView } from '../../../../renderer/session/matrix/matrix-view.ts';
import { searchArticles } from '../../../../renderer/session/matrix/search-articles.ts';
import { sendPlaceToBrief } from '../../../../renderer/session/matrix-export/send-matrix.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { ClaimsProject } from '../../../app/claim/claims-project.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';

const projectId = '018f0000-0000-7000-8000-00000000ca33';

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** A project with a claim and a passage of the first article under it; `text` is that of every article. */
async function matrixWindow(
  readOnly: string | null = null,
  text: RevisionText | null = null,
): Promise<Session> {
  const project = new ClaimsProject(4);
  for (const [index, article] of project.records.list('article').entries()) {
    const corrected = { language: index % 2 === 0 ? 'en' : 'de' };
    project.act({ added: [], updated: [[article, { ...article, corrected }]], removed: [] });
  }
  const claim = project.claim('It costs 4.2 billion.');
  project.file(claim, [project.annotate(0)], 'asserts');
  const journal = new FakeJournal(projectId);
  const host = {
    ...journal.host,
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
    readText: () => (text === null ? Promise.reject(new Error('No text')) : Promise.resolve(text)),
  } as Partial<HostApi> as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  journal.append(
    newChange(project.maker, 'Import', {
      added: [...project.records.all.values()],
      updated: [],
      removed: [],
    }),
  );
  await session.enter(journal.info({ created: true, readOnly }));
  await session.store.whenComplete();
  close = async () => {
    await session.store.whenSaved();
    session.store.close();
  };
  return session;
}

const ids = (session: Session): readonly string[] =>
  matrixShown(session).columns.map(({ id }) => id);

describe('columns that are moved', () => {
  test('X2: step by step to the left a column passes one neighbour each time, to the beginning', async () => {
    const session = await matrixWindow();
    const [a, b, c, d] = ids(session) as [string, string, string, string];
    stepColumn(session, d, -1);
    expect(ids(session)).toEqual([a, b, d, c]);
    stepColumn(session, d, -1);
    expect(ids(session)).toEqual([a, d, b, c]);
    stepColumn(session, d, -1);
    expect(ids(session)).toEqual([d, a, b, c]);
    stepColumn(session, d, 1);
    expect(ids(session)).toEqual([a, d, b, c]);
  });

  test('X2: a column that was moved behind another one stays, however that one is moved on', async () => {
    const session = await matrixWindow();
    const [a, b, c, d] = ids(session) as [string, string, string, string];
    moveColumn(session, a, d);
    moveColumn(session, b, a);
    expect(ids(session)).toEqual([c, d, a, b]);
    moveColumn(session, a, null);
    expect(ids(session)).toEqual([a, c, d, b]);
  });

  test('X2: a column goes to the left within its group, whatever group stands before', async () => {
    const session = await matrixWindow();
    changeMatrixView(session, { group: 'language' });
    const [a, c, b, d] = ids(session) as [string, string, string, string];
    const { columns } = matrixShown(session);
    expect(columns.map(({ group }) => group === columns[0]?.group)).toEqual([
      ...[true, true, false, false],
    ]);
    stepColumn(session, d, -1);
    expect(ids(session)).toEqual([a, c, d, b]);
  });
});

test('X10: from the heads nothing is sent to the brief', async () => {
  const session = await matrixWindow();
  const [first] = ids(session);
  goToCell(session, { claimId: null, columnId: first ?? null });
  await sendPlaceToBrief(session);
  expect(session.store.records.list('brief')).toEqual([]);
});

test('X25: a cell is searched by pattern, its silence says so, and what runs away shows nothing', async () => {
  const runsAway = `${'a'.repeat(60)}!`;
  const text = `It costs 41 crowns. Nobody counts! He has 42 of 43.\n${runsAway}`;
  const feed = text.indexOf('\n');
  const session = await matrixWindow(null, {
    hash: 'a'.repeat(64) as RevisionHash,
    text,
    blocks: [
      { kind: 'paragraph', start: 0 as TextOffset, end: feed as TextOffset },
      { kind: 'paragraph', start: (feed + 1) as TextOffset, end: text.length as TextOffset },
    ],
  });
  const { records } = session.store;
  const [claim] = records.list('claim');
  const article = records.list('article')[1];
  if (claim === undefined || article === undefined) throw new Error('Nothing there.');
  const search = (pattern: string) => searchArticles(session, pattern, 'pattern', [article.id]);

  const found = await search('\\b4[13]\\b');
  if (!found.ok) throw new Error(found.problem);
  expect(found.searched.found.map((one) => one.words.trim())).toEqual([
    'It costs 41 crowns.',
    'He has 42 of 43.',
  ]);
  const marked = found.searched.found.flatMap(({ parts }) => parts.filter(({ isHit }) => isHit));
  expect(marked.map(({ text }) => text)).toEqual(['41', '43']);
  expect(await search('(4')).toMatchObject({ ok: false });
  const endless = await search('(a+)+$');
  expect(endless.ok ? '' : endless.problem).toContain('takes too long');

  const [, second] = ids(session);
  goToCell(session, { claimId: claim.id, columnId: second ?? null });
  searchCell(session);
  changeCellQuery(session, 'million|thousand');
  changeCellSearchMode(session, 'pattern');
  confirmCellSilence(session);
  expect(records.list('silence')).toEqual([]);
  await runCellSearch(session);
  confirmCellSilence(session);
  const [silence] = records.list('silence');
  expect(silence).toMatchObject({ search: 'million|thousand', mode: 'pattern' });
  const cell = matrixShown(session).cellOf(claim.id, second ?? '');
  expect(cell === null ? '' : describeMatrixCell(cell)).toBe(
    'silent, searched for the pattern “million|thousand”',
  );
  setMatrix(session, { side: null });
  searchCell(session);
  expect(session.get().matrix.side).toMatchObject({ query: 'million|thousand', mode: 'pattern' });
});

test('what only may be read is not changed by keys of the matrix and of the claims; views are the window’s', async () => {
  const session = await matrixWindow('This project can only be read.');
  const { records } = session.store;
  const [claim] = records.list('claim');
  const [evidence] = records.list('evidence');
  const [first, second] = ids(session);
  if (claim === undefined || evidence === undefined) throw new Error('Nothing there.');
  if (first === undefined || second === undefined) throw new Error('No columns.');
  const before = records.list('evidence');
  const settings = records.list('setting');
  for (const columnId of [first, second]) {
    goToCell(session, { claimId: claim.id, columnId });
    confirmCellSilence(session);
    withdrawCellSilence(session);
    askStance(session);
  }
  changeStance(session, evidence, 'denies');
  removeEvidence(session, evidence);
  expect(session.get().dialog).toBeNull();
  expect(records.list('evidence')).toEqual(before);
  foldClaim(session, claim.id, true);
  expect(claimsListView(session).collapsed).toEqual([claim.id]);
  hideColumn(session, first);
  expect(ids(session)).not.toContain(first);
  expect(records.list('setting')).toEqual(settings);
});
