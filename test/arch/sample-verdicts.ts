import { join, relative } from 'node:path';
import { layerViolations } from '../../resources/tooling/layer-violations.mjs';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { runCommand } from '../../resources/tooling/run-command.mjs';
import type { Refusal } from './sample-tree.ts';

/** Every fault that a tool finds, by the path of the file, relative to the folder. */
export type Verdicts = ReadonlyMap<string, readonly Refusal[]>;

type LintReport = { diagnostics: { category: string; location: { path: unknown } }[] };

/**
 * Lets each tool judge the whole folder once, as `npm run check` would judge the repository: a run
 * for each sample would take minutes.
 */
export async function judge(folder: string): Promise<Verdicts> {
  const faults = await Promise.all([
    layerFaults(folder),
    typeFaults(folder, 'app'),
    typeFaults(folder, 'main'),
    typeFaults(folder, 'renderer'),
    lintFaults(folder),
  ]);
  const verdicts = new Map<string, Refusal[]>();
  for (const { path, refusal } of faults.flat()) {
    const known = verdicts.get(path) ?? [];
    verdicts.set(path, [...known, refusal]);
  }
  return verdicts;
}

type Fault = { path: string; refusal: Refusal };

async function layerFaults(folder: string): Promise<Fault[]> {
  const violations = await layerViolations(folder);
  return violations.map(({ from, rule }) => ({
    path: from,
    refusal: { tool: 'layers', fault: rule },
  }));
}

async function typeFaults(folder: string, project: string): Promise<Fault[]> {
  const compiler = inRepository('node_modules', 'typescript', 'bin', 'tsc');
  const args = [compiler, '--project', join(folder, project), '--pretty', 'false'];
  const { output } = await runCommand(process.execPath, args, { cwd: folder, capture: true });
  return [...output.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+):/gm)].map(([, path, fault]) => ({
    path: posix(path ?? ''),
    refusal: { tool: 'types', fault: fault ?? '' },
  }));
}

async function lintFaults(folder: string): Promise<Fault[]> {
  const biome = inRepository('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { output } = await runCommand(process.execPath, args, { cwd: folder, capture: true });
  const report = output.split('\n').find((line) => line.startsWith('{'));
  if (!report) throw new Error(`Biome gave no report:\n${output}`);
  return (JSON.parse(report) as LintReport).diagnostics.map(({ category, location }) => ({
    path: posix(relative(folder, join(folder, pathOf(location.path)))),
    refusal: { tool: 'lint', fault: category.replace(/^lint\//, '') },
  }));
}

function pathOf(path: unknown): string {
  if (typeof path === 'string') return path;
  if (path !== null && typeof path === 'object' && 'file' in path) return String(path.file);
  return '';
}

function posix(path: string): string {
  return path.replaceAll('\\', '/');
}
