import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import { type Maker, systemMaker } from '../../../app/base/maker.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, BriefRecord, ClaimRecord } from '../../../app/record/records.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { firstChange } from '../../../main/services/project/first-change.ts';
import { makeProjectFolder } from '../../../main/services/project/project-file.ts';
import { type ProjectPaths, projectPaths } from '../../../main/services/project/project-paths.ts';
import { TextStore } from '../../../main/services/text/text-store.ts';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';

/** What a run of the command line came to. */
export interface CliRun {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** The command line as `npm run cli` runs it. */
export const cliSource = join(repositoryRoot, 'main', 'cli', 'variorum.ts');

/** Runs a command line as a script would: a process of its own, without a display. */
export function runCliScript(script: string, words: readonly string[]): Promise<CliRun> {
  const { DISPLAY: _, ...env } = process.env;
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, [script, ...words], { env, stdio });
  let [out, error] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, out, error }));
  });
}

/** A project with an article of two passages, a claim and a brief that quotes one of them. */
export interface CliProject {
  readonly paths: ProjectPaths;
  readonly annotations: readonly AnnotationRecord[];
  readonly claim: ClaimRecord;
  readonly brief: BriefRecord;
  /** Journals another change, with no program in between. */
  act(name: string, diff: Diff): Promise<number>;
  readonly maker: Maker;
}

const text =
  'Ferry sinks off Oslo\nFive people died when the ferry sank on Tuesday, police said.\nThe minister called it “a tragedy”.';

/** Makes it in a folder that is not there yet. */
export async function makeCliProject(folder: string): Promise<CliProject> {
  const maker = systemMaker('Test');
  const paths = projectPaths(folder);
  await makeProjectFolder(paths, maker);
  const act = async (name: string, diff: Diff): Promise<number> => {
    const journal = await Journal.open({
      ...{ folder: paths.journal, base: emptyBase, readOnly: false },
      onEntry: () => undefined,
    });
    const appended = await journal.append(newChange(maker, name, diff));
    await journal.close();
    if (!appended.ok) throw new Error(appended.error.message);
    return appended.value;
  };
  await act('Create project', firstChange(maker, 'Ferry').diff);
  const made = canonicalText(
    text.split('\n').map((line, index) => ({
      ...(index === 0 ? { kind: 'heading' as const, level: 1 } : { kind: 'paragraph' as const }),
      text: line,
    })),
  );
  const hash = await new TextStore(paths.texts).write(made.text, made.blocks);
  const revisionId = maker.id<RevisionId>();
  const article = newRecord(maker, 'article', {
    ...{ number: 1, revisionId, corrected: {}, origins: [], annotationsMade: 0 },
    detected: {
      ...{ title: 'Ferry sinks off Oslo', outlet: 'The Harbour Times', byline: 'Jo Smith' },
      ...{ published: '2031-05-12', url: 'https://harbour.example/ferry', language: 'en' },
    },
  });
  const revision = {
    ...newRecord(maker, 'revision', {
      ...{ articleId: article.id, hash, length: made.text.length },
      ...{ blockCount: made.blocks.length, wordCount: 22 },
    }),
    id: revisionId,
  };
  const passage = (quote: string) => {
    const start = made.text.indexOf(quote);
    const end = start + quote.length;
    return {
      ...{ revisionId, start: start as TextOffset, end: end as TextOffset, quote },
      prefix: made.text.slice(Math.max(0, start - 32), start),
      suffix: made.text.slice(end, end + 32),
    };
  };
  const first = addAnnotation(maker, article, passage('Five people died'));
  const [, after = article] = first.diff.updated[0] ?? [];
  const annotated = after.kind === 'article' ? after : article;
  const second = addAnnotation(maker, annotated, passage('a tragedy'));
  const claim = newRecord(maker, 'claim', {
    ...{ number: 1, wording: 'Five people died.', speaker: 'Police', saidOn: '2031-05-12' },
    ...{ status: 'open', confidence: null, tagIds: [], note: null },
  });
  const evidence = newRecord(maker, 'evidence', {
    ...{ claimId: claim.id, annotationId: first.annotation.id, stance: 'reports' },
  });
  const cited = (annotationId: string) => ({ type: 'quotation_citation', attrs: { annotationId } });
  const brief = newRecord(maker, 'brief', {
    title: 'What happened',
    content: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'The ferry sank.' }] },
        cited(first.annotation.id),
      ],
    },
  });
  await act('Import', { added: [article, revision], updated: [], removed: [] });
  await act('Highlight', first.diff);
  await act('Highlight', second.diff);
  await act('Make a claim', { added: [claim, evidence], updated: [], removed: [] });
  await act('Write a brief', { added: [brief], updated: [], removed: [] });
  return { paths, annotations: [first.annotation, second.annotation], claim, brief, act, maker };
}
