/**
 * ProseMirror reads what was composed a microtask to 20 milliseconds behind the event that ends it (`scheduleComposeEnd`), and
 * draws the line anew then.
 */
const settling = 50;

/** Calls back once nothing is being composed in an element any more and its text has it. Returns what ends the waiting. */
export function afterComposing(
  root: HTMLElement,
  isComposing: () => boolean,
  listener: () => void,
): () => void {
  const abort = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settled = (): void => {
    // The next character has begun.
    if (isComposing()) return;
    abort.abort();
    listener();
  };
  const onEnd = (): void => {
    clearTimeout(timer);
    timer = setTimeout(settled, settling);
  };
  root.addEventListener('compositionend', onEnd, { signal: abort.signal });
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}
