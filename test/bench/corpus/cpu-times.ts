import { readdirSync, readFileSync } from 'node:fs';

/** Processor seconds by what took them. */
export type CpuTimes = Readonly<Record<string, number>>;

// What Linux counts in, on every machine that this runs on.
const ticksPerSecond = 100;

/**
 * The processor seconds of a process and of all below it, by kind of process (`main`, `renderer`, `gpu-process` ...) and, in the
 * first one, by thread, named by its number where it has no name of its own. Empty where there is no `/proc`.
 */
export function cpuTimes(root: number): CpuTimes {
  const times: Record<string, number> = {};
  try {
    for (const pid of [root, ...descendants(root)]) {
      const kind = pid === root ? 'main' : kindOf(pid);
      times[kind] = (times[kind] ?? 0) + secondsOf(`/proc/${pid}/stat`);
      if (pid !== root) continue;
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        const path = `/proc/${pid}/task/${thread}`;
        const name = readFileSync(`${path}/comm`, 'utf8').trim();
        const key = thread === String(pid) ? 'main/event loop' : `main/${name} ${thread}`;
        times[key] = secondsOf(`${path}/stat`);
      }
    }
  } catch {
    // No such system, or a process ended meanwhile.
  }
  return times;
}

/** What was taken between two looks, without what took less than a tenth of a second. */
export function cpuTimesBetween(before: CpuTimes, after: CpuTimes): CpuTimes {
  const taken = Object.entries(after)
    .map(
      ([name, seconds]) => [name, Math.round((seconds - (before[name] ?? 0)) * 100) / 100] as const,
    )
    .filter(([, seconds]) => seconds >= 0.1)
    .sort(([, one], [, other]) => other - one);
  return Object.fromEntries(taken);
}

function descendants(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(fieldsOf(`/proc/${name}/stat`)[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended meanwhile.
    }
  }
  const below = (pid: number): number[] =>
    (children.get(pid) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(root);
}

function kindOf(pid: number): string {
  const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  return /--type=([\w-]+)/.exec(line)?.[1] ?? 'other';
}

function secondsOf(path: string): number {
  const fields = fieldsOf(path);
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** From the state on: what stands before is a name that may hold anything. */
function fieldsOf(path: string): string[] {
  const line = readFileSync(path, 'utf8');
  return line.slice(line.lastIndexOf(')') + 2).split(' ');
}
