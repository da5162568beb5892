import { type ReactNode, useId, useState } from 'react';
import { objectionToTags } from '../../session/matrix/claim-tags.ts';
import { setMatrix } from '../../session/matrix/matrix-side.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** Narrows the claims by their tags: a tag expression, as the tag filter takes it. Enter sets it. */
export function ClaimTagField(): ReactNode {
  const session = useSession();
  const set = useSessionState((state) => state.matrix.tags);
  const [text, setText] = useState(set);
  const [objection, setObjection] = useState<string | null>(null);
  const id = useId();
  const commit = (): void => {
    const problem = objectionToTags(session, text);
    setObjection(problem);
    if (problem === null) setMatrix(session, { tags: text.trim() });
  };
  return (
    <span className="matrix-tags">
      <input
        type="text"
        aria-label="Tags of the claim"
        placeholder="Tags, e.g. cost AND NOT quote"
        spellCheck={false}
        autoComplete="off"
        value={text}
        data-on={set !== '' || undefined}
        aria-invalid={objection !== null}
        aria-describedby={objection === null ? undefined : id}
        onChange={(event) => {
          setText(event.target.value);
          setObjection(null);
          if (event.target.value.trim() === '') setMatrix(session, { tags: '' });
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          commit();
        }}
      />
      {objection !== null && (
        <span className="objection" id={id} role="alert">
          {objection}
        </span>
      )}
    </span>
  );
}
