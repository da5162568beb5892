import { type ReactNode, useEffect, useRef } from 'react';
import type { LinkEnd } from '../../../app/record/records.ts';
import { focusedCurves } from '../../session/links/focused-curves.ts';
import { askHowLinked } from '../../session/links/link.ts';
import { writable } from '../../session/writable.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { drawCurves } from './draw-curves.ts';
import { followMarkers } from './follow-markers.ts';
import { linkByDrag } from './link-by-drag.ts';

/**
 * Over the texts: an arrow to each passage in view that the focused annotation is linked with (rule L10), and the line of a
 * link that is being drawn from marker to marker. Nothing follows anything while the focused annotation has no links.
 */
export function LinkCurves(): ReactNode {
  const session = useSession();
  const layer = useRef<SVGSVGElement>(null);
  const annotationId = useSessionState((state) => state.annotationId);
  const panes = useSessionState((state) => state.panes);
  const mounted = useSessionState((state) => state.readersMounted);
  const links = useRecords((records) =>
    annotationId === null ? null : records.linksAt(annotationId),
  );
  const types = useRecords((records) => records.list('linkType'));

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the curves are made from, and the readers they lie over
  useEffect(() => {
    const svg = layer.current;
    const desk = svg?.parentElement ?? null;
    if (svg === null || desk === null || annotationId === null) return undefined;
    const curves = focusedCurves(session.store.records, annotationId);
    if (curves.length === 0) return undefined;
    const stop = followMarkers(desk, () => drawCurves(svg, desk, curves));
    return () => {
      stop();
      svg.querySelector('.link-curves')?.replaceChildren();
    };
  }, [session, annotationId, links, types, panes, mounted]);

  useEffect(() => {
    const svg = layer.current;
    const desk = svg?.parentElement ?? null;
    if (svg === null || desk === null) return undefined;
    return linkByDrag(desk, svg, {
      mayBegin: () => writable(session),
      begun: () =>
        session.say('Let go on the marker or the highlight of the other passage. Escape gives up.'),
      dropped(from, to) {
        const end = (id: string): LinkEnd | null => session.store.records.get('annotation', id);
        const [start, target] = [end(from), end(to)];
        if (start !== null && target !== null) askHowLinked(session, start, target);
      },
    });
  }, [session]);

  return (
    <svg ref={layer} className="link-curve-layer" aria-hidden="true">
      <g className="link-curves" />
      <path className="link-drag" />
    </svg>
  );
}
