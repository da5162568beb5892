import type { SaveState } from '../store/save-queue.ts';

/**
 * What the status line says of saving. Never "Saved" while anything is not on disk on both sides; what is being typed
 * and not yet handed over is no more saved than what waits for the disk.
 */
export function savingShown(state: SaveState, typing: boolean): SaveState {
  return state.kind === 'saved' && typing ? { kind: 'saving', waiting: 1 } : state;
}

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
