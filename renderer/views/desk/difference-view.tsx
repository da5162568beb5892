import { ArrowDown, ArrowLeftRight, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import type { RevisionId } from '../../../app/record/ids.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import {
  closeDifferences,
  countsInWords,
  type DifferencesShown,
  dropDifferences,
  openSide,
  sideHead,
  similarityInWords,
  stepDifference,
  swapSides,
} from '../../session/reading/differences.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { DifferenceRows } from './difference-rows.tsx';

/** Two texts read against each other: what was cut, inserted, replaced and moved. */
export function DifferenceView(): ReactNode {
  const session = useSession();
  const shown = useSessionState((state) => state.differences);
  useEffect(() => () => dropDifferences(session), [session]);
  if (shown === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') closeDifferences(session);
    else if (event.key === 'n' && letterKeysOn()) stepDifference(session, 1);
    else if (event.key === 'p' && letterKeysOn()) stepDifference(session, -1);
    else return;
    event.preventDefault();
  };
  return (
    <section
      className="difference-view"
      aria-label="Differences"
      data-focus-name="differences"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Head shown={shown} />
      {shown.failure !== null && (
        <p className="pane-failed" role="alert">
          {shown.failure}
        </p>
      )}
      {shown.failure === null && shown.compared === null && (
        <p className="difference-wait">Comparing the two texts…</p>
      )}
      {shown.compared !== null && (
        <DifferenceRows key={keyOf(shown)} compared={shown.compared} at={shown.at} />
      )}
    </section>
  );
}

function keyOf({ sides }: DifferencesShown): string {
  return `${sides.left} ${sides.right}`;
}

function Head({ shown }: { readonly shown: DifferencesShown }): ReactNode {
  const session = useSession();
  const { compared, at, sides } = shown;
  const differing = compared !== null && compared.total > 0;
  return (
    <header className="difference-head">
      <div className="difference-bar">
        <h2>Differences</h2>
        {compared !== null && (
          <span className="difference-counts">
            {countsInWords(compared.differences)} ·{' '}
            {similarityInWords(compared.differences.similarity)}
          </span>
        )}
        <span className="difference-steps">
          {differing && (
            <span className="difference-at">
              {at === null
                ? `${compared.total} ${compared.total === 1 ? 'place' : 'places'}`
                : `${at + 1} of ${compared.total}`}
            </span>
          )}
          <button
            type="button"
            className="button quiet"
            aria-label="Previous difference"
            disabled={!differing}
            onClick={() => stepDifference(session, -1)}
          >
            <ArrowUp size={14} aria-hidden="true" />
            <KeyLabel value="p" />
          </button>
          <button
            type="button"
            className="button quiet"
            aria-label="Next difference"
            disabled={!differing}
            onClick={() => stepDifference(session, 1)}
          >
            <ArrowDown size={14} aria-hidden="true" />
            <KeyLabel value="n" />
          </button>
          <button
            type="button"
            className="button quiet icon"
            aria-label="Turn the sides about"
            onClick={() => swapSides(session)}
          >
            <ArrowLeftRight size={14} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button quiet icon"
            aria-label="Close the differences"
            onClick={() => closeDifferences(session)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </span>
      </div>
      <div className="difference-sides">
        <SideHead sign="−" says="Left" revisionId={sides.left} />
        <SideHead sign="+" says="Right" revisionId={sides.right} />
      </div>
    </header>
  );
}

function SideHead(props: {
  readonly sign: string;
  readonly says: string;
  readonly revisionId: RevisionId;
}): ReactNode {
  const session = useSession();
  const [head, setHead] = useState(() => sideHead(session, props.revisionId));
  useEffect(() => {
    const follow = (): void => setHead(sideHead(session, props.revisionId));
    follow();
    return session.store.records.subscribe(follow);
  }, [session, props.revisionId]);
  if (head === null) return <div className="difference-side">This revision is gone.</div>;
  return (
    <div className="difference-side">
      <span className="difference-sign" aria-hidden="true">
        {props.sign}
      </span>
      <button
        type="button"
        className="difference-title"
        aria-label={`${props.says}: open ${head.title}, ${head.revision}`}
        onClick={() => openSide(session, props.revisionId)}
      >
        {head.title}
      </button>
      <span className="difference-source">
        {head.source}
        <br />
        {head.revision}
      </span>
    </div>
  );
}
