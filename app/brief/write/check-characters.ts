import type { CitationProblem } from '../citation-problem.ts';
import type { PrintedBlock, PrintedBrief, PrintedRun } from '../print/printed-brief.ts';

/** Control characters but tab and line feed, noncharacters, and halves of characters: XML 1.0 holds none of them. */
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|\p{Surrogate}/u;

/**
 * The places of a brief whose words hold a character that documents can not: a file never drops one silently (rule C2). In the
 * order of the brief, each place once. Quotations hold none, since canonical texts do not (rule T5). Cost: one walk.
 */
export function checkCharacters(brief: PrintedBrief): CitationProblem[] {
  const problems = new Map<string, CitationProblem>();
  const look = (text: string | null, place: string): void => {
    const found = text === null ? null : unprintable.exec(text);
    if (text === null || !found || problems.has(place)) return;
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const around = text
      .slice(Math.max(0, found.index - 30), found.index + 30)
      .replace(new RegExp(unprintable, 'gu'), '\ufffd');
    const reason = `There is a character that can not be seen and that documents can not hold (U+${code}), where the sign \ufffd stands here. Delete it there and type the words around it anew.`;
    problems.set(place, { label: place, quote: around, reason });
  };
  look(brief.title, 'Title');
  for (const [index, block] of brief.blocks.entries()) {
    const place = placeOf(block, index);
    for (const text of blockTexts(block)) look(text, place);
  }
  for (const note of brief.notes) {
    for (const text of note.blocks.flatMap(blockTexts)) look(text, `Note ${note.number}`);
  }
  for (const { runs } of brief.bibliography?.entries ?? []) {
    for (const text of runTexts(runs)) look(text, 'Bibliography');
  }
  for (const { label, title, outlet, byline, url } of brief.passages) {
    for (const text of [title, outlet, byline, url]) look(text, `Source ${label}`);
  }
  return [...problems.values()];
}

function placeOf(block: PrintedBlock, index: number): string {
  switch (block.kind) {
    case 'heading':
      return `Heading, block ${index + 1}`;
    case 'claim':
      return `Claim ${block.label}`;
    case 'figure':
      return `Figure, block ${index + 1}`;
    case 'table':
      return `Table, block ${index + 1}`;
    default:
      return `Block ${index + 1}`;
  }
}

function blockTexts(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return runTexts(block.runs);
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'aside':
      return block.blocks.flatMap(blockTexts);
    case 'quotation':
      return [...runTexts(block.runs), ...runTexts(block.credit)];
    case 'claim':
      return [
        block.wording,
        ...runTexts(block.about),
        ...block.evidence.flatMap(({ runs, credit }) => [...runTexts(runs), ...runTexts(credit)]),
      ];
    case 'table':
      return block.rows.flat().flatMap(({ blocks }) => blocks.flatMap(blockTexts));
    case 'figure':
      return [block.picture.description, block.picture.svg, ...runTexts(block.caption)];
  }
}

function runTexts(runs: readonly PrintedRun[]): string[] {
  return runs.flatMap(oneRunTexts);
}

function oneRunTexts(run: PrintedRun): string[] {
  switch (run.kind) {
    case 'text':
      return run.href === undefined ? [run.text] : [run.text, run.href];
    case 'break':
    case 'note':
      return [];
    case 'cited':
      return runTexts(run.runs);
    case 'comment':
      return [run.text, ...runTexts(run.runs)];
  }
}
