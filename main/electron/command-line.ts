import { resolve } from 'node:path';

/** What the command line asks for. Paths are absolute. */
export interface CommandLine {
  /** A project to open, or to make where there is nothing yet. */
  readonly project: string | null;
  readonly sample: boolean;
  /** Files and folders to import into the project. */
  readonly imports: readonly string[];
  readonly userData: string | null;
}

/**
 * Reads `--project DIR`, `--import PATH...` (all words up to the next option), `--user-data-dir DIR` and `--sample`, with
 * a space or `=`. Other options are Chromium's and Electron's and pass by, as do words that belong to no option.
 *
 * @param folder from which relative paths are meant
 */
export function readCommandLine(words: readonly string[], folder: string): CommandLine {
  let project: string | null = null;
  let userData: string | null = null;
  let sample = false;
  const imports: string[] = [];
  let option = '';
  for (const word of words) {
    const equals = word.indexOf('=');
    const isOption = word.startsWith('--');
    if (isOption) option = equals === -1 ? word : word.slice(0, equals);
    if (option === '--sample') sample = true;
    if (isOption && equals === -1) continue;
    const path = resolve(folder, isOption ? word.slice(equals + 1) : word);
    if (option === '--import') {
      imports.push(path);
      continue;
    }
    if (option === '--project') project = path;
    if (option === '--user-data-dir') userData = path;
    option = '';
  }
  return { project, sample, imports, userData };
}
