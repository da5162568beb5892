import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { LinkEnd } from '../../../app/record/records.ts';
import { endLabel } from '../../session/links/end-label.ts';
import { findEnds } from '../../session/links/find-ends.ts';
import { makeLink } from '../../session/links/link.ts';
import { endRecord } from '../../session/links/link-parts.ts';
import { relationReadings } from '../../session/links/relation-readings.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** Of passages and of claims; more are reached by typing. */
const offered = 30;

/** Makes a link by choosing what it begins at, how it relates, and where it ends; each may be a passage or a claim. */
export function AddLinkDialog(props: { readonly from: LinkEnd | null }): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const readings = relationReadings(types);
  const usual = readings.findIndex(({ text }) => text === 'repeats');
  const [from, setFrom] = useState(props.from);
  const [reading, setReading] = useState(Math.max(0, usual));
  const chosen = readings[reading];
  const linkFrom = useSessionState((state) => state.linkFrom);
  const ends = (typed: string, other: LinkEnd | null) =>
    findEnds(session.store.records, typed, offered, linkFrom === null ? [] : [linkFrom])
      .filter(({ end }) => end.id !== other?.id)
      .map(({ end, text, detail }) => ({ id: `${end.kind} ${end.id}`, text, detail }));
  const finish = (to: LinkEnd): void => {
    if (from === null || chosen === undefined) return;
    const made = chosen.starts
      ? makeLink(session, from, to, chosen.typeId)
      : makeLink(session, to, from, chosen.typeId);
    // What is said of a link that is there already says what to do; the dialog stays for another end.
    if (made) session.closeDialog();
  };
  const content = useRef<HTMLDivElement>(null);
  const isFirst = from === null;
  // Each step begins in its field; what had the keyboard in the step before is gone, and the dialog would take it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each step anew
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      content.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, [isFirst]);
  return (
    <Dialog closeButton title="Add link" onClose={() => session.closeDialog()}>
      <div ref={content} className="add-link">
        {from === null ? (
          <ChoiceList
            key="from"
            label="What the link begins at"
            placeholder="Number (3:10, C4) or words of a passage or a claim"
            items={(typed) => ends(typed, null)}
            empty="No annotation and no claim has these words."
            onChoose={(id) => setFrom(endOf(id))}
          />
        ) : (
          <>
            <ChosenEnd end={from} onChange={() => setFrom(null)} />
            <label className="field">
              <span>How it relates</span>
              <select value={reading} onChange={(event) => setReading(Number(event.target.value))}>
                {readings.map(({ text }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two types may read the same from one end
                  <option key={index} value={index}>
                    {text}
                  </option>
                ))}
              </select>
            </label>
            <ChoiceList
              key="to"
              label="The other end"
              placeholder="Number (3:10, C4) or words of the other passage or claim"
              items={(typed) => ends(typed, from)}
              empty="No annotation and no claim has these words."
              onChoose={(id) => finish(endOf(id))}
            />
          </>
        )}
      </div>
    </Dialog>
  );
}

function ChosenEnd(props: { readonly end: LinkEnd; readonly onChange: () => void }): ReactNode {
  const session = useSession();
  const { end } = props;
  const record = useRecords((records) => endRecord(records, end));
  if (record === null) return null;
  return (
    <div className="card">
      <div className="card-head">
        <span className="relation">From</span>
        <span className="card-source">{record.kind === 'claim' ? 'Claim' : 'Passage'}</span>
        <span className="card-number">{endLabel(session, end)}</span>
        <button
          type="button"
          className="button quiet"
          aria-label="Change what the link begins at"
          onClick={props.onChange}
        >
          Change
        </button>
      </div>
      <p className="card-text">{record.kind === 'claim' ? record.wording : record.passage.quote}</p>
    </div>
  );
}

function endOf(id: string): LinkEnd {
  const [kind, recordId] = id.split(' ');
  // Made of an end by `ends` above.
  return { kind, id: recordId } as LinkEnd;
}
