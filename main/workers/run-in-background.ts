import { constants, setPriority } from 'node:os';

/**
 * From now on this thread has the processor only when nobody else wants it. On Linux alone, where a priority without a
 * process's number is that of the calling thread (setpriority(2), "C library/kernel differences"); elsewhere it would be the
 * whole program's, and nothing is done.
 */
export function runInBackground(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // A system that forbids it: the work is done all the same, beside what the analyst does.
  }
}
