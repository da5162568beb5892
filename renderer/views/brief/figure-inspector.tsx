import { type ReactNode, useSyncExternalStore } from 'react';
import { describeFigure, updateFigure } from '../../session/writing/figures.ts';
import { Section } from '../inspector/section.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import '../styles/brief-dialogs.css';

/** The figure at the caret: what it shows in words, and drawing it anew. */
export function FigureInspector(): ReactNode {
  const session = useSession();
  const { openBrief } = session;
  const id = useSyncExternalStore(openBrief.subscribe, () => openBrief.editor?.figure() ?? null);
  const picture = useRecords((records) => (id === null ? null : records.get('picture', id)));
  const isChanged = useSessionState(({ briefCheck }) =>
    (briefCheck.report?.items ?? []).some(
      ({ about }) => about?.kind === 'picture' && about.id === id,
    ),
  );
  if (picture === null) return null;
  const writable = session.store.project.readOnly === null;
  return (
    <Section title="Figure">
      {isChanged && (
        <p className="notice" role="note">
          What it shows changed since it was drawn.
        </p>
      )}
      <EditableField
        key={picture.id}
        label="Description"
        multiline
        value={picture.description}
        placeholder="What it shows, for those who do not see it"
        onCommit={(description) => describeFigure(session, picture.id, description)}
      />
      {picture.of !== 'other' && writable && (
        <button
          type="button"
          className="button figure-update"
          onClick={() => void updateFigure(session, picture.id)}
        >
          Draw the figure anew
        </button>
      )}
    </Section>
  );
}
