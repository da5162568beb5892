/// <reference path="./citeproc.d.ts" />
import CSL from 'citeproc';
import { safeLink } from '../safe-link.ts';
import type { RunLook } from './print-quote.ts';
import type { PrintedRun } from './printed-brief.ts';
import { appendRuns } from './run-text.ts';

/** By which citeproc is told to write what `cslRuns` reads. */
export const cslOutputFormat = 'variorum';

// Signs of the private use area, of which `cslText` leaves none in what goes in: so no text can be taken for a mark.
const openSign = '\ue000';
const closeSign = '\ue001';
const lessSign = '\ue002';
const greaterSign = '\ue003';

/** What the letter after an opening sign changes about the look. */
const looks: Readonly<Record<string, RunLook>> = {
  i: { emphasis: true },
  n: { emphasis: false },
  b: { strong: true },
  w: { strong: false },
  c: { smallCaps: true },
  v: { smallCaps: false },
  p: { superscript: true },
  s: { subscript: true },
  x: {},
};

function marked(letter: string): string {
  return `${openSign}${letter}%%STRING%%${closeSign}`;
}

/** Each decoration of CSL as signs; what runs can not say is left as it is. Underlining is emphasis, as on a typewriter. */
function registerFormat(): void {
  const base = CSL.Output.Formats.text;
  const own = {
    ...base,
    bibstart: '',
    bibend: '',
    text_escape: (text: unknown) => text ?? '',
    '@font-style/italic': marked('i'),
    '@font-style/oblique': marked('i'),
    '@font-style/normal': marked('n'),
    '@font-variant/small-caps': marked('c'),
    '@font-variant/normal': marked('v'),
    '@font-weight/bold': marked('b'),
    '@font-weight/normal': marked('w'),
    '@text-decoration/underline': marked('i'),
    '@text-decoration/none': marked('n'),
    '@vertical-align/sup': marked('p'),
    '@vertical-align/sub': marked('s'),
    '@vertical-align/baseline': marked('x'),
    '@bibliography/entry': (_: unknown, text: string) => text,
    '@display/block': (_: unknown, text: string) => `\n${text}\n`,
    '@display/indent': (_: unknown, text: string) => `\n${text}`,
    '@display/left-margin': (_: unknown, text: string) => `${text} `,
    '@display/right-inline': (_: unknown, text: string) => text,
  };
  CSL.Output.Formats[cslOutputFormat] = own;
}

registerFormat();

/** A text of ours as citeproc may have it: `<i>` and the like in a title are letters, not looks. */
export function cslText(text: string): string {
  return withoutSigns(text).replaceAll('<', lessSign).replaceAll('>', greaterSign);
}

/** An address as citeproc may have it: it makes apostrophes of straight quotation marks, and looks of `<i>`. */
export function cslAddress(url: string): string {
  return withoutSigns(url).replace(
    /[ '"<>]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function withoutSigns(text: string): string {
  return text.toWellFormed().replace(/[\ue000-\ue00f\p{Cc}]/gu, ' ');
}

/** What citeproc wrote as runs. Of `addresses` each that stands in it leads there. Marks that do not match are left out. */
export function cslRuns(output: string, addresses: readonly string[]): PrintedRun[] {
  const runs: PrintedRun[] = [];
  const stack: RunLook[] = [{}];
  let from = 0;
  const add = (to: number): void => {
    if (to > from)
      appendRuns(runs, textRuns(plain(output.slice(from, to)), stack.at(-1) ?? {}, addresses));
  };
  for (let at = 0; at < output.length; at += 1) {
    const sign = output[at];
    if (sign === openSign) {
      add(at);
      stack.push({ ...stack.at(-1), ...looks[output[at + 1] ?? ''] });
      at += 1;
      from = at + 1;
    } else if (sign === closeSign) {
      add(at);
      if (stack.length > 1) stack.pop();
      from = at + 1;
    }
  }
  add(output.length);
  return trimmed(runs);
}

function plain(text: string): string {
  return text.replaceAll(lessSign, '<').replaceAll(greaterSign, '>');
}

function textRuns(text: string, look: RunLook, addresses: readonly string[]): PrintedRun[] {
  const runs: PrintedRun[] = [];
  for (const [index, line] of text.split(/\n+/).entries()) {
    if (index > 0) runs.push({ kind: 'break' });
    runs.push(...linkedRuns(line, shown(look), addresses));
  }
  return runs;
}

/** Only what a look has, so that equal looks are equal values. */
function shown(look: RunLook): RunLook {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value === true));
}

function linkedRuns(text: string, look: RunLook, addresses: readonly string[]): PrintedRun[] {
  for (const address of addresses) {
    const at = text.indexOf(address);
    const href = at < 0 ? null : safeLink(address);
    if (href === null) continue;
    return [
      ...linkedRuns(text.slice(0, at), look, addresses),
      { kind: 'text', text: address, ...look, href },
      ...linkedRuns(text.slice(at + address.length), look, addresses),
    ];
  }
  return text === '' ? [] : [{ kind: 'text', text, ...look }];
}

/** Without breaks and spaces at either end. */
function trimmed(runs: readonly PrintedRun[]): PrintedRun[] {
  const kept = [...runs];
  while (kept.at(-1)?.kind === 'break') kept.pop();
  while (kept[0]?.kind === 'break') kept.shift();
  const last = kept.at(-1);
  if (last?.kind === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter((run) => run.kind !== 'text' || run.text !== '');
}
