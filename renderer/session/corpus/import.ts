import type { ImportItem, ImportOutcome, JobState } from '../../../app/host/job.ts';
import type { Session } from '../session.ts';
import { isAsked } from './folders.ts';
import { isUnderWay, keepJob } from './jobs.ts';
import { isPasted } from './paste.ts';

/**
 * Takes in what main says of a job. One that refused a file, has to ask about one, or has something to say of how a
 * table was read, shows its report at its end.
 */
export function followJob(session: Session, job: JobState): void {
  if (job.state !== 'running' && session.hasProject) session.store.takeUpGathered();
  const before = session.get().jobs.find(({ id }) => id === job.id);
  keepJob(session, job);
  if (before?.state === job.state) return;
  if (!isUnderWay(job)) session.panes.followNone();
  switch (job.state) {
    case 'running':
      break;
    case 'paused':
      session.say(`${job.title}: paused. ${job.message ?? ''}`.trim());
      break;
    case 'failed':
      session.say(`${job.title} failed: ${job.message ?? 'no reason given'}`);
      break;
    case 'cancelled':
      session.say(`${job.title}: cancelled. ${importSummary(job)}`);
      break;
    case 'finished':
      finish(session, job);
  }
}

function finish(session: Session, job: JobState): void {
  const { counts } = job;
  const changed = counts.added + counts.revised + counts.refused + counts.asks > 0;
  // Folders are looked through by themselves as well; that nothing was found is worth a word to who asked only.
  const asked = isAsked(session, job);
  const pasted = isPasted(session, job) && counts.added === 1 ? job.items[0] : undefined;
  if (pasted?.title !== undefined) {
    session.say(`Pasted as an article: “${pasted.title}”.`);
    if (pasted.articleId !== undefined) session.panes.open(pasted.articleId, { focus: true });
  } else if (job.kind === 'import' || changed || asked) session.say(importSummary(job));
  // At start a job may be told of before the project is on the screen; entering it opens its first article.
  if (session.hasProject && session.get().panes.length === 0) {
    const first = session.articleIds()[0];
    if (first !== undefined) session.panes.open(first, { byItself: true });
  }
  const heard = job.kind === 'import' || asked;
  const needsLook = counts.refused + counts.asks > 0 || job.items.some(wasReadInPart);
  if (heard && needsLook && session.get().dialog === null) {
    session.openDialog({ kind: 'import-report', job });
  }
}

/** Whether an item is of a table of which something was left out or could not be read. */
function wasReadInPart({ outcome, tableId, reason }: ImportItem): boolean {
  return tableId !== undefined && reason !== undefined && outcome === 'added';
}

/** How many articles with a new revision are named. */
const namedRevised = 3;

/** "5 articles added, 1 known already, not added again, 2 refused." */
export function importSummary({ kind, counts, items }: JobState): string {
  const { added, revised, known, refused, asks } = counts;
  const parts: string[] = [];
  if (added > 0 || (kind === 'import' && revised === 0)) parts.push(`${articles(added)} added`);
  if (revised > 0) parts.push(`${articles(revised)} with a new revision`);
  if (known > 0 && kind === 'import') parts.push(`${number(known)} known already, not added again`);
  if (asks > 0)
    parts.push(`${number(asks)} ${asks === 1 ? 'waits for its' : 'wait for their'} columns`);
  if (refused > 0) parts.push(`${number(refused)} refused`);
  if (parts.length === 0) return 'Nothing new in the watched folders.';
  const titles = items.flatMap(({ outcome, title }) =>
    outcome === 'revised' && title !== undefined ? [`“${title}”`] : [],
  );
  // Of thousands of articles nobody finds the one that changed.
  const named = titles.length > 0 && titles.length === revised && revised <= namedRevised;
  return `${parts.join(', ')}.${named ? ` Revised: ${titles.join(', ')}.` : ''}`;
}

/** The outcomes in the order in which a report shows them: what waits for the analyst first. */
export const outcomeOrder: readonly ImportOutcome[] = [
  'refused',
  'asks',
  'revised',
  'known',
  'added',
];

/** Outcomes as headings and filters name them. */
export const outcomeNames: Readonly<Record<ImportOutcome, string>> = {
  refused: 'Refused',
  asks: 'Columns to choose',
  revised: 'New revision',
  known: 'Known already',
  added: 'Added',
};

function articles(count: number): string {
  return `${number(count)} ${count === 1 ? 'article' : 'articles'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-GB');
}
