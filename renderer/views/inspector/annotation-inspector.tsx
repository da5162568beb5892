import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { removeAnnotation, untag } from '../../session/annotate.ts';
import { listArticle } from '../../session/article-list.ts';
import { sendToBrief } from '../../session/brief.ts';
import { showClaim } from '../../session/claim.ts';
import { followLink, label, linksSeen, removeLink } from '../../session/link.ts';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { NoteEditor } from './note-editor.tsx';
import { Section } from './section.tsx';

/** One annotation: its words, tags, note, links and claims. */
export function AnnotationInspector({ id }: { readonly id: AnnotationId }): ReactNode {
  const annotation = useRecords((records) => records.get('annotation', id));
  if (annotation === null) return <p className="empty">This annotation was removed.</p>;
  return (
    <>
      <Head annotation={annotation} />
      <Tags annotation={annotation} />
      <Section title="Note" commandKey="n">
        <NoteEditor key={id} annotationId={id} />
      </Section>
      <Links annotation={annotation} />
      <Claims annotation={annotation} />
    </>
  );
}

function Head({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', annotation.articleId));
  const color = useRecords((records) => records.get('tag', annotation.tagIds[0] ?? '')?.color ?? 0);
  const outlet = article === null ? null : listArticle(article).metadata.outlet;
  return (
    <div className="inspected">
      <div className="inspected-head">
        <span>
          {[label(session, annotation.id), outlet, annotation.author].filter(Boolean).join(' · ')}
        </span>
      </div>
      <blockquote className="quote" data-color={color}>
        {annotation.passage.quote}
      </blockquote>
      <div className="inspected-actions">
        <button
          type="button"
          className="button"
          onClick={() => sendToBrief(session, { kind: 'annotation', id: annotation.id })}
        >
          Send to brief <KeyLabel value="b" />
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => removeAnnotation(session, annotation)}
        >
          Remove <KeyLabel value="Delete" />
        </button>
      </div>
    </div>
  );
}

function Tags({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  return (
    <Section title="Tags" commandKey="t">
      <ul className="tags" aria-label="Tags of this annotation">
        {annotation.tagIds.map((tagId) => {
          const tag = tags.find((candidate) => candidate.id === tagId);
          if (tag === undefined) return null;
          return (
            <li key={tagId} className="tag">
              <span className="dot" data-color={tag.color} />
              {tag.name}
              <button
                type="button"
                className="button quiet icon"
                aria-label={`Take off the tag ${tag.name}`}
                onClick={() => untag(session, annotation, tagId)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          );
        })}
        <li>
          <button
            type="button"
            className="tag add"
            onClick={() => session.openDialog({ kind: 'tags', annotationId: annotation.id })}
          >
            + tag
          </button>
        </li>
      </ul>
    </Section>
  );
}

function Links({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  // The list keeps its identity until a link of this annotation changes.
  useRecords((records) => records.linksAt(annotation.id));
  const links = linksSeen(session, annotation);
  return (
    <Section title="Links" commandKey="l">
      {links.length === 0 && (
        <p className="hint">Press L here, go to another passage, and press L there.</p>
      )}
      {links.map(({ link, relation, other }) =>
        other === null ? null : (
          <AnnotationCard
            key={link.id}
            id={other.id}
            lead={<span className="relation">{relation}</span>}
            openLabel={`Follow link: ${relation}`}
            onOpen={() => followLink(session, other.id)}
            corner={
              <button
                type="button"
                className="button quiet icon"
                aria-label={`Remove link: ${relation} ${label(session, other.id)}`}
                onClick={() => removeLink(session, link)}
              >
                <X size={12} aria-hidden="true" />
              </button>
            }
          />
        ),
      )}
    </Section>
  );
}

function Claims({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const evidence = useRecords((records) => records.evidenceFor(annotation.id));
  useRecords((records) => records.list('claim'));
  return (
    <Section title="Claims" commandKey="c">
      {evidence.length === 0 && (
        <p className="hint">Press C to make this passage evidence of a claim.</p>
      )}
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
