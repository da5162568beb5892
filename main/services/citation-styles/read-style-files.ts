import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOf } from '../../../app/base/language-of.ts';
import { builtInStyles, defaultStyleId } from '../../../app/brief/print/built-in-styles.ts';
import type { StyleFiles } from '../../../app/brief/print/citation-style.ts';
import type { CitationStyleRecord } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';

/**
 * A style of citations with the locales that it may ask for: American English, those of `languages` (BCP 47) and that which the
 * style insists on. `id` names a style that comes with the program or one of `records`; absent: the program's own. `folder`
 * is `resources/citation-styles`. Fails as `CodedError` `missing` when there is no such style.
 */
export async function readStyleFiles(
  folder: string,
  request: {
    readonly id: string | undefined;
    readonly languages: readonly string[];
    readonly records: readonly CitationStyleRecord[];
  },
): Promise<StyleFiles> {
  const id = request.id ?? defaultStyleId;
  const own = request.records.find((record) => record.id === id);
  const xml = own?.xml ?? (await readBuiltIn(folder, id));
  const insisted = /\bdefault-locale\s*=\s*["']([\w-]+)["']/.exec(xml.slice(0, 4_096))?.[1];
  const languages = ['en-US', ...request.languages, insisted]
    .filter((language) => language !== undefined)
    .map(languageOf);
  const locales: Record<string, string> = {};
  for (const file of (await readdir(join(folder, 'locales'))).sort()) {
    const name = /^locales-([\w-]+)\.xml$/.exec(file)?.[1];
    if (name === undefined || !languages.includes(languageOf(name))) continue;
    locales[name] = await readFile(join(folder, 'locales', file), 'utf8');
  }
  return { id, xml, locales };
}

/** Only names that the program knows become paths. */
async function readBuiltIn(folder: string, id: string): Promise<string> {
  if (!builtInStyles.some((style) => style.id === id)) {
    throw new CodedError(
      'missing',
      'The citation style of this brief is not in the project any more. Choose another under Citations.',
    );
  }
  return readFile(join(folder, 'styles', `${id}.csl`), 'utf8');
}
