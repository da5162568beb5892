import { readFileSync } from 'node:fs';

/**
 * When a process began, in words that no later process with the same number shares: the system's start and the
 * process's own since then. `null` where the system does not tell (only Linux does) or there is no such process.
 */
export function processStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Field 22, counted after the command, which may hold spaces and brackets.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return start === undefined ? null : `${boot} ${start}`;
  } catch {
    return null;
  }
}

/** Whether a process of this number runs, whosever it is. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
