import type { Session } from './session.ts';

/**
 * Holds keys back while a dialog is asked for and does not have the keyboard yet, for instance because its code is
 * still being read. What stands behind it has the focus until then, and letters meant for the dialog would be written
 * into a brief, or act in the text. They go nowhere; Escape gives the dialog up. `behind`: what a dialog stands in front
 * of. Returns what ends it.
 */
export function holdKeysBack(
  session: Pick<Session, 'get' | 'closeDialog'>,
  behind: HTMLElement,
): () => void {
  const abort = new AbortController();
  const hold = (event: KeyboardEvent): void => {
    if (session.get().dialog === null || !behind.contains(document.activeElement)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') session.closeDialog();
  };
  // On the way down: before what has the focus hears of it.
  globalThis.addEventListener('keydown', hold, { capture: true, signal: abort.signal });
  return () => abort.abort();
}
