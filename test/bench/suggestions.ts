// `npm run bench -- suggestions [articles]`: the threads that look for suggestions, over 10,000 generated articles of 60 MB with
// planted reuse (as `parallels`), quotations and figures. Prints one line of JSON. `build_s`: from nothing to all parallel
// passages, clusters, statements, facts and conflicts kept; `cpu_s`: processor time of that; `rss_mb`: the most memory of the
// whole process, of which `rss_before_mb` it had before; `block_ms`: the longest time that main's event loop stood still meanwhile; `list_ms`: the first page of
// all suggestions, `page_ms`: the next one; `add_ms`: from an article's journal entry to its suggestions; `reopen_ms`: from
// opening the closed project to the same first page; `first_add_ms`: of the first article after that, for which the index
// is made from the texts again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { TextOffset } from '../../app/base/brand.ts';
import { systemMaker } from '../../app/base/maker.ts';
import type { SuggestionsRequest } from '../../app/host/suggestions.ts';
import { emptyDiff } from '../../app/record/diff.ts';
import type { ArticleId } from '../../app/record/ids.ts';
import { newChange } from '../../app/record/new-change.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import type { RevisionText } from '../../app/record/text.ts';
import type { Project } from '../../main/services/project/project.ts';
import { makeProjectFolder } from '../../main/services/project/project-file.ts';
import { projectPaths } from '../../main/services/project/project-paths.ts';
import { writeText } from '../../main/services/text/write-text.ts';
import { generateReuse } from './parallels/generate-reuse.ts';
import { openToSuggest } from './suggestions/open-to-suggest.ts';

const count = Number(process.argv[2] ?? 10_000);
const bytesPerArticle = 5_600;
const articlesPerChange = 200;
const maker = systemMaker('Bench');
const everything: SuggestionsRequest = {
  kinds: ['parallel', 'cluster', 'quotation', 'conflict'],
  articleId: null,
  leastScores: {},
  formulas: false,
  offset: 0,
  limit: 200,
};

const folder = await mkdtemp(join(tmpdir(), 'variorum-suggestions-'));
try {
  const root = join(folder, 'project');
  await makeProjectFolder(projectPaths(root), maker);
  let project = await openToSuggest(root, maker);
  const { megabytes, later } = await fill(project);
  let peak = 0;
  const before = process.memoryUsage.rss();
  const watching = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  project.suggestions.onState(({ done, total }) => {
    const seconds = Math.round((performance.now() - begun) / 1000);
    process.stderr.write(`\r${done} of ${total} in ${seconds} s, ${Math.round(peak / 1e6)} MB   `);
  });
  await project.suggestions.whenIdle();
  const build = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  const [list, first] = await timed(() => project.suggestions.list(everything));
  const [page] = await timed(() => project.suggestions.list({ ...everything, offset: 200 }));
  const [add] = await timed(() => addOne(project, later[0]));
  await project.close();
  project = await openToSuggest(root, maker);
  const [reopen] = await timed(() => project.suggestions.list(everything));
  const [firstAdd] = await timed(() => addOne(project, later[1]));
  await project.close();
  clearInterval(watching);
  const result = {
    name: 'suggestions',
    articles: count,
    mb: round(megabytes),
    build_s: round(build / 1000),
    cpu_s: round((user + system) / 1e6),
    rss_mb: Math.round(peak / 1e6),
    rss_before_mb: Math.round(before / 1e6),
    block_ms: round(delay.max / 1e6),
    suggestions: first.total,
    ...first.totals,
    list_ms: round(list),
    page_ms: round(page),
    add_ms: round(add),
    reopen_ms: round(reopen),
    first_add_ms: round(firstAdd),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Fills a project. Answers with articles for later; the others may leave the memory. */
async function fill(project: Project) {
  const options = { articles: count + 2, bytes: bytesPerArticle, seed: 11 };
  const { texts, bytes } = generateReuse(options);
  for (let from = 0; from < count; from += articlesPerChange) {
    const added: ProjectRecord[] = [];
    for (let index = from; index < Math.min(count, from + articlesPerChange); index += 1) {
      const text = texts[index];
      if (text !== undefined) added.push(...(await stored(project, spoken(text, index), index)));
    }
    await append(project, added);
  }
  const later = texts.slice(count).map((text, index) => spoken(text, count + index));
  return { megabytes: bytes / 1e6, later };
}

/** Adds an article and waits until it is looked through. */
async function addOne(project: Project, text: RevisionText | undefined): Promise<void> {
  if (text === undefined) throw new Error('There is no such text.');
  await append(project, await stored(project, text, count));
  await project.suggestions.whenIdle();
}

async function append(project: Project, added: readonly ProjectRecord[]): Promise<void> {
  const appended = await project.append(newChange(maker, 'Import', { ...emptyDiff, added }));
  if (!appended.ok) throw new Error(appended.error.message);
}

async function stored(
  project: Project,
  { text, blocks }: RevisionText,
  index: number,
): Promise<ProjectRecord[]> {
  const { hash } = await writeText(project.paths.texts, text, blocks);
  const articleId = maker.id<ArticleId>();
  const revision = newRecord(maker, 'revision', {
    articleId,
    hash,
    length: text.length,
    blockCount: blocks.length,
    wordCount: text.split(' ').length,
  });
  const day = String((index % 28) + 1).padStart(2, '0');
  const article = newRecord(maker, 'article', {
    number: index + 1,
    revisionId: revision.id,
    detected: {
      title: `Article ${index}`,
      outlet: `Outlet ${index % 40}`,
      byline: null,
      published: `2024-02-${day}`,
      url: null,
      language: 'en',
    },
    corrected: {},
    origins: [],
    annotationsMade: 0,
  });
  return [{ ...article, id: articleId }, revision];
}

/** A text in whose last paragraphs somebody speaks of figures, in words of its own. */
function spoken({ hash, text, blocks }: RevisionText, index: number): RevisionText {
  const words = text.slice(0, 600).split(/\s+/u);
  const some = (from: number) => words.slice(from, from + 9).join(' ');
  const paragraphs = [
    `“${some(0)},” Anna Berg said, “${some(9)}.”`,
    `${some(60)} $${(index % 90) + 110} billion ${some(20)} 12.5 percent ${some(40)}.`,
    `John Carter told ${some(30)} that ${some(50)} more than ${index + 120} people ${some(35)} on 8 February.`,
  ];
  let end = text.length;
  const added = paragraphs.map((paragraph) => {
    const start = end + 1;
    end = start + paragraph.length;
    return { kind: 'paragraph' as const, start: start as TextOffset, end: end as TextOffset };
  });
  return { hash, text: [text, ...paragraphs].join('\n'), blocks: [...blocks, ...added] };
}

async function timed<Value>(run: () => Promise<Value>): Promise<readonly [number, Value]> {
  const begun = performance.now();
  const value = await run();
  return [performance.now() - begun, value];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
