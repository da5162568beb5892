// `npm run bench -- silences`: how often an article in which the program finds no passage like a claim's evidence says
// indeed nothing of it, and how many of those it finds: claims on the sample project, marked by hand
// (test/bench/silences/sample-claims.ts), asked of the application's own threads. Prints one line of JSON, and to stderr
// what went wrong.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextOffset } from '../../app/base/brand.ts';
import { systemMaker } from '../../app/base/maker.ts';
import type { SilenceQuestion } from '../../app/host/suggestions.ts';
import { emptyDiff } from '../../app/record/diff.ts';
import type { ArticleId, ClaimId } from '../../app/record/ids.ts';
import { newChange } from '../../app/record/new-change.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { makeProjectFolder } from '../../main/services/project/project-file.ts';
import { projectPaths } from '../../main/services/project/project-paths.ts';
import { writeText } from '../../main/services/text/write-text.ts';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { parseSource } from '../main/parse/parse-text.ts';
import { sampleClaims } from './silences/sample-claims.ts';
import { openToSuggest } from './suggestions/open-to-suggest.ts';

const maker = systemMaker('Bench');
const folder = await mkdtemp(join(tmpdir(), 'variorum-silences-'));
try {
  const root = join(folder, 'project');
  await makeProjectFolder(projectPaths(root), maker);
  const project = await openToSuggest(root, maker);
  const source = inRepository('resources', 'sample', 'articles');
  const articles = new Map<
    number,
    { readonly id: ArticleId; readonly hash: string; readonly text: string }
  >();
  const added: ProjectRecord[] = [];
  for (const [index, file] of (await readdir(source)).sort().entries()) {
    const { text, blocks } = await parseSource(file, await readFile(join(source, file), 'utf8'));
    const { hash } = await writeText(project.paths.texts, text, blocks);
    const id = maker.id<ArticleId>();
    const facts = { length: text.length, blockCount: blocks.length, wordCount: 1 };
    const revision = newRecord(maker, 'revision', { articleId: id, hash, ...facts });
    const unknown = { outlet: null, byline: null, published: null, url: null, language: 'en' };
    const article = newRecord(maker, 'article', {
      number: index + 1,
      revisionId: revision.id,
      detected: { title: file, ...unknown },
      corrected: {},
      origins: [],
      annotationsMade: 0,
    });
    added.push({ ...article, id }, revision);
    articles.set(index + 1, { id, hash, text });
  }
  const appended = await project.append(newChange(maker, 'Import', { ...emptyDiff, added }));
  if (!appended.ok) throw new Error(appended.error.message);
  await project.suggestions.whenIdle();

  let [proposed, right, silent, asked] = [0, 0, 0, 0];
  for (const { wording, evidence, silent: truth, open = [] } of sampleClaims) {
    const [number, begins, ends] = evidence;
    const article = articles.get(number);
    const start = article?.text.indexOf(begins) ?? -1;
    const end = (article?.text.indexOf(ends, start) ?? -1) + ends.length;
    if (article === undefined || start < 0 || end < start + ends.length) {
      throw new Error(`The sample does not have “${begins} … ${ends}”.`);
    }
    const others = [...articles].filter(([other]) => other !== number && !open.includes(other));
    const question: SilenceQuestion = {
      claimId: maker.id<ClaimId>(),
      wording,
      passages: [
        {
          articleId: article.id,
          hash: article.hash as never,
          start: start as TextOffset,
          end: end as TextOffset,
        },
      ],
      articleIds: others.map(([, { id }]) => id),
    };
    const found = await project.suggestions.findSilences([question]);
    for (const [other, { id }] of others) {
      const isProposed = found.some(({ articleId }) => articleId === id);
      const isSilent = truth.includes(other);
      asked += 1;
      proposed += Number(isProposed);
      silent += Number(isSilent);
      right += Number(isProposed && isSilent);
      if (isProposed !== isSilent) {
        process.stderr.write(
          `${isProposed ? 'wrong' : 'missed'}: article ${other}, “${wording}”\n`,
        );
      }
    }
  }
  await project.close();
  const share = (part: number, whole: number) => Math.round((part / whole) * 1000) / 1000;
  process.stdout.write(
    `${JSON.stringify({
      name: 'silences',
      claims: sampleClaims.length,
      asked,
      silent,
      proposed,
      precision: share(right, proposed),
      recall: share(right, silent),
    })}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
