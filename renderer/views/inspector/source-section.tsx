import type { ReactNode } from 'react';
import type { ArticleRecord, Origin, RevisionRecord } from '../../../app/record/records.ts';
import { encodingWords, formatName, instantWords } from '../../session/corpus/source-words.ts';
import { useSession } from '../parts/session-context.ts';
import { Section } from './section.tsx';

/** The files that an article came from, and how the revision that is shown was read. */
export function SourceSection(props: {
  readonly article: ArticleRecord;
  readonly revision: RevisionRecord;
}): ReactNode {
  const session = useSession();
  const { article, revision } = props;
  const { source } = revision;
  const encoding = source?.encoding ?? null;
  const present = article.revisionId === revision.id;
  const changeable = present && session.store.project.readOnly === null;
  return (
    <Section title="Source">
      <dl className="facts">
        {article.origins.map((origin) => (
          <div key={`${origin.fileHash} ${origin.part ?? ''} ${origin.place ?? ''}`}>
            <dt>File</dt>
            <dd>
              {originName(origin)}
              <span className="fact-note">imported {instantWords(origin.importedAt)}</span>
            </dd>
          </div>
        ))}
        {source !== undefined && (
          <div>
            <dt>Format</dt>
            <dd>{formatName(source.format)}</dd>
          </div>
        )}
        {encoding !== null && (
          <div>
            <dt>Encoding</dt>
            <dd>
              <span
                className={
                  encoding.confidence === 'guessed' && encoding.basis !== 'chosen'
                    ? 'guess'
                    : undefined
                }
              >
                Read as {encodingWords(encoding)}
              </span>{' '}
              {changeable && (
                <button
                  type="button"
                  className="button quiet fact-button"
                  aria-label="Change the character encoding"
                  onClick={() => session.openDialog({ kind: 'encoding', articleId: article.id })}
                >
                  Change…
                </button>
              )}
            </dd>
          </div>
        )}
        {source !== undefined && source.remarks.length > 0 && (
          <div>
            <dt>Remarks</dt>
            {source.remarks.map((remark) => (
              <dd key={remark}>{remark}</dd>
            ))}
          </div>
        )}
        <div>
          <dt>Text</dt>
          <dd className="hash" title={revision.hash}>
            {revision.hash}
          </dd>
        </div>
      </dl>
    </Section>
  );
}

/** "reports/story.html", or the file with which part of it. */
function originName({ fileName, path, part }: Origin): string {
  const name = path ?? fileName;
  return part === undefined ? name : `${name}, ${part}`;
}
