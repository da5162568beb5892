import { type RefObject, useEffect, useRef } from 'react';
import { type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';
import { wideFrom } from './list-layout.ts';
import { useLibraryView } from './use-library-list.ts';

/** Widths of the Library: as a rule, and as a wide list. */
const narrowSize = '256px';
const wideSize = '62%';

/** The Library's panel: it goes wide and back when the analyst asks for the wide list, and can be dragged from there. */
export function useWidePanel(): RefObject<PanelImperativeHandle | null> {
  const { wide } = useLibraryView();
  const panelRef = usePanelRef();
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    const panel = panelRef.current;
    const isFirst = before.current === null;
    if (panel === null || before.current === wide) return;
    before.current = wide;
    // At opening the border stands where it was left, unless that is no wide list.
    if (isFirst && (!wide || panel.getSize().inPixels >= wideFrom)) return;
    panel.resize(wide ? wideSize : narrowSize);
  }, [wide, panelRef]);
  return panelRef;
}
