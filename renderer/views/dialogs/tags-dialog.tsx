import { Check, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { matchTags, tagByName } from '../../session/tagging.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const create = 'create';

/** Puts tags on an annotation or takes them off; a name that no tag has makes the tag. */
export function TagsDialog({ annotationId }: { readonly annotationId: AnnotationId }): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const annotation = useRecords((records) => records.get('annotation', annotationId));
  if (annotation === null) return null;
  const items = (typed: string): readonly ChoiceItem[] => {
    const { matching: tagsMatching, exact, begun } = matchTags(tags, typed);
    const matching = tagsMatching.map((tag) => {
      const on = annotation.tagIds.includes(tag.id);
      return {
        id: tag.id,
        text: tag.name,
        ...(tag.description === '' ? {} : { detail: tag.description }),
        lead: <span className="dot" data-color={tag.color} />,
        trail: (
          <>
            {on && <Check size={14} aria-label="on this annotation" />}
            {tag.key !== null && <KeyLabel value={String(tag.key)} />}
          </>
        ),
      };
    });
    if (typed.trim() === '' || exact !== null) return matching;
    const made: ChoiceItem = {
      id: create,
      text: `Make the tag “${typed.trim()}”`,
      lead: <Plus size={14} aria-hidden="true" />,
    };
    // What begins as typed comes first: Enter means it. Otherwise Enter makes the tag.
    return begun ? [...matching, made] : [made, ...matching];
  };
  return (
    <Dialog closeButton title="Tag" onClose={() => session.closeDialog()}>
      <ChoiceList
        label="Tags"
        placeholder="Type a tag"
        items={items}
        empty="No tags yet. Type a name and press Enter to make the first one."
        onChoose={(id, typed) => {
          session.closeDialog();
          const chosen = tags.find((tag) => tag.id === id);
          tagByName(session, annotation, chosen?.name ?? typed);
        }}
      />
    </Dialog>
  );
}
