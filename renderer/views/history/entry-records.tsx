import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../../app/host/history.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { showHistoryOf } from '../../session/history/history.ts';
import { type EntryRecord, standingOf } from '../../session/history/history-entry.ts';
import type { FieldView } from '../../session/history/history-fields.ts';
import { restoreState } from '../../session/history/restore.ts';
import { showFailure } from '../../session/project.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

const hows = { added: 'Added', changed: 'Changed', removed: 'Removed' } as const;

/** What an entry changed, record by record, field by field. */
export function EntryRecords(props: {
  readonly entry: HistoryEntry;
  readonly records: readonly EntryRecord[];
}): ReactNode {
  if (props.records.length === 0) {
    return <p className="empty">This change only counted something; nothing else was changed.</p>;
  }
  return (
    <ul className="entry-records" aria-label="Records that were changed">
      {props.records.map((record) => (
        <li key={record.view.id} className="entry-record">
          <Record entry={props.entry} record={record} />
        </li>
      ))}
    </ul>
  );
}

function Record(props: { readonly entry: HistoryEntry; readonly record: EntryRecord }): ReactNode {
  const { entry, record } = props;
  const { view, change } = record;
  return (
    <>
      <h4>
        <span className="entry-how" data-how={view.how}>
          {hows[view.how]}
        </span>{' '}
        {view.label}
      </h4>
      <dl className="entry-fields">
        {view.fields.map((field) => (
          <Field key={field.name} field={field} />
        ))}
      </dl>
      <Actions entry={entry} label={view.label} id={view.id} {...change} />
    </>
  );
}

function Field({ field }: { readonly field: FieldView }): ReactNode {
  return (
    <div>
      <dt>{field.name}</dt>
      <dd>
        {field.pieces === null ? (
          <>
            {field.before !== null && <Piece kind="cut" text={field.before} />}
            {field.before !== null && field.after !== null && ' '}
            {field.after !== null && <Piece kind="inserted" text={field.after} />}
          </>
        ) : (
          field.pieces.map(({ kind, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces are never moved
            <Piece key={index} kind={kind} text={text} />
          ))
        )}
      </dd>
    </div>
  );
}

function Piece(props: {
  readonly kind: 'same' | 'cut' | 'inserted';
  readonly text: string;
}): ReactNode {
  switch (props.kind) {
    case 'same':
      return <span>{props.text}</span>;
    case 'cut':
      return <del>{props.text}</del>;
    case 'inserted':
      return <ins>{props.text}</ins>;
  }
}

/** The ways back to a record's states, as far as they would change something. */
function Actions(props: {
  readonly entry: HistoryEntry;
  readonly id: string;
  readonly label: string;
  readonly before: ProjectRecord | null;
  readonly after: ProjectRecord | null;
}): ReactNode {
  const session = useSession();
  const { entry, id, label, before, after } = props;
  // What restoring would do depends on how the record is now.
  useRecords((records) => records.all.get(id));
  const restore = (state: ProjectRecord, when: 'before' | 'after'): void => {
    restoreState(session, entry, state, when).catch((error: unknown) =>
      showFailure(session, 'It could not be restored', error),
    );
  };
  const readOnly = session.store.project.readOnly !== null;
  const offers = [
    [before, 'before', 'as it was before'],
    [after, 'after', 'as it was after this'],
  ] as const;
  return (
    <div className="entry-actions">
      {offers.map(([state, when, words]) => {
        if (state === null || readOnly) return null;
        const standing = standingOf(session, state);
        if (standing === 'same') return null;
        const verb = standing === 'gone' ? 'Bring back' : 'Restore';
        return (
          <button
            key={when}
            type="button"
            className="button quiet"
            aria-label={`${verb} ${words}: ${label}`}
            onClick={() => restore(state, when)}
          >
            {verb} {words}
          </button>
        );
      })}
      <button
        type="button"
        className="button quiet"
        aria-label={`Its history: ${label}`}
        onClick={() => showHistoryOf(session, id, label)}
      >
        Its history
      </button>
    </div>
  );
}
