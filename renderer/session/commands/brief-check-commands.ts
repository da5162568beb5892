import { acceptAllChanges, acceptChange, stepChanged } from '../checking/accept-citations.ts';
import { stepFinding } from '../checking/check-list.ts';
import { meantTags } from '../codebook/codebook-selection.ts';
import type { Command } from '../command.ts';
import type { Session } from '../session.ts';
import { askDraft } from '../writing/draft-brief.ts';

const group = 'Brief';
const scope = 'project';

function enabled(session: Session): boolean {
  return session.get().view === 'brief' && session.openBrief.editor !== null;
}

/** What changed in a brief's citations, and what its check found. */
export const briefCheckCommands: readonly Command[] = [
  {
    id: 'brief.draft',
    title: 'Draft a brief…',
    group,
    scope,
    changes: true,
    run: (session) => askDraft(session),
  },
  {
    id: 'brief.draft-tag',
    title: 'Draft a brief from the tags of the codebook…',
    group,
    scope,
    changes: true,
    enabled: (session) => meantTags(session).length > 0,
    run: (session) =>
      askDraft(session, { kind: 'tags', tagIds: meantTags(session).map(({ id }) => id) }),
  },
  {
    id: 'brief.check-next',
    title: 'Next finding of the check',
    group,
    key: 'F8',
    scope,
    enabled,
    run: (session) => stepFinding(session, 1),
  },
  {
    id: 'brief.check-previous',
    title: 'Finding of the check before',
    group,
    key: 'Shift+F8',
    scope,
    enabled,
    run: (session) => stepFinding(session, -1),
  },
  {
    id: 'brief.changed-next',
    title: 'Next changed citation',
    group,
    key: 'Mod+Alt+ArrowDown',
    scope,
    enabled,
    run: (session) => stepChanged(session, 1),
  },
  {
    id: 'brief.changed-previous',
    title: 'Changed citation before',
    group,
    key: 'Mod+Alt+ArrowUp',
    scope,
    enabled,
    run: (session) => stepChanged(session, -1),
  },
  {
    id: 'brief.accept-change',
    title: 'Accept the change of the citation',
    group,
    key: 'Mod+Alt+Y',
    scope,
    changes: true,
    enabled,
    run: (session) => acceptChange(session),
  },
  {
    id: 'brief.accept-all-changes',
    title: 'Accept all changes of the brief’s citations',
    group,
    scope,
    changes: true,
    enabled,
    run: (session) => acceptAllChanges(session),
  },
];
