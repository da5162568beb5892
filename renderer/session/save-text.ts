import type { SaveState } from '../store/save-queue.ts';

/** What the status line says of saving. Never "Saved" while anything is not on disk on both sides. */
export function saveText(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving…';
    case 'failed':
      return `Not saved (${state.waiting}): ${state.reason} Trying again.`;
  }
}
