import type { JobState } from '../../app/host/job.ts';
import type { Session } from './session.ts';

/** How many ended jobs the status line can still show. */
const kept = 5;

/** Takes in what main says of a job. A finished import that refused or knew a file shows its report. */
export function followJob(session: Session, job: JobState): void {
  const others = session.get().jobs.filter(({ id }) => id !== job.id);
  session.set({ jobs: [...others, job].slice(-kept) });
  if (job.state === 'failed')
    session.say(`${job.title} failed: ${job.message ?? 'no reason given'}`);
  if (job.state === 'cancelled') session.say(`${job.title}: cancelled.`);
  if (job.state !== 'finished') return;
  session.say(importSummary(job));
  // At start a job may be told of before the project is on the screen; entering it opens its first article.
  if (session.hasProject && session.get().panes.length === 0) {
    const first = session.articleIds()[0];
    if (first !== undefined) session.panes.open(first, { byItself: true });
  }
  if (job.items.some(({ outcome }) => outcome === 'refused') && session.get().dialog === null) {
    session.openDialog({ kind: 'import-report', job });
  }
}

/** "5 articles added, 1 known already, 2 refused." */
export function importSummary(job: JobState): string {
  const count = (outcome: string): number =>
    job.items.filter((item) => item.outcome === outcome).length;
  const added = count('added');
  const parts = [`${added} ${added === 1 ? 'article' : 'articles'} added`];
  if (count('known') > 0) parts.push(`${count('known')} known already, not added again`);
  if (count('refused') > 0) parts.push(`${count('refused')} refused`);
  return `${parts.join(', ')}.`;
}
