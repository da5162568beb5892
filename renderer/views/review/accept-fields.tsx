import type { ReactNode } from 'react';
import type { ClaimId, TagId } from '../../../app/record/ids.ts';
import type { claimOfQuotation } from '../../session/review/usual-choices.ts';
import { ClaimField } from '../claims/claim-field.tsx';
import { SpeakerField } from '../claims/speaker-field.tsx';
import { WordingField } from '../claims/wording-field.tsx';
import { useRecords } from '../parts/session-context.ts';

/** The way to a claim that is there; nothing where there is none. */
export function ExistingClaim(props: {
  readonly value: ClaimId | null;
  readonly onChange: (claimId: ClaimId | null) => void;
}): ReactNode {
  const hasClaims = useRecords((records) => records.count('claim') > 0);
  if (!hasClaims) return null;
  return (
    <ClaimField
      label="File under an existing claim"
      placeholder="None: a new claim. Or a number (C4) or words of one"
      value={props.value}
      onChange={props.onChange}
    />
  );
}

type Draft = ReturnType<typeof claimOfQuotation>;

/** What a claim says that is made of a suggestion. */
export function ClaimFields(props: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const { draft, onChange } = props;
  return (
    <>
      <WordingField
        rows={3}
        value={draft.wording}
        onChange={(wording) => onChange({ ...draft, wording })}
      />
      <SpeakerField
        value={draft.speaker}
        onType={(speaker) => onChange({ ...draft, speaker })}
        onCommit={(speaker) => onChange({ ...draft, speaker })}
      />
      <label className="field">
        <span>Place</span>
        <input
          value={draft.place}
          onChange={({ target }) => onChange({ ...draft, place: target.value })}
        />
      </label>
    </>
  );
}

/** Tags that the highlighted passages get besides; nothing where the codebook is empty. */
export function Tags(props: {
  readonly value: readonly TagId[];
  readonly onChange: (tagIds: readonly TagId[]) => void;
}): ReactNode {
  const tags = useRecords((records) => records.list('tag'));
  const { value, onChange } = props;
  if (tags.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>Tag the passages</legend>
      <div className="accept-tags">
        {tags.map(({ id, name, color }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={value.includes(id)}
            data-on={value.includes(id) || undefined}
            onClick={() =>
              onChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id])
            }
          >
            <span className="dot" data-color={color} />
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
