import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { MentionTarget } from '../../brief/mentions.ts';
import type { RecordSource } from '../../record/record-source.ts';

/** What a record that is mentioned is called now: an article's title, `3:10`, a tag's name, `C4`. */
export function mentionName(records: RecordSource, target: MentionTarget): string {
  switch (target.kind) {
    case 'article': {
      const article = records.get('article', target.id);
      return article === null ? 'a removed article' : effectiveMetadata(article).title;
    }
    case 'annotation': {
      const annotation = records.get('annotation', target.id);
      const article = annotation && records.get('article', annotation.articleId);
      return annotation === null || article === null
        ? 'what was removed'
        : annotationLabel(article, annotation);
    }
    case 'tag':
      return records.get('tag', target.id)?.name ?? 'a removed tag';
    case 'claim': {
      const claim = records.get('claim', target.id);
      return claim === null ? 'a removed claim' : `C${claim.number}`;
    }
  }
}
