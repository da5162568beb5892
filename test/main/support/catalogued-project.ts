import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { emptyDiff } from '../../../app/record/diff.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleMetadata, ArticleRecord, ProjectRecord } from '../../../app/record/records.ts';
import type { Block } from '../../../app/record/text.ts';
import type { CatalogueThreads } from '../../../main/services/catalogue/catalogue-thread.ts';
import { readCorpus } from '../../../main/services/corpus/read-corpus.ts';
import { openProject, type ProjectContext } from '../../../main/services/project/open-project.ts';
import type { Project } from '../../../main/services/project/project.ts';
import { makeProjectFolder } from '../../../main/services/project/project-file.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { makeSnapshot } from '../../../main/services/snapshot/make-snapshot.ts';
import { writeText } from '../../../main/services/text/write-text.ts';
import { catalogueHere } from './catalogue-threads.ts';
import { countingMaker, temporaryFolder } from './samples.ts';

/** What a test says of an article; the rest is made up. */
export interface ArticleSketch extends Partial<ArticleMetadata> {
  readonly text: string;
  readonly record?: Partial<ArticleRecord>;
}

/** A project whose articles are put in without files, to search. Closed at the test's end. */
export class CataloguedProject {
  readonly maker = countingMaker();
  readonly root: string;
  readonly articles: ArticleRecord[] = [];
  readonly logged: string[] = [];
  #project: Project | null = null;
  readonly #threads: CatalogueThreads;
  /** What else its opening is given. */
  readonly #context: Partial<ProjectContext>;

  private constructor(root: string, threads: CatalogueThreads, context: Partial<ProjectContext>) {
    this.root = root;
    this.#threads = threads;
    this.#context = context;
  }

  static async make(
    threads: CatalogueThreads = catalogueHere,
    context: Partial<ProjectContext> = {},
  ): Promise<CataloguedProject> {
    const root = join(await temporaryFolder(), 'project');
    const made = new CataloguedProject(root, threads, context);
    await makeProjectFolder(projectPaths(root), made.maker);
    await made.open();
    onTestFinished(() => made.close());
    return made;
  }

  get project(): Project {
    if (this.#project === null) throw new Error('The project is closed.');
    return this.#project;
  }

  get catalogue() {
    return this.project.catalogue;
  }

  get suggestions() {
    return this.project.suggestions;
  }

  async open(): Promise<void> {
    this.#project = await openProject(this.root, false, {
      maker: this.maker,
      startTimer: () => () => undefined,
      readCorpus,
      makeSnapshot,
      catalogueThreads: this.#threads,
      log: (message) => this.logged.push(message),
      ...this.#context,
    });
  }

  async close(): Promise<void> {
    const project = this.#project;
    this.#project = null;
    await project?.close();
  }

  /** Puts articles in, in one change. */
  async add(...sketches: readonly ArticleSketch[]): Promise<ArticleRecord[]> {
    const added: ProjectRecord[] = [];
    const made: ArticleRecord[] = [];
    for (const sketch of sketches) {
      const articleId = this.maker.id<ArticleId>();
      const revision = await this.revision(articleId, sketch.text);
      const { text: _text, record, ...metadata } = sketch;
      const article = newRecord(this.maker, 'article', {
        number: this.articles.length + made.length + 1,
        revisionId: revision.id,
        detected: {
          title: '',
          outlet: null,
          byline: null,
          published: null,
          url: null,
          language: null,
          ...metadata,
        },
        corrected: {},
        origins: [],
        annotationsMade: 0,
        ...record,
      });
      made.push({ ...article, id: articleId });
      added.push(revision, { ...article, id: articleId });
    }
    this.articles.push(...made);
    await this.change({ added });
    return made;
  }

  /** Stores a text and makes its revision, which is not yet in the project. */
  async revision(articleId: ArticleId, text: string) {
    const blocks = paragraphsOf(text);
    const { hash } = await writeText(this.project.paths.texts, text, blocks);
    const { length } = text;
    return newRecord(this.maker, 'revision', {
      articleId,
      hash,
      length,
      blockCount: blocks.length,
      wordCount: 1,
    });
  }

  /** Changes an article; answers with it as it is then. */
  async update(
    article: ArticleRecord,
    fields: Partial<ArticleRecord>,
    added: readonly ProjectRecord[] = [],
  ): Promise<ArticleRecord> {
    const after = nextRecord(this.maker, article, fields);
    const index = this.articles.findIndex(({ id }) => id === article.id);
    this.articles[index] = after;
    await this.change({ added, updated: [[article, after]] });
    return after;
  }

  /** @param jobId of the import that makes it; absent: none does */
  async change(diff: Partial<typeof emptyDiff>, jobId?: string): Promise<void> {
    const change = newChange(this.maker, 'Change', { ...emptyDiff, ...diff });
    const appended = await this.project.append(jobId === undefined ? change : { ...change, jobId });
    if (!appended.ok) throw new Error(appended.error.message);
  }

  /** The numbers of the articles that a query finds, in its order. Throws the problem's message. */
  async find(query: string, sort: 'rank' | 'published' | 'title' = 'rank'): Promise<number[]> {
    await this.catalogue.whenIdle();
    const page = await this.catalogue.search({ query, mode: 'words', sort, offset: 0, limit: 200 });
    if (page.problem !== null) throw new Error(page.problem.message);
    return page.articles.map(({ articleId }) => this.numberOf(articleId));
  }

  numberOf(id: ArticleId): number {
    return this.articles.find((article) => article.id === id)?.number ?? 0;
  }
}

/** The name of a text in the project's store. */
export function hashOf(text: string): RevisionHash {
  return createHash('sha256').update(text).digest('hex') as RevisionHash;
}

function paragraphsOf(text: string): Block[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const block = {
      kind: 'paragraph' as const,
      start: start as TextOffset,
      end: (start + line.length) as TextOffset,
    };
    start = block.end + 1;
    return block;
  });
}
