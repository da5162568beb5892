import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { BriefExport } from '../../../app/host/brief-export.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { suggestedName } from '../../../main/services/files/suggested-name.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

/** A project with one imported article, and a brief that quotes it. */
async function quotingBrief() {
  const parent = await temporaryFolder();
  const folder = join(parent, 'Case');
  const source = join(parent, 'ferry.txt');
  await writeFile(source, 'Ferry runs aground\n\nNobody was hurt when the ferry ran aground.\n');
  const context = await hostContext();
  const { maker } = context;
  const { host, window } = windowHost(context);
  await host.createProjectAt(folder);
  const ended = window.jobEnds();
  host.importPaths([source]);
  await ended;
  const added = window.of('entry')[0]?.change.diff.added ?? [];
  const [article, revision] = added;
  if (article?.kind !== 'article' || revision?.kind !== 'revision') throw new Error('No article.');
  const { text } = await host.readText({ hash: revision.hash });
  const quote = 'Nobody was hurt';
  const start = text.indexOf(quote);
  const annotation = newRecord(maker, 'annotation', {
    articleId: article.id,
    number: 1,
    passage: {
      revisionId: revision.id,
      start: start as TextOffset,
      end: (start + quote.length) as TextOffset,
      quote,
      prefix: '',
      suffix: '',
    },
    tagIds: [],
    note: null,
  });
  const content = {
    type: 'doc',
    content: [{ type: 'quotation_citation', attrs: { annotationId: annotation.id } }],
  };
  const brief = { ...newRecord(maker, 'brief', { title: 'The ferry: what is known' }), content };
  const request: BriefExport = {
    format: 'markdown',
    appendix: true,
    comments: false,
    wrap: false,
    pictures: [],
    styles: [],
    brief,
    annotations: [annotation],
    articles: [article],
    revisions: [revision],
    claims: [],
    evidence: [],
  };
  const target = join(parent, 'exports');
  await mkdir(target);
  window.savePath = join(target, 'brief.md');
  return { host, window, request, target, folder, hash: revision.hash };
}

test('C2, C5: a verbatim quotation is written, twice the same', async () => {
  const { host, window, request, target } = await quotingBrief();
  const answer = await dispatch(
    host,
    { senderAllowed: true, method: 'exportBrief', argument: request },
    (message, error) => {
      throw new Error(message, { cause: error });
    },
  );
  expect(answer).toEqual({ ok: true, value: { kind: 'written', fileName: 'brief.md' } });
  const first = await readFile(join(target, 'brief.md'), 'utf8');
  expect(first).toContain('Nobody was hurt');
  window.savePath = join(target, 'again.md');
  await host.exportBrief(request);
  expect(await readFile(join(target, 'again.md'), 'utf8')).toBe(first);
  window.savePath = join(target, 'brief.html');
  expect(await host.exportBrief({ ...request, format: 'html' })).toMatchObject({ kind: 'written' });
  expect(await readFile(join(target, 'brief.html'), 'utf8')).toContain('Nobody was hurt');
});

test('C3: a changed or missing text refuses the brief before anything is asked', async () => {
  const { host, window, request, target, folder, hash } = await quotingBrief();
  const path = join(folder, '.variorum', 'texts', `${hash}.txt`);
  await writeFile(path, (await readFile(path, 'utf8')).replace('hurt when', 'hurt, when'));
  const changed = await host.exportBrief(request);
  expect(changed).toMatchObject({
    kind: 'refused',
    problems: [{ label: '1:1', quote: 'Nobody was hurt' }],
  });
  await rm(path);
  expect(await host.exportBrief(request)).toMatchObject({ kind: 'refused' });
  expect(window.saveQuestions).toBe(0);
  expect(await readdir(target)).toEqual([]);
});

test('C3: a quotation of other words refuses the brief', async () => {
  const { host, request } = await quotingBrief();
  const [annotation] = request.annotations;
  if (annotation === undefined) throw new Error('No annotation.');
  const passage = { ...annotation.passage, quote: 'Nobody was dead' };
  const outcome = await host.exportBrief({ ...request, annotations: [{ ...annotation, passage }] });
  expect(outcome.kind).toBe('refused');
});

test('a cancelled question writes nothing, a full place is told', async () => {
  const { host, window, request, target } = await quotingBrief();
  window.savePath = null;
  expect(await host.exportBrief(request)).toEqual({ kind: 'cancelled' });
  window.savePath = join(target, 'none', 'brief.md');
  await expect(host.exportBrief(request)).rejects.toMatchObject({ code: 'disk' });
  expect(await readdir(target)).toEqual([]);
});

test.each([
  ['The ferry: what is known', 'The ferry what is known.md'],
  ['../../etc/passwd', 'etc passwd.md'],
  ['', 'Brief.md'],
  ['...', 'Brief.md'],
  ['a\u0000b\\c|d', 'a b c d.md'],
])('%j is suggested as %j', (title, name) => {
  expect(suggestedName(title, 'md', 'Brief')).toBe(name);
});
