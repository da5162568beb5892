import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { showClaim } from '../../session/claims/claim.ts';
import { untag } from '../../session/codebook/tagging.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { otherRevision } from '../../session/reading/revisions.ts';
import { LinksSection } from '../links/links-section.tsx';
import { CommandButton } from '../parts/command-button.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { TagList } from '../parts/tag-list.tsx';
import { CarriedFact } from './carried-fact.tsx';
import { MentionedIn } from './mentioned-in.tsx';
import { NoteEditor } from './note-editor.tsx';
import { RecordHistory } from './record-history.tsx';
import { Section } from './section.tsx';

/** One annotation: its words, tags, note, links and claims. */
export function AnnotationInspector({ id }: { readonly id: AnnotationId }): ReactNode {
  const annotation = useRecords((records) => records.get('annotation', id));
  if (annotation === null) return <p className="empty">This annotation was removed.</p>;
  return (
    <>
      <Head annotation={annotation} />
      <Tags annotation={annotation} />
      <Section title="Note" command={{ id: 'annotation.note', title: 'Write' }}>
        <NoteEditor key={id} owner={annotation} />
      </Section>
      <LinksSection end={annotation} />
      <Claims annotation={annotation} />
      <MentionedIn id={id} />
      <RecordHistory key={id} id={id} />
    </>
  );
}

function Head({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', annotation.articleId));
  const color = useRecords((records) => records.get('tag', annotation.tagIds[0] ?? '')?.color ?? 0);
  const revision = useRecords((records) => otherRevision(records, annotation));
  const outlet = article === null ? null : listArticle(article).outlet;
  // Whose it is matters only where it is not one's own.
  const other = annotation.author === session.hostInfo.userName ? null : annotation.author;
  return (
    <div className="inspected">
      <div className="inspected-head">
        <span>
          {[labelOf(session, annotation.id), outlet, other, revision && `on ${revision}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <blockquote className="quote" data-color={color}>
        {annotation.passage.quote}
      </blockquote>
      <CarriedFact annotation={annotation} />
      <div className="inspected-actions">
        <CommandButton id="brief.send" title="Send to brief" />
        <CommandButton id="annotation.parallels" title="Parallels" />
        <CommandButton id="annotation.remove" title="Remove" />
      </div>
    </div>
  );
}

function Tags({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  return (
    <Section title="Tags" command={{ id: 'annotation.tags', title: 'Tag' }}>
      <TagList
        label="Tags of this annotation"
        tagIds={annotation.tagIds}
        onTakeOff={(tagId) => untag(session, annotation, tagId)}
      />
    </Section>
  );
}

function Claims({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const evidence = useRecords((records) => records.evidenceFor(annotation.id));
  useRecords((records) => records.list('claim'));
  return (
    <Section title="Claims" command={{ id: 'claim.here', title: 'Claim' }}>
      {evidence.length === 0 && <p className="hint">Not evidence of any claim yet.</p>}
      {evidence.map((item) => {
        const claim = session.store.records.get('claim', item.claimId);
        if (claim === null) return null;
        return (
          <div key={item.id} className="card">
            <div className="card-head">
              <span className="claim-status" data-status={claim.status}>
                {claim.status}
              </span>
              <span className="card-source">this passage {item.stance} it</span>
              <span className="card-number">C{claim.number}</span>
            </div>
            <button
              type="button"
              className="card-quote"
              aria-label={`Show claim C${claim.number}: ${claim.wording}`}
              onClick={() => showClaim(session, claim.id)}
            >
              {claim.wording}
            </button>
          </div>
        );
      })}
    </Section>
  );
}
