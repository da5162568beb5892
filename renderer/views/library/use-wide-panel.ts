import { type RefObject, useEffect, useRef } from 'react';
import {
  type GroupImperativeHandle,
  type PanelImperativeHandle,
  useGroupRef,
  usePanelRef,
} from 'react-resizable-panels';
import { wideFrom } from './list-layout.ts';
import { useLibraryView } from './use-library-list.ts';

/** Width of the Library as a rule, in pixels, and as a wide list, in hundredths of the window's. */
const narrowWidth = 256;
const wideShare = 62;
/** What the Desk keeps beside a wide list, in pixels. */
const deskWidth = 330;

/**
 * The Library's panel: it goes wide and back when the analyst asks for the wide list, and can be dragged from there. The
 * Desk makes room and takes it back; the Inspector stays as it is.
 */
export function useWidePanel(): {
  readonly panelRef: RefObject<PanelImperativeHandle | null>;
  readonly groupRef: RefObject<GroupImperativeHandle | null>;
} {
  const { wide } = useLibraryView();
  const panelRef = usePanelRef();
  const groupRef = useGroupRef();
  const before = useRef<boolean | null>(null);
  useEffect(() => {
    const panel = panelRef.current;
    const group = groupRef.current;
    const isFirst = before.current === null;
    if (panel === null || group === null || before.current === wide) return;
    before.current = wide;
    const { inPixels, asPercentage } = panel.getSize();
    // At opening the border stands where it was left, unless that is no wide list.
    if (isFirst && (!wide || inPixels >= wideFrom)) return;
    const share = (pixels: number): number => (pixels * asPercentage) / inPixels;
    const layout = group.getLayout();
    const inspector = layout.inspector ?? 0;
    const most = 100 - inspector - share(deskWidth);
    const library = wide ? Math.min(wideShare, most) : share(narrowWidth);
    group.setLayout({ ...layout, library, desk: 100 - inspector - library });
  }, [wide, panelRef, groupRef]);
  return { panelRef, groupRef };
}
