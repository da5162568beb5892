import { type ReactNode, useMemo, useState } from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { mergeInto } from '../../session/codebook/codebook.ts';
import { countUses, usesInWords } from '../../session/codebook/codebook-preview.ts';
import { pathOfTag } from '../../session/codebook/tag-places.ts';
import { matchTags } from '../../session/codebook/tagging.ts';
import { choiceOf } from '../dialogs/choose-tag-dialog.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { ConfirmButtons } from '../parts/confirm-buttons.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Makes one tag of several. Of one tag it first asks which other it is to become. */
export function MergeTagsDialog(props: { readonly tagIds: readonly TagId[] }): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const [into, setInto] = useState<TagId | null>(null);
  const byId = (id: TagId): TagRecord | undefined => tags.find((tag) => tag.id === id);
  const meant = props.tagIds.flatMap((id) => byId(id) ?? []);
  const [first] = meant;
  if (first === undefined) return null;
  if (meant.length === 1 && into === null) {
    return (
      <Dialog
        closeButton
        title={`Merge “${first.name}” into`}
        onClose={() => session.closeDialog()}
      >
        <ChoiceList
          label="Tag that is left"
          placeholder="Type the tag that is left"
          items={(typed) =>
            matchTags(tags, typed)
              .matching.filter(({ id }) => id !== first.id)
              .map((tag) => choiceOf(tags, tag))
          }
          empty="There is no other tag of that name."
          onChoose={(id) => setInto(id as TagId)}
        />
      </Dialog>
    );
  }
  const target = into === null ? undefined : byId(into);
  return <Confirm tags={target === undefined ? meant : [target, ...meant]} />;
}

/** The first is suggested as the one that is left. */
function Confirm({ tags }: { readonly tags: readonly TagRecord[] }): ReactNode {
  const session = useSession();
  const { records } = session.store;
  const all = useRecords((source) => source.list('tag'));
  const [chosen, setChosen] = useState<TagId | null>(tags[0]?.id ?? null);
  const survivor = tags.find(({ id }) => id === chosen);
  const gone = tags.filter((tag) => tag !== survivor);
  const counts = useMemo(
    () =>
      countUses(
        records,
        tags.filter(({ id }) => id !== chosen),
      ),
    [records, tags, chosen],
  );
  if (survivor === undefined) return null;
  return (
    <Dialog title="Merge tags" onClose={() => session.closeDialog()}>
      <fieldset className="tag-choices">
        <legend>Which tag is left?</legend>
        {tags.map((tag) => (
          <label key={tag.id}>
            <input
              type="radio"
              name="survivor"
              checked={tag.id === chosen}
              onChange={() => setChosen(tag.id)}
            />
            <span className="dot" data-color={tag.color} />
            {pathOfTag(all, tag.id)}
          </label>
        ))}
      </fieldset>
      <p>
        {`“${survivor.name}” takes the place of ${gone.map(({ name }) => `“${name}”`).join(', ')} on ${usesInWords(counts)}.`}
      </p>
      <p className="hint">
        What has several of them has “{survivor.name}” once. Tags below come below it; notes and
        briefs that mention the others mention it. Undo takes it back.
      </p>
      <ConfirmButtons
        confirm={`Merge ${countOf(tags.length, 'tag')}`}
        onConfirm={() => mergeInto(session, survivor, gone)}
      />
    </Dialog>
  );
}
