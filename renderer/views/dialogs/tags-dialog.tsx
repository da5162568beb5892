import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { tagByName } from '../../session/codebook/tagging.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { ChooseTagDialog } from './choose-tag-dialog.tsx';

/** Puts tags on an annotation or takes them off; a name that no tag has makes the tag. */
export function TagsDialog({ annotationId }: { readonly annotationId: AnnotationId }): ReactNode {
  const session = useSession();
  const annotation = useRecords((records) => records.get('annotation', annotationId));
  if (annotation === null) return null;
  return (
    <ChooseTagDialog
      title="Tag"
      about={(tag) => ({
        ...(tag.description === '' ? {} : { detail: tag.description }),
        trail: (
          <>
            {annotation.tagIds.includes(tag.id) && (
              <Check size={14} aria-label="on this annotation" />
            )}
            {tag.key !== null && <KeyLabel value={String(tag.key)} />}
          </>
        ),
      })}
      onChoose={(name, tag) => tagByName(session, annotation, name, tag)}
    />
  );
}
