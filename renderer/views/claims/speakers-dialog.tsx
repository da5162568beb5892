import { type ReactNode, useState } from 'react';
import type { SpeakerId } from '../../../app/record/ids.ts';
import type { SpeakerRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import {
  addSpeaker,
  adoptSpeaker,
  changeSpeakerFields,
  deleteSpeaker,
  findSpeaker,
  objectionToName,
  speakersInOrder,
  speakerUse,
  uniteSpeakers,
} from '../../session/claims/speakers.ts';
import { Choice } from '../parts/choice.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** How many speakers are listed at once; the filter finds the others. */
const listed = 200;

const natures = ['person', 'organisation'] as const;

/** Who makes statements: names and other names, what they are; merged, removed, or made of names in claims (rule Q1). */
export function SpeakersDialog(props: { readonly speakerId: SpeakerId | null }): ReactNode {
  const session = useSession();
  const speakers = useRecords((records) => records.list('speaker'));
  const claims = useRecords((records) => records.list('claim'));
  const [chosenId, setChosen] = useState<SpeakerId | null>(props.speakerId);
  const [filter, setFilter] = useState('');
  const { claims: counts, texts } = speakerUse(claims);
  const readOnly = session.store.project.readOnly !== null;
  const wanted = filter.trim().toLocaleLowerCase();
  const matching = speakersInOrder(speakers).filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLocaleLowerCase().includes(wanted)),
  );
  const chosen = speakers.find(({ id }) => id === chosenId) ?? null;
  return (
    <Dialog closeButton wide title="Speakers" onClose={() => session.closeDialog()}>
      <div className="speakers">
        <section className="speakers-list" aria-label="All speakers">
          <input
            aria-label="Find or make a speaker"
            placeholder={readOnly ? 'Find a speaker' : 'Find a speaker, or make one with Enter'}
            autoFocus={chosen === null}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              // A name that is part of another's is a name of its own: only the whole one chooses.
              const [only] = matching;
              const meant =
                readOnly && matching.length === 1 ? only : findSpeaker(speakers, filter);
              if (meant) setChosen(meant.id);
              else if (!readOnly) setChosen(addSpeaker(session, filter));
              setFilter('');
            }}
          />
          <ul>
            {matching.slice(0, listed).map(({ id, name }) => (
              <li key={id}>
                <button type="button" aria-pressed={id === chosenId} onClick={() => setChosen(id)}>
                  <span>{name}</span>
                  <span className="count">{countOf(counts.get(id) ?? 0, 'claim')}</span>
                </button>
              </li>
            ))}
          </ul>
          {speakers.length === 0 && (
            <p className="hint">
              No speakers yet. Type a name here and press Enter, or write one into a claim.
            </p>
          )}
          {matching.length > listed && (
            <p className="hint">{matching.length - listed} more; find them by name.</p>
          )}
          {texts.length > 0 && !readOnly && (
            <>
              <h3 id="speaker-texts">Names that are only text</h3>
              <ul aria-labelledby="speaker-texts">
                {texts.slice(0, listed).map(({ name, claims: count }) => (
                  <li key={name} className="speaker-text">
                    <span>{name}</span>
                    <span className="count">{countOf(count, 'claim')}</span>
                    <button
                      type="button"
                      className="button quiet"
                      aria-label={`Make “${name}” a speaker`}
                      onClick={() => adoptSpeaker(session, name)}
                    >
                      Make a speaker
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
        {chosen === null ? (
          <p className="empty">Choose a speaker to see its names.</p>
        ) : (
          <Speaker
            key={chosen.id}
            speaker={chosen}
            others={speakersInOrder(speakers).filter(({ id }) => id !== chosen.id)}
            claims={counts.get(chosen.id) ?? 0}
            onGone={setChosen}
          />
        )}
      </div>
    </Dialog>
  );
}

function Speaker(props: {
  readonly speaker: SpeakerRecord;
  readonly others: readonly SpeakerRecord[];
  readonly claims: number;
  readonly onGone: (next: SpeakerId | null) => void;
}): ReactNode {
  const session = useSession();
  const { speaker, others } = props;
  const [intoId, setInto] = useState('');
  const into = others.find(({ id }) => id === intoId);
  return (
    <section className="fields speaker-facts" aria-label={speaker.name}>
      <EditableField
        label="Name"
        value={speaker.name}
        check={(name) => objectionToName(session, speaker, name)}
        onCommit={(name) => changeSpeakerFields(session, speaker, { name })}
      />
      <EditableField
        label="Also called"
        placeholder="Other names, with semicolons between"
        value={speaker.aliases.join('; ')}
        onCommit={(text) =>
          // Commas stand in names: “Velmund, Thora”, “Acme, Inc.”
          changeSpeakerFields(session, speaker, { aliases: text.split(/[;\n]/u) })
        }
      />
      <Choice
        label="Is"
        value={speaker.nature}
        options={natures}
        onChange={(nature) => changeSpeakerFields(session, speaker, { nature })}
      />
      <EditableField
        label="Description"
        placeholder="Its office, or what tells it from others"
        value={speaker.description}
        onCommit={(description) => changeSpeakerFields(session, speaker, { description })}
      />
      <p className="hint">Makes {countOf(props.claims, 'claim')}.</p>
      {others.length > 0 && (
        <div className="speaker-merge">
          <label className="field">
            <span>Is the same as</span>
            <select value={intoId} onChange={(event) => setInto(event.target.value)}>
              <option value="">Choose the one that is left</option>
              {others.slice(0, 500).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button"
            disabled={into === undefined}
            onClick={() => {
              if (into === undefined) return;
              props.onGone(into.id);
              uniteSpeakers(session, into, [speaker]);
            }}
          >
            Merge
          </button>
        </div>
      )}
      <div className="inspected-actions">
        <button
          type="button"
          className="button quiet"
          onClick={() => {
            props.onGone(null);
            deleteSpeaker(session, speaker);
          }}
        >
          Remove the speaker
        </button>
      </div>
    </section>
  );
}
