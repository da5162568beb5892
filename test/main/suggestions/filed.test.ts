import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { findFacts } from '../../../app/fact/find-facts.ts';
import type {
  FiledPassage,
  FiledTogether,
  SilenceQuestion,
} from '../../../app/host/suggestions.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { encodeFacts } from '../../../main/services/suggestions/fact-bytes.ts';
import {
  type FiledReader,
  findFiledConflicts,
} from '../../../main/services/suggestions/filed-conflicts.ts';
import { findSilences } from '../../../main/services/suggestions/find-silences.ts';
import { openSuggestionsToRead } from '../../../main/services/suggestions/suggestions-database.ts';
import { TextCache } from '../../../main/services/suggestions/text-cache.ts';
import { type CataloguedProject, hashOf } from '../support/catalogued-project.ts';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { dismiss, ferry, suggestingProject } from './suggesting.ts';

const claimId = '00000000-0000-7000-8000-00000000000c' as ClaimId;
const one = 'The coast guard said that 190 passengers were rescued from the ferry.';
const other = 'The navy told us that 230 passengers were rescued from the ferry.';

/** Words of an article, which may be those of an earlier revision. */
function filed(article: ArticleRecord | undefined, text: string, words = text): FiledPassage {
  if (article === undefined) throw new Error('There is no article.');
  const start = text.indexOf(words);
  const [from, to] = [start as TextOffset, (start + words.length) as TextOffset];
  return { articleId: article.id, hash: hashOf(text), start: from, end: to };
}

function fileOf(project: CataloguedProject): string {
  return join(project.root, '.variorum', 'suggestions.db');
}

/** Changes what is kept of suggestions behind the program's back. */
function change(project: CataloguedProject, sql: string, ...values: readonly unknown[]): void {
  const database = new Database(fileOf(project));
  database.prepare(sql).run(...values);
  database.close();
}

/** What questions are answered from, and how often something was done in which the thread may be ended. */
function readerOf(project: CataloguedProject): FiledReader & { readonly runs: () => number } {
  const database = openSuggestionsToRead(fileOf(project));
  onTestFinished(() => void database.close());
  let runs = 0;
  return {
    database,
    texts: new TextCache(project.project.paths.texts, 1_000_000),
    giveWay: async () => undefined,
    endable: (run) => {
      runs += 1;
      return run();
    },
    runs: () => runs,
  };
}

async function twoAccounts() {
  const project = await suggestingProject(suggestionsHere);
  const articles = await project.add(
    { text: one, published: '2024-02-08', language: 'en' },
    { text: other, published: '2024-02-08', language: 'en' },
  );
  await project.suggestions.whenIdle();
  const passages = [filed(articles[0], one), filed(articles[1], other)];
  const groups: FiledTogether[] = [{ recordId: claimId, joined: 'claim', passages }];
  return { project, articles, groups };
}

test('what was found in a text is not looked for again when its passages are compared', async () => {
  const { project, articles, groups } = await twoAccounts();
  const before = await project.suggestions.findConflicts(groups);
  expect(before.map(({ about }) => about)).toContain('figure');
  const nothing: RevisionText = { hash: hashOf(''), text: '', blocks: [] };
  const facts = findFacts(nothing, { published: null, language: 'en' });
  const bytes = encodeFacts({ facts, statements: [] });
  change(project, 'UPDATE facts SET bytes = ? WHERE key > ?', bytes, 0);
  expect(await project.suggestions.findConflicts(groups)).toEqual([]);
  // An earlier revision has nothing kept of it: it is looked through where the thread may be ended.
  const [first] = articles;
  if (first === undefined) throw new Error('There is no article.');
  const revision = await project.revision(first.id, `${one}\nThat is all.`);
  await project.update(first, { revisionId: revision.id }, [revision]);
  change(project, 'DELETE FROM facts');
  change(project, 'UPDATE articles SET read = NULL');
  const reader = readerOf(project);
  const again = await findFiledConflicts(groups, reader);
  expect(again.map(({ about }) => about)).toContain('figure');
  expect(reader.runs()).toBeGreaterThan(0);
});

