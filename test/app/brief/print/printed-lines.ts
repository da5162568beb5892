import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CitationStyle, citationStyle } from '../../../../app/brief/print/citation-style.ts';
import { printBrief } from '../../../../app/brief/print/print-brief.ts';
import type {
  PrintedBlock,
  PrintedBrief,
  PrintedRun,
} from '../../../../app/brief/print/printed-brief.ts';
import type { BriefRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import type { BriefFixture } from '../brief-fixture.ts';

const folder = join(import.meta.dirname, '../../../../resources/citation-styles');

const locales = Object.fromEntries(
  readdirSync(join(folder, 'locales')).map((file) => [
    file.slice('locales-'.length, -'.xml'.length),
    readFileSync(join(folder, 'locales', file), 'utf8'),
  ]),
);

/** A style that comes with the program, with every locale. */
export function builtInStyle(id: string): CitationStyle {
  return styleOf(readFileSync(join(folder, 'styles', `${id}.csl`), 'utf8'), id);
}

/** A style of this XML, with every locale. */
export function styleOf(xml: string, id = 'own'): CitationStyle {
  return citationStyle({ id, xml, locales });
}

/** A fixture's brief of these blocks, printed. */
export function printed(
  fixture: BriefFixture,
  content: readonly RichTextNode[],
  style: CitationStyle,
  settings: Partial<BriefRecord> = {},
): PrintedBrief {
  const bundle = fixture.bundle(content);
  return printBrief({ ...bundle, brief: { ...bundle.brief, ...settings } }, fixture.texts, style);
}

/** Runs as one line: `_emphasis_`, `*strong*`, `^3` for the mark of note 3, `<address>` for a link. */
export function lineOf(runs: readonly PrintedRun[]): string {
  return runs
    .map((run) => {
      if (run.kind === 'note') return `^${run.number}`;
      if (run.kind === 'break') return ' / ';
      if (run.kind === 'cited' || run.kind === 'comment') return lineOf(run.runs);
      const text = run.emphasis === true ? `_${run.text}_` : run.text;
      const strong = run.strong === true ? `*${text}*` : text;
      return run.href === undefined ? strong : `<${strong}>`;
    })
    .join('');
}

/** The lines of blocks; a quotation's line with its credit behind a bar. */
export function linesOf(blocks: readonly PrintedBlock[]): string[] {
  return blocks.flatMap(blockLines);
}

function blockLines(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [lineOf(block.runs)];
    case 'list':
      return block.items.flatMap(linesOf);
    case 'aside':
      return linesOf(block.blocks);
    case 'quotation':
      return [`${lineOf(block.runs)} | ${lineOf(block.credit)}`];
    case 'claim':
      return [
        `${block.label} ${block.wording}`,
        ...block.evidence.map(
          (item) => `${item.stance}: ${lineOf(item.runs)} | ${lineOf(item.credit)}`,
        ),
      ];
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks)));
    case 'figure':
      return [lineOf(block.caption)];
  }
}

/** The lines of the notes, each with its number. */
export function noteLines(brief: PrintedBrief): string[] {
  return brief.notes.map(({ number, blocks }) => `${number} ${linesOf(blocks).join(' / ')}`);
}

export function entryLines(brief: PrintedBrief): string[] {
  return (brief.bibliography?.entries ?? []).map(({ runs }) => lineOf(runs));
}
