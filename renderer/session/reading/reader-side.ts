import type { AnnotationId } from '../../../app/record/ids.ts';
import type { SideOptions } from '../../reader/create-reader.ts';
import { passagesOf } from '../parallels/mark-parallels.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { openCard, pointAt } from './annotation-card.ts';
import { describeAnnotation, markerLabel } from './describe-annotation.ts';
import { dragEdge, giveUpEdges, grabEdge, keepEdges } from './edges.ts';

/** What the margin and the handles of a pane's reader show and do. */
export function readerSideOf(session: Session, pane: Pane['id']): SideOptions {
  const { records, project } = session.store;
  const open = (id: AnnotationId): void => {
    session.focusAnnotation(id);
    const annotation = records.get('annotation', id);
    const reader = session.panes.mountedIn(pane)?.reader;
    if (annotation === null || reader === undefined) return;
    const { start } = annotation.passage;
    reader.select(start, start);
    reader.focus();
    session.say(describeAnnotation(session, annotation));
  };
  return {
    margin: {
      describe(id) {
        const annotation = records.get('annotation', id);
        return {
          label: annotation === null ? '' : markerLabel(session, annotation),
          hasNote: annotation?.note != null,
          hasLinks: records.linksAt(id).length > 0,
          hasClaims: records.evidenceFor(id).length > 0,
        };
      },
      onOpen: open,
      onMore: (ids, anchor) => openCard(session, pane, ids, anchor.getBoundingClientRect()),
      onFocus: (id) => session.focusAnnotation(id),
      onKey: (event) => session.panes.handleKey(event),
    },
    passages: passagesOf(session, pane),
    onPoint: (ids) => pointAt(session, pane, ids),
    ...(project.readOnly === null && {
      edges: {
        onGrab: (id, edge) => grabEdge(session, id, edge),
        onDrag: (offset, exact) => dragEdge(session, offset, exact),
        onDrop: () => keepEdges(session),
        onGiveUp: () => giveUpEdges(session),
        onPress(offset) {
          if (offset !== null) session.panes.mountedIn(pane)?.reader.select(offset, offset);
        },
      },
    }),
  };
}