test('Z9: a text that is left out is not looked through for the passages of a claim', async () => {
  const { project, groups } = await twoAccounts();
  change(project, 'INSERT INTO left_out (hash, lasting) VALUES (?, 1)', hashOf(one));
  expect(await project.suggestions.findConflicts(groups)).toEqual([]);
});

test('conflicts of a claim that are decided are answered: the window leaves them out, and has them at once when they are brought back', async () => {
  const { project, groups } = await twoAccounts();
  const before = await project.suggestions.findConflicts(groups);
  for (const conflict of before) await dismiss(project, conflict);
  await project.suggestions.whenIdle();
  expect(await project.suggestions.findConflicts(groups)).toEqual(before);
});

async function silent() {
  const project = await suggestingProject(suggestionsHere);
  const articles = await project.add(
    { text: ferry.first, language: 'en' },
    { text: ferry.third, language: 'en' },
    { text: 'It was dark and cold in the north, and the road was closed.', language: 'en' },
  );
  await project.suggestions.whenIdle();
  const question: SilenceQuestion = {
    claimId,
    wording: 'Helicopters brought 190 passengers of the Aurora ashore.',
    passages: [filed(articles[0], ferry.first, 'More than 190 passengers were brought ashore')],
    articleIds: articles.slice(1).map(({ id }) => id),
  };
  const silentIn = async () =>
    (await project.suggestions.findSilences([question])).map(({ articleId }) =>
      project.numberOf(articleId),
    );
  return { project, articles, question, silentIn };
}

test('Z6: of each claim the surest silences are told, however many claims are asked for together', async () => {
  const { project, question } = await silent();
  const two = '00000000-0000-7000-8000-00000000000d' as ClaimId;
  const questions = [question, { ...question, claimId: two }];
  const all = await findSilences(questions, readerOf(project));
  expect(all).toHaveLength(4);
  const cut = await findSilences(questions, readerOf(project), 1);
  expect(cut.map((silence) => silence.claimId).sort()).toEqual([claimId, two]);
});

test('Z7: an article that is left out, or was not compared yet, is not said to be silent', async () => {
  const { project, articles, silentIn } = await silent();
  expect((await silentIn()).sort()).toEqual([2, 3]);
  const third = articles[2];
  if (third === undefined) throw new Error('There is no article.');
  change(project, 'INSERT INTO left_out (hash, lasting) VALUES (?, 1)', hashOf(ferry.third));
  expect(await silentIn()).toEqual([3]);
  change(project, 'UPDATE articles SET compared = NULL WHERE id = ?', third.id);
  expect(await silentIn()).toEqual([]);
});

test('Z7: a passage that is parallel to evidence of an earlier revision speaks, too', async () => {
  const project = await suggestingProject(suggestionsHere);
  const shared = 'The owners of the ferry declined to answer questions about its radar that night.';
  const evidence = `Investigators of the accident board found corroded valves, forged certificates, untested pumps, missing lifejackets, expired flares and an overloaded deck crane aboard Aurora. ${shared}`;
  const texts = [
    `A report came out.\n${evidence}`,
    `Rain fell over Turku.\n${shared}\nIt goes on.`,
  ];
  const articles = await project.add(...texts.map((text) => ({ text, language: 'en' })));
  const [first, second] = articles;
  if (first === undefined || second === undefined) throw new Error('There is no article.');
  const question: SilenceQuestion = {
    claimId,
    wording: 'Certificates, pumps, valves and flares of the Aurora were bad.',
    passages: [filed(first, texts[0] ?? '', evidence)],
    articleIds: [second.id],
  };
  await project.suggestions.whenIdle();
  expect(await project.suggestions.readParallels(second.id)).not.toEqual([]);
  expect(await project.suggestions.findSilences([question])).toEqual([]);
  const revision = await project.revision(first.id, `A long report came out.\n${evidence}`);
  await project.update(first, { revisionId: revision.id }, [revision]);
  await project.suggestions.whenIdle();
  expect(await project.suggestions.findSilences([question])).toEqual([]);
});
