import type { ReactNode } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, LinkRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { followLink, removeLink } from '../../session/links/link.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Every link as a row: from, relation, to. */
export function LinksView(): ReactNode {
  const links = useRecords((records) => records.list('link'));
  return (
    <div className="list-view">
      <header className="list-head">
        <h2>
          {links.length} {links.length === 1 ? 'link' : 'links'}
        </h2>
      </header>
      {links.length === 0 ? (
        <div className="desk-empty">
          <h2>No links yet</h2>
          <p>
            A link says how two passages of different articles relate: one repeats, contradicts or
            quotes the other. Press <kbd>L</kbd> on a highlight, then <kbd>L</kbd> on the other one.
          </p>
        </div>
      ) : (
        <table className="links">
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">Relation</th>
              <th scope="col">To</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <LinkRow key={link.id} link={link} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function LinkRow({ link }: { readonly link: LinkRecord }): ReactNode {
  const session = useSession();
  const type = useRecords((records) => records.get('linkType', link.typeId));
  const from = useRecords((records) => records.get('annotation', link.from));
  const to = useRecords((records) => records.get('annotation', link.to.id));
  return (
    <tr>
      <td>{from !== null && <LinkEndCell annotation={from} />}</td>
      <td className="relation">{type?.name ?? 'is linked with'}</td>
      <td>{to !== null && <LinkEndCell annotation={to} />}</td>
      <td>
        <button
          type="button"
          className="button quiet"
          aria-label={`Remove link ${labelOf(session, link.from as AnnotationId)} ${type?.name ?? ''}`}
          onClick={() => removeLink(session, link)}
        >
          Remove
        </button>
      </td>
    </tr>
  );
}

function LinkEndCell({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', annotation.articleId));
  const outlet = article === null ? '' : (listArticle(article).outlet ?? '');
  return (
    <button type="button" className="link-end" onClick={() => followLink(session, annotation)}>
      <span className="visually-hidden">Open </span>
      <span className="link-quote">{annotation.passage.quote}</span>
      <span className="link-source">
        {outlet} {labelOf(session, annotation.id)}
      </span>
    </button>
  );
}
