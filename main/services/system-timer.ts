import type { StartTimer } from '../../app/base/start-timer.ts';

/** The system's timer; does not keep the program alive. */
export const systemTimer: StartTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};
