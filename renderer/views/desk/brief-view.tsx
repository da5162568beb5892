import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { BriefId } from '../../../app/record/ids.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import { exportBrief, newBrief, removeBrief, renameBrief } from '../../session/writing/brief.ts';
import { type FormatState, mountBrief } from '../../session/writing/rich-text.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { FormatBar } from '../parts/format-bar.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The brief that is being written. */
export function BriefView(): ReactNode {
  const session = useSession();
  const briefs = useRecords((records) => records.list('brief'));
  const chosenId = useSessionState((state) => state.briefId);
  const brief = briefs.find(({ id }) => id === chosenId) ?? briefs[0] ?? null;
  if (brief === null) {
    return (
      <div className="desk-empty">
        <h2>No brief yet</h2>
        <p>
          A brief is a document whose quotations stay tied to their sources. Press <kbd>B</kbd> on a
          highlight to begin one with it, or start from an empty page.
        </p>
        <button type="button" className="button" onClick={() => newBrief(session)}>
          New brief
        </button>
      </div>
    );
  }
  return <BriefPage key={brief.id} brief={brief} briefs={briefs} />;
}

function BriefPage(props: {
  readonly brief: BriefRecord;
  readonly briefs: readonly BriefRecord[];
}): ReactNode {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  const { brief, briefs } = props;
  const { id } = brief;
  const [state, setState] = useState<FormatState | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    return mountBrief(session, element, id, setState).unmount;
  }, [session, id]);
  return (
    <div className="brief-view">
      <header className="brief-head">
        <FormatBar
          kind="brief"
          state={state}
          onCommand={(name) => session.briefEditor?.run(name)}
          onLink={(href) => {
            session.briefEditor?.setLink(href);
            session.briefEditor?.focus();
          }}
        />
        {briefs.length > 1 && <BriefChoice briefs={briefs} chosen={id} />}
        <CommandButton id="claim.from-brief" title="Claim…" />
        <button
          type="button"
          className="button quiet"
          onClick={() => void exportBrief(session, 'markdown')}
        >
          Export Markdown…
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => void exportBrief(session, 'html')}
        >
          Export HTML…
        </button>
        <button type="button" className="button quiet" onClick={() => newBrief(session)}>
          New brief
        </button>
        <button type="button" className="button quiet" onClick={() => removeBrief(session, brief)}>
          Remove brief
        </button>
      </header>
      <div className="brief-scroll">
        <article className="brief-page" aria-label={brief.title}>
          <div className="brief-title">
            <EditableField
              label="Title of the brief"
              focusName="brief-title"
              value={brief.title}
              check={(text) => (text === '' ? 'A brief needs a title.' : null)}
              onCommit={(text) => renameBrief(session, brief, text)}
            />
          </div>
          <div ref={place} data-focus-name="brief" />
        </article>
      </div>
    </div>
  );
}

function BriefChoice(props: {
  readonly briefs: readonly BriefRecord[];
  readonly chosen: BriefId;
}): ReactNode {
  const session = useSession();
  return (
    <select
      aria-label="Brief"
      className="brief-choice"
      value={props.chosen}
      onChange={(event) => session.set({ briefId: event.target.value as BriefId })}
    >
      {props.briefs.map((brief) => (
        <option key={brief.id} value={brief.id}>
          {brief.title}
        </option>
      ))}
    </select>
  );
}
