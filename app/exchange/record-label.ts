import { annotationLabel } from '../annotation/annotation-label.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ProjectRecord } from '../record/records.ts';

/** What people call a record, as an example in a report: `3:10`, `C4`, a title, a name; `null`: it has no name of its own. */
export function recordLabel(records: RecordSource, record: ProjectRecord): string | null {
  switch (record.kind) {
    case 'article':
      return effectiveMetadata(record).title;
    case 'revision': {
      const article = records.get('article', record.articleId);
      return article === null ? null : effectiveMetadata(article).title;
    }
    case 'annotation': {
      const article = records.get('article', record.articleId);
      return article === null ? null : annotationLabel(article, record);
    }
    case 'claim':
      return `C${record.number}`;
    case 'evidence':
      return `${labelOf(records, record.claimId)} and ${labelOf(records, record.annotationId)}`;
    case 'link':
      return `${labelOf(records, record.from)} and ${labelOf(records, record.to.id)}`;
    case 'silence': {
      const article = labelOf(records, record.articleId);
      return `${labelOf(records, record.claimId)} in “${article}”`;
    }
    case 'brief':
      return record.title;
    case 'tag':
    case 'linkType':
    case 'speaker':
    case 'savedSearch':
      return record.name;
    default:
      return null;
  }
}

function labelOf(records: RecordSource, id: string): string {
  const record =
    records.get('annotation', id) ?? records.get('claim', id) ?? records.get('article', id);
  return (record === null ? null : recordLabel(records, record)) ?? 'something that is gone';
}
