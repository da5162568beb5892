import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TagRecord } from '../../../app/record/records.ts';
import { pathAbove } from '../../session/codebook/tag-places.ts';
import { matchTags } from '../../session/codebook/tagging.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const create = 'create';

/** Asks for a tag of the codebook, or for the name of a new one. */
export function ChooseTagDialog(props: {
  readonly title: string;
  /** What stands beside a tag's name. */
  readonly about: (tag: TagRecord) => Pick<ChoiceItem, 'detail' | 'trail'>;
  /**
   * The name that was chosen, and the tag of it; `null`: one is to be made. Two tags may have one name in different places.
   * The dialog is closed by then.
   */
  readonly onChoose: (name: string, tag: TagRecord | null) => void;
}): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const items = (typed: string): readonly ChoiceItem[] => {
    const { matching, exact, begun } = matchTags(tags, typed);
    const known = matching.map((tag) => choiceOf(tags, tag, props.about(tag)));
    if (typed.trim() === '' || exact !== null) return known;
    const made: ChoiceItem = {
      id: create,
      text: `Make the tag “${typed.trim()}”`,
      lead: <Plus size={14} aria-hidden="true" />,
    };
    // What begins as typed comes first: Enter means it. Otherwise Enter makes the tag.
    return begun ? [...known, made] : [made, ...known];
  };
  return (
    <Dialog closeButton title={props.title} onClose={() => session.closeDialog()}>
      <ChoiceList
        label="Tags"
        placeholder="Type a tag"
        items={items}
        empty="No tags yet. Type a name and press Enter to make the first one."
        onChoose={(id, typed) => {
          session.closeDialog();
          const tag = tags.find((one) => one.id === id) ?? null;
          props.onChoose(tag?.name ?? typed, tag);
        }}
      />
    </Dialog>
  );
}

/** A tag as a line to choose: its colour, its name, where it stands. */
export function choiceOf(
  tags: readonly TagRecord[],
  tag: TagRecord,
  about: Pick<ChoiceItem, 'detail' | 'trail'> = {},
): ChoiceItem {
  const above = pathAbove(tags, tag.id);
  const place = above === '' ? [] : [`in ${above}`];
  const detail = [...place, ...(about.detail === undefined ? [] : [about.detail])].join(' · ');
  return {
    id: tag.id,
    text: tag.name,
    lead: <span className="dot" data-color={tag.color} />,
    ...about,
    ...(detail === '' ? {} : { detail }),
  };
}
