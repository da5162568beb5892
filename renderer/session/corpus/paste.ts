import type { JobState } from '../../../app/host/job.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';

/** Windows in which something was pasted whose job is not over. */
const pasting = new WeakSet<Session>();

/** Makes articles of what is pasted outside of fields and editors. Returns what ends it. */
export function followPaste(session: Session): () => void {
  const abort = new AbortController();
  globalThis.addEventListener(
    'paste',
    (event) => {
      if (!session.hasProject) return;
      if (session.get().dialog !== null || isEditable(event.target)) return;
      if (pasteArticle(session, event.clipboardData)) event.preventDefault();
    },
    // Before the reader, which refuses every paste.
    { signal: abort.signal, capture: true },
  );
  return () => abort.abort();
}

/**
 * Makes an article of the clipboard's text or HTML, as a job; the status line tells its title. `false`: there is no
 * text in it. The clipboard comes with the paste event: the window has no right to read it by itself.
 */
export function pasteArticle(session: Session, clipboard: DataTransfer | null): boolean {
  const text = clipboard?.getData('text/plain') ?? '';
  const html = clipboard?.getData('text/html') ?? '';
  if (text.trim() === '' && html.trim() === '') {
    session.say('There is no text to paste.');
    return false;
  }
  const { readOnly } = session.store.project;
  if (readOnly !== null) {
    session.say(readOnly);
    return false;
  }
  pasting.add(session);
  session.host
    .importPasted({ text, html: html.trim() === '' ? null : html })
    .catch((error: unknown) => {
      pasting.delete(session);
      showFailure(session, 'What was pasted is no article', error);
    });
  return true;
}

/** Whether a job that ended is the one of what was pasted last; told once. */
export function isPasted(session: Session, job: JobState): boolean {
  return job.kind === 'import' && job.total === 1 && pasting.delete(session);
}

/** Whether a paste there belongs to a field, or to an editor that takes text. The reader takes none. */
function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLElement) || !target.isContentEditable) return false;
  return target.closest('[role="document"]') === null;
}
