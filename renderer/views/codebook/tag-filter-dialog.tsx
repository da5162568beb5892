import { type ReactNode, useMemo, useState } from 'react';
import { clearTagFilter } from '../../session/codebook/tag-filter.ts';
import { countAll, countTyped } from '../../session/codebook/tag-filter-counts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { TagFilterField } from '../parts/tag-filter-field.tsx';
import { useTagFilter } from '../parts/use-tag-filter.ts';

const grammar: readonly (readonly [string, string])[] = [
  ['economy', 'has this tag, or one below it'],
  ['=economy', 'has this very tag'],
  ['economy/figure', 'the figure below economy, where there are several'],
  ['figure OR quote', 'has one of them'],
  ['figure AND quote', 'has both'],
  ['economy AND NOT (quote OR figure)', 'has economy and neither of the others'],
  ['untagged', 'has no tag at all'],
];

/** Asks for a tag expression; says how much it leaves while it is typed, and how one is written. */
export function TagFilterDialog(): ReactNode {
  const session = useSession();
  const set = useTagFilter()?.text ?? '';
  const [typed, setTyped] = useState(set);
  const tags = useRecords((records) => records.list('tag'));
  const sets = useRecords((records) => records.tagSets);
  const left = useMemo(() => countTyped(sets, tags, typed), [typed, tags, sets]);
  const all = countAll(sets).toLocaleString('en-GB');
  return (
    <Dialog closeButton title="Filter by tags" onClose={() => session.closeDialog()}>
      <TagFilterField
        autoFocus
        label="Show only annotations with"
        onTyped={setTyped}
        onSet={() => session.closeDialog()}
      />
      <p role="status">
        {left === null
          ? typed.trim() === ''
            ? `${all} annotations in the project`
            : 'No expression of this codebook’s tags yet'
          : `${left.toLocaleString('en-GB')} of ${all} annotations in the project`}
      </p>
      <p className="hint">
        It acts on the reader, the list of annotations, the evidence and the Library until it is
        cleared.
      </p>
      <dl className="grammar">
        {grammar.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {set !== '' && (
        <div className="dialog-buttons">
          <button
            type="button"
            className="button"
            onClick={() => {
              session.closeDialog();
              clearTagFilter(session);
              session.say('The tag filter is off.');
            }}
          >
            Clear the filter
          </button>
        </div>
      )}
    </Dialog>
  );
}
