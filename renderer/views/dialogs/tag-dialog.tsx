import type { ReactNode } from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagColor } from '../../../app/record/records.ts';
import { changeTag, objectionToTagName } from '../../session/codebook/codebook.ts';
import { moveTo } from '../../session/codebook/codebook-moves.ts';
import { parentOfTag, pathOfTag, possibleParents } from '../../session/codebook/tag-places.ts';
import { showHistoryOf } from '../../session/history/history.ts';
import { MentionedIn } from '../inspector/mentioned-in.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const colors: readonly (readonly [TagColor, string])[] = [
  [1, 'yellow'],
  [2, 'green'],
  [3, 'blue'],
  [4, 'red'],
  [5, 'violet'],
  [6, 'orange'],
  [7, 'teal'],
  [8, 'grey'],
];
const keys = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Name, place, description, colour and key of a tag, changed in place. */
export function TagDialog({ tagId }: { readonly tagId: TagId }): ReactNode {
  const session = useSession();
  const tag = useRecords((records) => records.get('tag', tagId));
  if (tag === null) return null;
  return (
    <Dialog closeButton title="Edit tag" onClose={() => session.closeDialog()}>
      <EditableField
        label="Name"
        autoFocus
        value={tag.name}
        check={(name) => objectionToTagName(session, tag, name)}
        onCommit={(name) => changeTag(session, tag, { name })}
      />
      <EditableField
        label="Description"
        multiline
        value={tag.description}
        placeholder="What belongs under this tag, and what does not"
        onCommit={(description) => changeTag(session, tag, { description })}
      />
      <fieldset className="tag-colors">
        <legend>Colour</legend>
        {colors.map(([color, name]) => (
          <label key={color}>
            <input
              type="radio"
              name="color"
              checked={tag.color === color}
              onChange={() => changeTag(session, tag, { color })}
            />
            <span className="dot" data-color={color} />
            {name}
          </label>
        ))}
      </fieldset>
      <div className="tag-dialog-row">
        <label className="field">
          <span>Key</span>
          <select
            value={tag.key ?? ''}
            onChange={(event) =>
              changeTag(session, tag, {
                key: event.target.value === '' ? null : Number(event.target.value),
              })
            }
          >
            <option value="">none</option>
            {keys.map((key) => (
              <option key={key}>{key}</option>
            ))}
          </select>
        </label>
        <ParentField tagId={tagId} />
      </div>
      <MentionedIn id={tagId} />
      <div className="dialog-buttons">
        <button
          type="button"
          className="button"
          onClick={() => {
            session.closeDialog();
            showHistoryOf(session, tag.id, `tag “${tag.name}”`);
          }}
        >
          History
        </button>
        <button
          type="button"
          className="button"
          onClick={() => session.openDialog({ kind: 'remove-tags', tagIds: [tag.id] })}
        >
          Remove tag from the project…
        </button>
      </div>
    </Dialog>
  );
}

/** The tag above, out of all that it can go below. */
function ParentField({ tagId }: { readonly tagId: TagId }): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  return (
    <label className="field">
      <span>Below</span>
      <select
        value={parentOfTag(tags, tagId) ?? ''}
        onChange={(event) => {
          const parentId = event.target.value === '' ? null : (event.target.value as TagId);
          moveTo(session, new Set([tagId]), { parentId, before: null });
        }}
      >
        <option value="">none: at the top</option>
        {possibleParents(tags, tagId).map(({ id }) => (
          <option key={id} value={id}>
            {pathOfTag(tags, id)}
          </option>
        ))}
      </select>
    </label>
  );
}
