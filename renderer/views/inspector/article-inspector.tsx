import { type ReactNode, useId } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord, MetadataField, RevisionRecord } from '../../../app/record/records.ts';
import {
  confirm,
  correct,
  metadataFact,
  metadataFields,
  objectionTo,
  takeBack,
} from '../../session/corpus/metadata.ts';
import { instantWords } from '../../session/corpus/source-words.ts';
import { isInTrash, moveToTrash, restoreFromTrash } from '../../session/library/library-trash.ts';
import { shownRevision } from '../../session/reading/revisions.ts';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { MentionedIn } from './mentioned-in.tsx';
import { RecordHistory } from './record-history.tsx';
import { RevisionList } from './revision-list.tsx';
import { Section } from './section.tsx';
import { SourceSection } from './source-section.tsx';

/** What is known of an article, and where from; each field can be put right by hand. */
export function ArticleInspector({ id }: { readonly id: ArticleId }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', id));
  const revision = useShown(id);
  if (article === null || revision === null) return null;
  const trashed = isInTrash(article);
  const since = article.trashedAt == null ? '' : ` since ${instantWords(article.trashedAt)}`;
  const writable = session.store.project.readOnly === null;
  return (
    <>
      <div className="inspected-head">
        <span>
          Article {article.number} · {revision.wordCount.toLocaleString('en-GB')} words
        </span>
      </div>
      {trashed && (
        <div className="trash-notice" role="note" aria-label="Trash">
          <span>In the trash{since}</span>
          {writable && (
            <button
              type="button"
              className="button"
              onClick={() => restoreFromTrash(session, [article])}
            >
              Restore
            </button>
          )}
        </div>
      )}
      <Section title="Article">
        <div className="fields">
          {metadataFields.map(([field, title, hint]) => (
            <MetadataEntry key={field} article={article} field={field} title={title} hint={hint} />
          ))}
        </div>
      </Section>
    </>
  );
}

/** Where an article is from and what became of it. */
export function ArticleOrigin({ id }: { readonly id: ArticleId }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', id));
  const revision = useShown(id);
  if (article === null || revision === null) return null;
  const writable = session.store.project.readOnly === null;
  return (
    <>
      <SourceSection article={article} revision={revision} />
      <RevisionList articleId={id} shown={revision} />
      <MentionedIn id={id} />
      <RecordHistory id={id} />
      {!isInTrash(article) && writable && (
        <button
          type="button"
          className="button quiet remove-article"
          onClick={() => moveToTrash(session, [article])}
        >
          Move to the trash
        </button>
      )}
    </>
  );
}

/** The revision of an article that is read. */
function useShown(id: ArticleId): RevisionRecord | null {
  const pane = useSessionState((state) => state.panes.find(({ articleId }) => articleId === id));
  return useRecords((records) => shownRevision(records, pane ?? { id: 'first', articleId: id }));
}

function MetadataEntry(props: {
  readonly article: ArticleRecord;
  readonly field: MetadataField;
  readonly title: string;
  readonly hint: string;
}): ReactNode {
  const session = useSession();
  const { article, field } = props;
  const fact = metadataFact(article, field);
  const noteId = useId();
  const noted = fact.inWords !== null || fact.source !== null || fact.corrector !== null;
  return (
    <div className="metadata">
      <EditableField
        label={props.title}
        value={fact.value}
        placeholder={props.hint}
        multiline={field === 'title'}
        describedBy={noted ? noteId : undefined}
        check={(text) => objectionTo(field, text)}
        onCommit={(text) => correct(session, article, field, text)}
      />
      {noted && (
        <div className="metadata-note">
          <span id={noteId}>
            {fact.inWords}
            {fact.inWords !== null && (fact.source ?? fact.corrector) !== null && ' · '}
            {fact.isGuess ? <span className="guess">{fact.source}</span> : fact.source}
            {fact.corrector}
            {fact.stated !== null && fact.stated !== '' && fact.stated !== fact.value && (
              <>
                ; {fact.wasGuess ? 'the guess was' : 'the file says'} {fact.stated}
              </>
            )}
          </span>{' '}
          {fact.isGuess && (
            <button
              type="button"
              className="button quiet"
              aria-label={`Confirm ${props.title}: ${fact.value}`}
              onClick={() => confirm(session, article, field)}
            >
              Confirm
            </button>
          )}
          {fact.stated !== null && (
            <button
              type="button"
              className="button quiet"
              aria-label={`Take back the correction of ${props.title}`}
              onClick={() => takeBack(session, article, field)}
            >
              Take back
            </button>
          )}
        </div>
      )}
    </div>
  );
}
