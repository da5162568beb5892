import { type ReactNode, useId } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleMetadata, ArticleRecord } from '../../../app/record/records.ts';
import { moveToTrash } from '../../session/library-trash.ts';
import { correct, metadataFact, objectionTo } from '../../session/metadata.ts';
import { EditableField } from '../parts/editable-field.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { Section } from './section.tsx';

const fields: readonly (readonly [keyof ArticleMetadata, string, string])[] = [
  ['title', 'Title', ''],
  ['outlet', 'Outlet', 'Not stated in the file'],
  ['byline', 'Byline', 'Not stated in the file'],
  ['published', 'Published', 'Not stated; write 2031-05-12'],
  ['url', 'Address', 'Not stated in the file'],
  ['language', 'Language', 'Not stated in the file'],
];

/** What is known of an article; each field can be put right by hand. */
export function ArticleInspector({ id }: { readonly id: ArticleId }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', id));
  const revision = useRecords((records) =>
    article === null ? null : records.get('revision', article.revisionId),
  );
  if (article === null || revision === null) return null;
  return (
    <>
      <div className="inspected-head">
        <span>
          Article {article.number} · {revision.wordCount.toLocaleString('en-GB')} words
        </span>
      </div>
      <Section title="Article">
        <div className="fields">
          {fields.map(([field, title, hint]) => (
            <MetadataField key={field} article={article} field={field} title={title} hint={hint} />
          ))}
        </div>
      </Section>
      <Section title="Source">
        <dl className="facts">
          {article.origins.map((origin) => (
            <div key={origin.fileHash}>
              <dt>File</dt>
              <dd>{origin.fileName}</dd>
            </div>
          ))}
          <div>
            <dt>Revision</dt>
            <dd className="hash" title={revision.hash}>
              {revision.hash}
            </dd>
          </div>
        </dl>
        <button
          type="button"
          className="button quiet remove-article"
          onClick={() => moveToTrash(session, [article])}
        >
          Move to the trash
        </button>
      </Section>
    </>
  );
}

function MetadataField(props: {
  readonly article: ArticleRecord;
  readonly field: keyof ArticleMetadata;
  readonly title: string;
  readonly hint: string;
}): ReactNode {
  const session = useSession();
  const { article, field } = props;
  const { value, stated, inWords } = metadataFact(article, field);
  const noteId = useId();
  const noted = stated !== null || inWords !== null;
  return (
    <div className="metadata">
      <EditableField
        label={props.title}
        value={value}
        placeholder={props.hint}
        multiline={field === 'title'}
        describedBy={noted ? noteId : undefined}
        check={(text) => objectionTo(field, text)}
        onCommit={(text) => correct(session, article, field, text)}
      />
      {noted && (
        <div className="metadata-note" id={noteId}>
          {inWords}
          {stated !== null && (
            <>
              {inWords !== null && ' · '}
              {stated === '' ? 'written by hand' : `corrected; the file says ${stated}`}{' '}
              <button
                type="button"
                className="button quiet"
                aria-label={`Take back the correction of ${props.title}`}
                onClick={() => correct(session, article, field, stated)}
              >
                Take back
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
