import type { StartTimer } from '../../app/base/start-timer.ts';

/** The window's own timer. */
export const windowTimer: StartTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
