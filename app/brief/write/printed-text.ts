import type { PrintedRun } from '../print/printed-brief.ts';

/** The words of a line without marks of notes; a break is a line feed. */
export function textOfRuns(runs: readonly PrintedRun[]): string {
  return runs.map(textOfRun).join('');
}

function textOfRun(run: PrintedRun): string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'break':
      return '\n';
    case 'note':
      return '';
    case 'cited':
    case 'comment':
      return textOfRuns(run.runs);
  }
}
