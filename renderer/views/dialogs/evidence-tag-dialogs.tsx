import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { tagAnnotations, tagsOn, untagAnnotations } from '../../session/evidence/evidence-batch.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';
import { ChooseTagDialog } from './choose-tag-dialog.tsx';

interface About {
  readonly annotationIds: readonly AnnotationId[];
}

/** Puts a tag on several annotations; a name that no tag has makes the tag. */
export function EvidenceTagDialog({ annotationIds }: About): ReactNode {
  const session = useSession();
  return (
    <ChooseTagDialog
      title={`Tag ${countOf(annotationIds.length, 'annotation')}`}
      about={(tag) => ({
        ...(tag.description === '' ? {} : { detail: tag.description }),
        trail: tag.key !== null && <KeyLabel value={String(tag.key)} />,
      })}
      onChoose={(name, tag) => tagAnnotations(session, annotationIds, name, tag)}
    />
  );
}

/** Takes a tag that some of several annotations have off all of them. */
export function EvidenceUntagDialog({ annotationIds }: About): ReactNode {
  const session = useSession();
  const tags = tagsOn(session, annotationIds);
  const items = (typed: string): readonly ChoiceItem[] => {
    const wanted = typed.trim().toLocaleLowerCase();
    return tags
      .filter(({ tag }) => tag.name.toLocaleLowerCase().includes(wanted))
      .map(({ tag, count }) => ({
        id: tag.id,
        text: tag.name,
        lead: <span className="dot" data-color={tag.color} />,
        trail: <span className="menu-count">{count.toLocaleString('en-GB')}</span>,
      }));
  };
  return (
    <Dialog
      closeButton
      title={`Take a tag off ${countOf(annotationIds.length, 'annotation')}`}
      onClose={() => session.closeDialog()}
    >
      <ChoiceList
        label="Tags"
        placeholder="Type a tag"
        items={items}
        empty={
          tags.length === 0 ? 'None of them has a tag.' : 'None of them has a tag of that name.'
        }
        onChoose={(id) => {
          session.closeDialog();
          const tag = tags.find((one) => one.tag.id === id);
          if (tag !== undefined) untagAnnotations(session, annotationIds, tag.tag.id);
        }}
      />
    </Dialog>
  );
}
