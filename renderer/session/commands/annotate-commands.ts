import { claimHere } from '../claims/claim.ts';
import { applyTagKey } from '../codebook/tagging.ts';
import type { Command } from '../command.ts';
import { focusNamed, noteName } from '../focus.ts';
import { linkFromOrTo } from '../links/link.ts';
import {
  annotationHere,
  annotationOfPane,
  highlight,
  removeAnnotation,
} from '../reading/annotate.ts';
import { beginEdges } from '../reading/edges.ts';
import type { Session } from '../session.ts';
import { sendToBrief } from '../writing/brief.ts';

const group = 'Annotate';
const scope = 'reader';

const passageCommands: readonly Command[] = [
  {
    id: 'annotation.highlight',
    title: 'Highlight the selection',
    group,
    key: 'h',
    scope,
    run: (session) => void highlight(session),
  },
  {
    id: 'annotation.tags',
    title: 'Tag…',
    group,
    key: 't',
    scope,
    run(session) {
      const annotation = annotationHere(session);
      if (annotation !== null) session.openDialog({ kind: 'tags', annotationId: annotation.id });
    },
  },
  {
    id: 'annotation.note',
    title: 'Write a note',
    group,
    key: 'n',
    scope,
    run(session) {
      const annotation = annotationHere(session);
      if (annotation === null) return;
      session.set({ inspectorShown: true });
      focusNamed(noteName(annotation.id));
    },
  },
  { id: 'link.here', title: 'Link from here / to here', group, key: 'l', scope, run: linkFromOrTo },
  { id: 'claim.here', title: 'Claim from this passage…', group, key: 'c', scope, run: claimHere },
  {
    id: 'annotation.edges',
    title: 'Extend or trim the highlight',
    group,
    key: 'e',
    scope,
    run: beginEdges,
  },
  {
    id: 'brief.send',
    title: 'Send this passage to the brief',
    group,
    key: 'b',
    scope,
    run(session) {
      const annotation = annotationHere(session);
      if (annotation !== null) sendToBrief(session, { kind: 'annotation', id: annotation.id });
    },
  },
  {
    id: 'annotation.remove',
    title: 'Remove the highlight',
    group,
    key: 'Delete',
    scope,
    enabled: (session) => annotationOfPane(session) !== null,
    run(session) {
      const annotation = annotationOfPane(session);
      if (annotation !== null) removeAnnotation(session, annotation);
    },
  },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(
    (number): Command => ({
      id: `annotation.tag-${number}`,
      title: `Highlight with the tag of key ${number}`,
      group,
      key: String(number),
      scope,
      run: (session: Session) => applyTagKey(session, number),
    }),
  ),
];

/** What is done to the passage at the caret. Each of them changes records. */
export const annotateCommands: readonly Command[] = passageCommands.map((command) => ({
  ...command,
  changes: true,
}));
