import { type ReactNode, useId, useState } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { RevisionRecord } from '../../../app/record/records.ts';
import { instantWords, sourceWords } from '../../session/corpus/source-words.ts';
import { openDifferences } from '../../session/reading/differences.ts';
import { numberOf, openRevision, revisionsOf } from '../../session/reading/revisions.ts';
import { useRecords, useSession } from '../parts/session-context.ts';
import { Section } from './section.tsx';

/** The revisions of an article that has several, the newest first. */
export function RevisionList(props: {
  readonly articleId: ArticleId;
  /** The one that is on the screen. */
  readonly shown: RevisionRecord;
}): ReactNode {
  const { articleId, shown } = props;
  const revisions = useRecords((records) => revisionsOf(records, articleId));
  const present = useRecords((records) => records.get('article', articleId)?.revisionId);
  if (revisions.length < 2) return null;
  return (
    <Section title="Revisions" aside={<span className="count">{revisions.length}</span>}>
      <ol className="revisions" aria-label="Revisions" reversed>
        {[...revisions].reverse().map((revision, index, list) => (
          <Revision
            key={revision.id}
            revision={revision}
            before={list[index + 1]}
            isPresent={revision.id === present}
            isShown={revision.id === shown.id}
          />
        ))}
      </ol>
      {revisions.length > 2 && <AnyTwo revisions={revisions} />}
    </Section>
  );
}

function Revision(props: {
  readonly revision: RevisionRecord;
  readonly before: RevisionRecord | undefined;
  readonly isPresent: boolean;
  readonly isShown: boolean;
}): ReactNode {
  const session = useSession();
  const { revision, before, isPresent, isShown } = props;
  const number = numberOf(revision);
  return (
    <li className="revision" aria-current={isShown ? 'true' : undefined}>
      <div className="revision-head">
        <b>Revision {number}</b>
        {isPresent && <span className="revision-present">present</span>}
        <span className="revision-when">{instantWords(revision.createdAt)}</span>
      </div>
      <div className="fact-note">
        {[sourceWords(revision), `${revision.wordCount.toLocaleString('en-GB')} words`]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <div className="revision-actions">
        {isShown ? (
          <span className="fact-note">on the screen</span>
        ) : (
          <button
            type="button"
            className="button"
            aria-label={`Open revision ${number}`}
            onClick={() => openRevision(session, revision)}
          >
            Open
          </button>
        )}
        {before !== undefined && (
          <button
            type="button"
            className="button"
            aria-label={`Differences of revision ${number} to revision ${numberOf(before)}`}
            onClick={() => openDifferences(session, { left: before.id, right: revision.id })}
          >
            Differences to {numberOf(before)}
          </button>
        )}
      </div>
    </li>
  );
}

function AnyTwo({ revisions }: { readonly revisions: readonly RevisionRecord[] }): ReactNode {
  const session = useSession();
  const [left, setLeft] = useState(1);
  const [right, setRight] = useState(revisions.length);
  const one = revisions[left - 1];
  const other = revisions[right - 1];
  return (
    <div className="any-two">
      <Which label="Compare" value={left} revisions={revisions} onChange={setLeft} />
      <Which label="with" value={right} revisions={revisions} onChange={setRight} />
      <button
        type="button"
        className="button"
        disabled={one === undefined || other === undefined || one === other}
        onClick={() => {
          if (one === undefined || other === undefined) return;
          openDifferences(session, { left: one.id, right: other.id });
        }}
      >
        Show differences
      </button>
    </div>
  );
}

function Which(props: {
  readonly label: string;
  readonly value: number;
  readonly revisions: readonly RevisionRecord[];
  readonly onChange: (position: number) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        onChange={(event) => props.onChange(Number(event.target.value))}
      >
        {props.revisions.map((revision, index) => (
          <option key={revision.id} value={index + 1}>
            Revision {numberOf(revision)}
          </option>
        ))}
      </select>
    </div>
  );
}
