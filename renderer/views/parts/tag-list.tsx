import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import { useRecords, useSession } from './session-context.ts';

/** The tags of something: a press on the name edits the tag, one on the cross takes it off. */
export function TagList(props: {
  readonly label: string;
  readonly tagIds: readonly TagId[];
  readonly onTakeOff: (tagId: TagId) => void;
}): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  return (
    <ul className="tags" aria-label={props.label}>
      {props.tagIds.map((tagId) => {
        const tag = tags.find((candidate) => candidate.id === tagId);
        if (tag === undefined) return null;
        return (
          <li key={tagId} className="tag">
            <button
              type="button"
              className="tag-name"
              aria-label={`Edit the tag ${tag.name}`}
              onClick={() => session.openDialog({ kind: 'tag', tagId })}
            >
              <span className="dot" data-color={tag.color} />
              {tag.name}
            </button>
            <button
              type="button"
              className="button quiet icon"
              aria-label={`Take off the tag ${tag.name}`}
              onClick={() => props.onTakeOff(tagId)}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
