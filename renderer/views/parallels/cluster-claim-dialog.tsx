import { type FormEvent, type ReactNode, useState } from 'react';
import type { ClusterPassage, ClusterSuggestion } from '../../../app/host/suggestions.ts';
import type { Stance } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { stances } from '../../session/claims/claim.ts';
import { makeClusterClaim } from '../../session/parallels/cluster-actions.ts';
import { sourceInWords } from '../../session/parallels/parallel-words.ts';
import { passageKey } from '../../session/parallels/passage-key.ts';
import { claimOfCluster, usualStance } from '../../session/review/usual-choices.ts';
import { SpeakerField } from '../claims/speaker-field.tsx';
import { WordingField } from '../claims/wording-field.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks what the passages of a cluster claim, who says it, and how each article speaks of it. */
export function ClusterClaimDialog(props: {
  readonly cluster: ClusterSuggestion;
  readonly passages: readonly ClusterPassage[];
}): ReactNode {
  const session = useSession();
  const { cluster, passages } = props;
  const [usual] = useState(() => claimOfCluster({ ...cluster, passages }));
  const [wording, setWording] = useState(usual.wording);
  const [speaker, setSpeaker] = useState(usual.speaker);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Stance>>(new Map());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wording.trim() === '') return;
    session.closeDialog();
    const stated = passages.map((passage) => ({
      ...passage,
      stance: chosen.get(passageKey(passage)) ?? usualStance(passage),
    }));
    void makeClusterClaim(session, cluster, stated, { ...usual, wording, speaker });
  };
  return (
    <Dialog
      wide
      title={`Claim from ${countOf(passages.length, 'passage')}`}
      onClose={() => session.closeDialog()}
    >
      <form onSubmit={submit} className="fields">
        <WordingField rows={3} value={wording} onChange={setWording} />
        <SpeakerField value={usual.speaker} onType={setSpeaker} onCommit={setSpeaker} />
        <fieldset className="cluster-stances">
          <legend>How each article speaks of it</legend>
          <ul>
            {passages.map((passage) => {
              const key = passageKey(passage);
              const source = sourceInWords(session, passage.articleId);
              return (
                <li key={key}>
                  <select
                    aria-label={`Stance of ${source}`}
                    value={chosen.get(key) ?? usualStance(passage)}
                    onChange={(event) => {
                      const stance = stances.find((one) => one === event.target.value);
                      if (stance !== undefined) setChosen(new Map(chosen).set(key, stance));
                    }}
                  >
                    {stances.map((stance) => (
                      <option key={stance}>{stance}</option>
                    ))}
                  </select>
                  <span className="cluster-stance-source">{source}</span>
                  <span className="cluster-stance-quote">{passage.quote}</span>
                </li>
              );
            })}
          </ul>
        </fieldset>
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={() => session.closeDialog()}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Make claim
          </button>
        </div>
      </form>
    </Dialog>
  );
}
