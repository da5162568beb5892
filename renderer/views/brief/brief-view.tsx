import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BriefId } from '../../../app/record/ids.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import { followCheck } from '../../session/checking/follow-check.ts';
import { newBrief, renameBrief } from '../../session/writing/brief.ts';
import { keepBriefPlace } from '../../session/writing/brief-places.ts';
import { type FormatState, mountBrief } from '../../session/writing/rich-text.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { FormatBar } from '../parts/format-bar.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { BriefFactsLine } from './brief-facts-line.tsx';
import { BriefFindBar } from './brief-find-bar.tsx';
import { BriefMenu } from './brief-menu.tsx';
import { BriefTools } from './brief-tools.tsx';
import { TableBar } from './table-bar.tsx';
import { WordCount } from './word-count.tsx';
import '../styles/brief.css';

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
        <CommandButton id="brief.draft" title="Draft a brief…" />
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
  // What is done when a layout effect ends is done while the text is on the page still.
  useLayoutEffect(() => () => keepBriefPlace(session, id), [session, id]);
  // Also while the list of findings is not shown: keys go to them.
  useEffect(() => followCheck(session, id), [session, id]);
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
        <BriefTools />
        <div className="brief-head-end">
          <WordCount />
          {briefs.length > 1 && <BriefChoice briefs={briefs} chosen={id} />}
          <CommandButton id="brief.citations" title="Citations…" />
          <CommandButton id="brief.export" title="Export…" />
          <BriefMenu brief={brief} />
        </div>
      </header>
      <TableBar state={state} onCommand={(name) => session.briefEditor?.run(name)} />
      <BriefFindBar />
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
            <BriefFactsLine brief={brief} />
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
