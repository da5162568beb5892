import { type ReactNode, useEffect, useId, useState } from 'react';
import type { TablePreview } from '../../../app/host/corpus.ts';
import {
  type ColumnChoice,
  columnFields,
  guessedChoice,
  importRows,
  objectionToChoice,
} from '../../session/corpus/table.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks which column of a table holds what; each row becomes an article. */
export function TableDialog({ tableId }: { readonly tableId: string }): ReactNode {
  const session = useSession();
  const [preview, setPreview] = useState<TablePreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    session.host.readTable({ id: tableId }).then(
      (read) => {
        if (!left) setPreview(read);
      },
      (error: unknown) => {
        if (!left) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      left = true;
    };
  }, [session, tableId]);
  return (
    <Dialog title="Choose columns" wide closeButton onClose={() => session.closeDialog()}>
      {failure !== null && <p role="alert">{failure}</p>}
      {preview === null && failure === null && <p>Reading the table…</p>}
      {preview !== null && <Columns tableId={tableId} preview={preview} />}
    </Dialog>
  );
}

function Columns(props: { readonly tableId: string; readonly preview: TablePreview }): ReactNode {
  const session = useSession();
  const { preview, tableId } = props;
  const [choice, setChoice] = useState<ColumnChoice>(() => guessedChoice(preview));
  const [objection, setObjection] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    const found = objectionToChoice(choice);
    setObjection(found);
    if (found === null && (await importRows(session, tableId, choice))) session.closeDialog();
  };
  return (
    <form
      className="table-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>
        Each row of <b>{preview.fileName}</b> becomes an article.
      </p>
      <div className="table-fields">
        {columnFields.map(([field, name], index) => (
          <ColumnSelect
            key={field}
            isFirst={index === 0}
            name={name}
            value={choice[field]}
            columns={preview.columns}
            objection={field === 'text' ? objection : null}
            onChange={(column) => {
              setChoice({ ...choice, [field]: column });
              setObjection(null);
            }}
          />
        ))}
      </div>
      <Rows preview={preview} choice={choice} />
      <div className="dialog-buttons">
        <button type="button" className="button" onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button type="submit" className="button primary">
          Import
        </button>
      </div>
    </form>
  );
}

function ColumnSelect(props: {
  readonly name: string;
  /** Where the keyboard begins. */
  readonly isFirst: boolean;
  readonly value: string;
  readonly columns: readonly string[];
  readonly objection: string | null;
  readonly onChange: (column: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.name}</label>
      <select
        id={id}
        // biome-ignore lint/a11y/noAutofocus: a dialog was asked for and begins in its first field
        autoFocus={props.isFirst}
        value={props.value}
        aria-invalid={props.objection !== null}
        aria-describedby={props.objection === null ? undefined : `${id}-objection`}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">No column</option>
        {props.columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </select>
      {props.objection !== null && (
        <p className="objection" id={`${id}-objection`} role="alert">
          {props.objection}
        </p>
      )}
    </div>
  );
}

/** The first rows, each column with what it is taken for above its name. */
function Rows(props: { readonly preview: TablePreview; readonly choice: ColumnChoice }): ReactNode {
  const { preview, choice } = props;
  return (
    <section
      className="table-preview"
      aria-label="First rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            {preview.columns.map((column) => {
              const meaning = columnFields
                .filter(([field]) => choice[field] === column)
                .map(([, name]) => name);
              return (
                <th key={column} scope="col" data-used={meaning.length > 0 || undefined}>
                  {meaning.length > 0 && <span>{meaning.join(', ')}</span>}
                  {column}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names and never move
            <tr key={index}>
              {preview.columns.map((column, at) => (
                <td key={column}>{row[at] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
