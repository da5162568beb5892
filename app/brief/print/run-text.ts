import type { PrintedRun } from './printed-brief.ts';

/** The words of runs without their looks; the mark of a note leaves nothing, a break a line feed. */
export function plainText(runs: readonly PrintedRun[]): string {
  return runs.map(runText).join('');
}

function runText(run: PrintedRun): string {
  if (run.kind === 'text') return run.text;
  if (run.kind === 'break') return '\n';
  return run.kind === 'note' ? '' : plainText(run.runs);
}

/** Whether what runs begin with is raised, as the mark of a note is: no space stands before it. */
export function startsRaised(runs: readonly PrintedRun[]): boolean {
  const [first] = runs;
  return first?.kind === 'note' || (first?.kind === 'text' && first.superscript === true);
}

/** Adds runs at the end of others; text of the same look, and words of the same comment, are joined to what stands there. */
export function appendRuns(runs: PrintedRun[], more: readonly PrintedRun[]): void {
  for (const run of more) {
    const last = runs.at(-1);
    if (run.kind === 'text' && run.text === '') continue;
    if (run.kind === 'text' && last?.kind === 'text' && sameLook(run, last)) {
      runs[runs.length - 1] = { ...last, text: last.text + run.text };
    } else if (run.kind === 'comment' && last?.kind === 'comment' && sameComment(run, last)) {
      const joined = [...last.runs];
      appendRuns(joined, run.runs);
      runs[runs.length - 1] = { ...last, runs: joined };
    } else runs.push(run);
  }
}

/** Runs without the full stop at their end: of a note that is cited in the middle of another. “Ibid.” keeps its own. */
export function withoutFullStop(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  const last = runs.at(-1);
  if (last?.kind !== 'text' || /\bibid\.$/iu.test(last.text)) return runs;
  const text = last.text.replace(/\.([’”»"']*)$/u, '$1');
  return [...runs.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])];
}

/** Runs without the white space of the writer's own at their end; quoted words are left as they are. */
export function trimBlanks(runs: readonly PrintedRun[]): PrintedRun[] {
  const kept = [...runs];
  for (let last = kept.at(-1); last?.kind === 'text'; last = kept.at(-1)) {
    const text = last.text.replace(/[ \t\n]+$/, '');
    if (text !== '' && text === last.text) break;
    kept.pop();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return kept;
}

function trimEnd(runs: readonly PrintedRun[]): PrintedRun[] {
  let kept = trimBlanks(runs);
  while (kept.at(-1)?.kind === 'break') kept = trimBlanks(kept.slice(0, -1));
  return kept;
}

/** Whether runs end within a parenthesis of the writer's own; those of quoted words count for nothing. */
export function isInParenthesis(runs: readonly PrintedRun[]): boolean {
  let depth = 0;
  for (const run of runs) {
    const words = run.kind === 'comment' ? ownWords(run.runs) : run.kind === 'text' ? run.text : '';
    for (const sign of words.match(/[()]/g) ?? []) {
      depth = sign === '(' ? depth + 1 : Math.max(0, depth - 1);
    }
  }
  return depth > 0;
}

function ownWords(runs: readonly PrintedRun[]): string {
  return plainText(runs.filter(({ kind }) => kind === 'text'));
}

/** Runs of which all that is in parentheses is in square brackets: within parentheses they read apart. Not for quoted words. */
export function withSquareBrackets(runs: readonly PrintedRun[]): readonly PrintedRun[] {
  return runs.map((run): PrintedRun => {
    if (run.kind === 'cited') return { ...run, runs: withSquareBrackets(run.runs) };
    if (run.kind !== 'text') return run;
    return { ...run, text: run.text.replaceAll('(', '[').replaceAll(')', ']') };
  });
}

/**
 * A line without the white space of the writer's own at its beginning, at its end and beside its breaks, and without breaks
 * at its end: no format shows it.
 */
export function trimLine(runs: readonly PrintedRun[]): PrintedRun[] {
  let kept: PrintedRun[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (run.kind === 'break') kept = [...trimBlanks(kept), run];
    else if (run.kind === 'text' && (last === undefined || last.kind === 'break')) {
      appendRuns(kept, [{ ...run, text: run.text.replace(/^[ \t\n]+/, '') }]);
    } else kept.push(run);
  }
  return trimEnd(kept);
}

type TextRun = Extract<PrintedRun, { kind: 'text' }>;

type CommentRun = Extract<PrintedRun, { kind: 'comment' }>;

function sameComment(one: CommentRun, other: CommentRun): boolean {
  return one.text === other.text && one.at === other.at;
}

function sameLook(one: TextRun, other: TextRun): boolean {
  return (
    one.strong === other.strong &&
    one.emphasis === other.emphasis &&
    one.smallCaps === other.smallCaps &&
    one.superscript === other.superscript &&
    one.subscript === other.subscript &&
    one.href === other.href
  );
}
