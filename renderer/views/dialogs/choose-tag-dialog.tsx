import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TagRecord } from '../../../app/record/records.ts';
import { matchTags } from '../../session/tagging.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const create = 'create';

/** Asks for a tag of the codebook, or for the name of a new one. */
export function ChooseTagDialog(props: {
  readonly title: string;
  /** What stands beside a tag's name. */
  readonly about: (tag: TagRecord) => Pick<ChoiceItem, 'detail' | 'trail'>;
  /** The name of the tag that was chosen, or of one that is to be made. The dialog is closed by then. */
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const items = (typed: string): readonly ChoiceItem[] => {
    const { matching, exact, begun } = matchTags(tags, typed);
    const known = matching.map(
      (tag): ChoiceItem => ({
        id: tag.id,
        text: tag.name,
        lead: <span className="dot" data-color={tag.color} />,
        ...props.about(tag),
      }),
    );
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
          props.onChoose(tags.find((tag) => tag.id === id)?.name ?? typed);
        }}
      />
    </Dialog>
  );
}
