import { parse } from 'yaml';
import { decodeText } from '../decode-text.ts';
import type { ImportFile } from '../exchange-format.ts';

/** A note taken apart. */
export interface VaultNote {
  readonly name: string;
  /** `null`: it is none of ours, or its front matter is damaged. */
  readonly kind: 'article' | 'claim' | 'codebook' | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

const kinds: readonly unknown[] = ['article', 'claim', 'codebook'];

/** Reads a note; line ends of any kind. Front matter is data only: no tags of YAML make objects of it. */
export async function readNote(file: ImportFile): Promise<VaultNote> {
  const { name } = file;
  const text = decodeText(await file.bytes())
    .text.replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  const matter = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text);
  const body = text.slice(matter?.[0].length ?? 0);
  const values = frontMatterOf(matter?.[1] ?? '');
  const { variorum } = values;
  const kind = kinds.includes(variorum) ? (variorum as VaultNote['kind']) : null;
  return { name, kind, values, lines: body.split('\n') };
}

function frontMatterOf(yaml: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = parse(yaml, { logLevel: 'error' });
  } catch {
    // It is no YAML; a broken note is passed over like one of somebody else's.
    return {};
  }
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A value that is text, or a number where YAML took a text for one; `null`: it is neither. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The texts of a list; of anything else none. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf).filter((text) => text !== null) : [];
}
