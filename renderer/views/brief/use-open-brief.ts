import { useSyncExternalStore } from 'react';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { BriefWriting } from '../../session/writing/open-brief.ts';
import { useSession } from '../parts/session-context.ts';

/**
 * Something of the brief on the screen; draws anew, at most once a frame, when it is another value. `select` must give a
 * primitive or what the editor keeps; `writing` is `null` while no brief is shown.
 */
export function useOpenBrief<Part>(select: (writing: BriefWriting | null) => Part): Part {
  const { openBrief } = useSession();
  return useSyncExternalStore(openBrief.subscribe, () => select(openBrief.editor?.writing ?? null));
}

/** The citation that is selected in the brief on the screen, as it is stored; `null`: none is. */
export function useSelectedCitation(): RichTextNode | null {
  const { openBrief } = useSession();
  return useSyncExternalStore(
    openBrief.subscribe,
    () => openBrief.editor?.citations?.selected() ?? null,
  );
}
