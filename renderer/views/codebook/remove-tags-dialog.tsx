import { type ReactNode, useMemo, useState } from 'react';
import type { TagDeletion } from '../../../app/annotation/delete-tags.ts';
import type { TagId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { removeTags } from '../../session/codebook/codebook.ts';
import { previewRemoval, usesInWords } from '../../session/codebook/codebook-preview.ts';
import { pathOfTag } from '../../session/codebook/tag-places.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

type Choice = 'take-off' | 'give' | 'remove';

/** Asks what becomes of what tags are on before they are removed, with how much that is. */
export function RemoveTagsDialog(props: { readonly tagIds: readonly TagId[] }): ReactNode {
  const session = useSession();
  const { records } = session.store;
  const tags = useRecords((source) => source.list('tag'));
  const [choice, setChoice] = useState<Choice>('take-off');
  const [below, setBelow] = useState<TagDeletion['below']>('move-up');
  const ids = useMemo(() => new Set(props.tagIds), [props.tagIds]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tags` is another list when one of them changed
  const { gone, others, belowCount, counts } = useMemo(
    () => previewRemoval(records, ids, below),
    [records, ids, below, tags],
  );
  const [given, setGiven] = useState<TagId | null>(null);
  const give = others.find(({ id }) => id === given) ?? others[0];
  const [first] = gone;
  if (first === undefined) return null;
  const what = gone.length === 1 ? `“${first.name}”` : countOf(gone.length, 'tag');
  const rest = counts.annotations - counts.onlyThese;
  const uses = counts.annotations + counts.articles + counts.claims;
  const isUsed = uses > 0;
  const remove = (): void => {
    session.closeDialog();
    const annotations =
      choice === 'give' && give !== undefined
        ? { give: give.id }
        : choice === 'remove'
          ? ('remove' as const)
          : ('take-off' as const);
    removeTags(session, ids, { annotations, below });
  };
  return (
    <Dialog title={`Remove ${what}`} onClose={() => session.closeDialog()}>
      <p>
        {what} {gone.length === 1 ? 'is' : 'are'} on{' '}
        {isUsed ? usesInWords(counts) : 'nothing in this project'}.
      </p>
      {isUsed && (
        <fieldset className="tag-choices">
          <legend>What becomes of {uses === 1 ? 'it' : 'them'}?</legend>
          <Radio name="annotations" value="take-off" chosen={choice} onChoose={setChoice}>
            Take the {gone.length === 1 ? 'tag' : 'tags'} off; all stay
          </Radio>
          {give !== undefined && (
            <Radio name="annotations" value="give" chosen={choice} onChoose={setChoice}>
              Give them another tag instead
            </Radio>
          )}
          {choice === 'give' && give !== undefined && (
            <select
              aria-label="The tag given instead"
              value={give.id}
              onChange={(event) => setGiven(event.target.value as TagId)}
            >
              {others.map(({ id }) => (
                <option key={id} value={id}>
                  {pathOfTag(tags, id)}
                </option>
              ))}
            </select>
          )}
          {counts.onlyThese > 0 && (
            <Radio name="annotations" value="remove" chosen={choice} onChoose={setChoice}>
              Remove the {countOf(counts.onlyThese, 'annotation')} that{' '}
              {counts.onlyThese === 1 ? 'has' : 'have'} no other tag, with{' '}
              {counts.onlyThese === 1 ? 'its' : 'their'} links and evidence
              {rest > 0 && `; take it off the other ${rest.toLocaleString('en-GB')}`}
            </Radio>
          )}
        </fieldset>
      )}
      {belowCount > 0 && (
        <fieldset className="tag-choices">
          <legend>{countOf(belowCount, 'tag')} below:</legend>
          <Radio name="below" value="move-up" chosen={below} onChoose={setBelow}>
            Move up
          </Radio>
          <Radio name="below" value="remove" chosen={below} onChoose={setBelow}>
            Remove, too
          </Radio>
        </fieldset>
      )}
      <div className="dialog-buttons">
        <button type="button" className="button" data-default onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button type="button" className="button danger" onClick={remove}>
          Remove {what}
        </button>
      </div>
    </Dialog>
  );
}

function Radio<Value extends string>(props: {
  readonly name: string;
  readonly value: Value;
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <label>
      <input
        type="radio"
        name={props.name}
        checked={props.value === props.chosen}
        onChange={() => props.onChoose(props.value)}
      />
      <span>{props.children}</span>
    </label>
  );
}
