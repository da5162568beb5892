import type { PrintedBlock, PrintedRun } from '../print/printed-brief.ts';

/** The numbers of the notes that blocks mark, in order, each once. Cost: one walk over the blocks. */
export function notesOf(blocks: readonly PrintedBlock[]): number[] {
  const found = new Set<number>();
  for (const block of blocks) inBlock(block, found);
  return [...found];
}

function inBlock(block: PrintedBlock, found: Set<number>): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      inRuns(block.runs, found);
      return;
    case 'list':
      for (const item of block.items) for (const inner of item) inBlock(inner, found);
      return;
    case 'aside':
      for (const inner of block.blocks) inBlock(inner, found);
      return;
    case 'quotation':
      inRuns(block.runs, found);
      inRuns(block.credit, found);
      return;
    case 'claim':
      inRuns(block.about, found);
      for (const item of block.evidence) {
        inRuns(item.runs, found);
        inRuns(item.credit, found);
      }
      return;
    case 'table':
      for (const row of block.rows) {
        for (const cell of row) for (const inner of cell.blocks) inBlock(inner, found);
      }
      return;
    case 'figure':
      inRuns(block.caption, found);
  }
}

function inRuns(runs: readonly PrintedRun[], found: Set<number>): void {
  for (const run of runs) {
    if (run.kind === 'note') found.add(run.number);
    else if (run.kind === 'cited' || run.kind === 'comment') inRuns(run.runs, found);
  }
}
