import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord, MetadataField } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { objectionTo } from '../../session/corpus/metadata.ts';
import { correctAll } from '../../session/library/library-actions.ts';
import { commonValue, type FieldInput, patchOf } from '../../session/library/library-metadata.ts';
import { articlesOf } from '../../session/library/library-selection.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

const fields: readonly (readonly [MetadataField, string])[] = [
  ['outlet', 'Outlet'],
  ['byline', 'Byline'],
  ['published', 'Published'],
  ['updated', 'Updated'],
  ['section', 'Section'],
  ['language', 'Language'],
  ['title', 'Title'],
];

/** Puts facts of several articles right at once: only fields that were touched are changed, in all of them. */
export function EditArticlesDialog(props: {
  readonly articleIds: readonly ArticleId[];
}): ReactNode {
  const session = useSession();
  const articles = useMemo(
    () => articlesOf(session, props.articleIds),
    [session, props.articleIds],
  );
  // Several articles of one title: that is never meant.
  const asked = fields.filter(([field]) => field !== 'title' || articles.length === 1);
  const [inputs, setInputs] = useState<ReadonlyMap<MetadataField, FieldInput>>(new Map());
  const objections = new Map(
    [...inputs].flatMap(([field, input]) => {
      const objection = input.kind === 'set' ? objectionTo(field, input.text.trim()) : null;
      return objection === null ? [] : [[field, objection] as const];
    }),
  );
  const touched = [...inputs.values()].filter(({ kind }) => kind === 'set').length;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (objections.size > 0 || touched === 0) return;
    session.closeDialog();
    correctAll(session, articles, patchOf(inputs));
  };
  return (
    <Dialog
      closeButton
      title={`Edit ${countOf(articles.length, 'article')}`}
      onClose={() => session.closeDialog()}
    >
      <form className="edit-articles" onSubmit={submit}>
        <p className="hint">
          Only the fields you change are changed, in all of these articles. An emptied field says
          “not known”. What the files say is kept beside your corrections.
        </p>
        {asked.map(([field, label], index) => (
          <BatchField
            key={field}
            isFirst={index === 0}
            articles={articles}
            field={field}
            label={label}
            input={inputs.get(field) ?? { kind: 'keep' }}
            objection={objections.get(field) ?? null}
            onChange={(input) => setInputs(new Map(inputs).set(field, input))}
          />
        ))}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={touched === 0 || objections.size > 0}
          >
            Change {countOf(articles.length, 'article')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function BatchField(props: {
  readonly articles: readonly ArticleRecord[];
  /** Where the keyboard begins. */
  readonly isFirst: boolean;
  readonly field: MetadataField;
  readonly label: string;
  readonly input: FieldInput;
  readonly objection: string | null;
  readonly onChange: (input: FieldInput) => void;
}): ReactNode {
  const { articles, field, input, objection } = props;
  const id = useId();
  const common = useMemo(() => commonValue(articles, field), [articles, field]);
  const shown = common.kind === 'same' ? (common.value ?? '') : '';
  const emptied = input.kind === 'set' && input.text.trim() === '';
  const notes = [
    ...(input.kind === 'keep' && common.kind === 'mixed'
      ? [`${common.count.toLocaleString('en-GB')} different values, kept`]
      : []),
    ...(emptied && objection === null ? ['Will be emptied'] : []),
  ];
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <div className="batch-input">
        <input
          id={id}
          // biome-ignore lint/a11y/noAutofocus: a dialog was asked for and begins in its first field
          autoFocus={props.isFirst}
          value={input.kind === 'keep' ? shown : input.text}
          placeholder={
            emptied ? 'Not known' : common.kind === 'mixed' ? 'Different values' : 'Not known'
          }
          aria-invalid={objection !== null}
          aria-describedby={`${id}-note`}
          onChange={(event) => {
            const text = event.target.value;
            const back = common.kind === 'same' && text === shown;
            props.onChange(back ? { kind: 'keep' } : { kind: 'set', text });
          }}
        />
        {common.kind === 'mixed' && input.kind === 'keep' && (
          <button
            type="button"
            className="button quiet"
            aria-label={`Empty ${props.label} in all`}
            onClick={() => props.onChange({ kind: 'set', text: '' })}
          >
            Empty
          </button>
        )}
        {input.kind === 'set' && (
          <button
            type="button"
            className="button quiet"
            aria-label={`Leave ${props.label} as it is`}
            onClick={() => props.onChange({ kind: 'keep' })}
          >
            Leave
          </button>
        )}
      </div>
      <p className={objection === null ? 'hint' : 'objection'} id={`${id}-note`} role="status">
        {objection ?? notes.join(' ')}
      </p>
    </div>
  );
}
