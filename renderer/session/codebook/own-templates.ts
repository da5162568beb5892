import { writeCodebookCsv } from '../../../app/exchange/codebook-csv.ts';
import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';
import { codebookTemplates } from '../../../app/exchange/codebook-templates.ts';
import { readCodebookCsv } from '../../../app/exchange/read-codebook-csv.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';

/** A codebook to begin others with. */
export interface Template {
  readonly name: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly draft: CodebookDraft;
  /** Whether it is the analyst's own and may be removed. */
  readonly isOwn: boolean;
}

/**
 * Templates are a habit of who sits here, not of a project: kept in this computer's user data, by name, each as the table
 * that the codebook would be exported as.
 */
const storageKey = 'codebook-templates';

/**
 * The templates that come with the program and those that were saved on this machine, by name. Whatever can't be read any
 * more is left out.
 */
export function allTemplates(): readonly Template[] {
  const own = [...stored()].flatMap(([name, table]) => {
    const read = readCodebookCsv(table);
    if (!read.ok) return [];
    const about = `Your own: ${countOf(read.value.tags.length, 'tag')}`;
    return [{ name, about, draft: read.value, isOwn: true }];
  });
  return [...codebookTemplates.map((template) => ({ ...template, isOwn: false })), ...own];
}

/** Keeps the tags as a template; one of that name is replaced. `false`: this machine has no room for it. */
export function keepTemplate(name: string, tags: readonly TagRecord[]): boolean {
  const templates = stored();
  templates.set(name, writeCodebookCsv(tags).content);
  return store(templates);
}

export function dropTemplate(name: string): void {
  const templates = stored();
  templates.delete(name);
  store(templates);
}

function stored(): Map<string, string> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(read)) return new Map();
    const pairs = read.filter(
      (pair): pair is [string, string] =>
        Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string',
    );
    return new Map(pairs.sort(([one], [other]) => one.localeCompare(other, 'en')));
  } catch {
    return new Map();
  }
}

function store(templates: ReadonlyMap<string, string>): boolean {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...templates]));
    return true;
  } catch {
    return false;
  }
}
