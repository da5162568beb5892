import type { Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { type EditorToolbarState, sameToolbarState } from './toolbar-state.ts';

/** Tells a toolbar what it shows, where that is another than before. */
export interface ToolbarTeller {
  now(): void;
  /** Behind the next frame: for typing, which changes nothing of it as a rule and should cost nothing before it is seen. */
  soon(): void;
  end(): void;
}

/** Makes one. `read` costs a dry run of each command. */
export function toolbarTeller(
  read: () => EditorToolbarState,
  tell: (state: EditorToolbarState) => void,
): ToolbarTeller {
  let shown: EditorToolbarState | null = null;
  let frame: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;

  function now(): void {
    if (isEnded) return;
    const next = read();
    if (shown !== null && sameToolbarState(shown, next)) return;
    shown = next;
    tell(next);
  }

  return {
    now,
    soon() {
      frame ??= requestAnimationFrame(() => {
        frame = null;
        clearTimeout(timer);
        timer = setTimeout(now);
      });
    },
    end() {
      isEnded = true;
      if (frame !== null) cancelAnimationFrame(frame);
      clearTimeout(timer);
    },
  };
}

/** Whether a transaction puts letters into a line or takes some away, and nothing else. */
export function isTyping({ steps, docs, doc }: Transaction): boolean {
  const [step] = steps;
  if (steps.length !== 1 || !(step instanceof ReplaceStep)) return false;
  const { content, openStart, openEnd } = step.slice;
  const isText = content.childCount === 0 || (content.childCount === 1 && content.child(0).isText);
  return isText && openStart === 0 && openEnd === 0 && docs[0]?.childCount === doc.childCount;
}
