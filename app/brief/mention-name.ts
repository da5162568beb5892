import { annotationLabel } from '../annotation/annotation-label.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import type { MentionTarget } from './mentions.ts';
import { articleName } from './print/name-source.ts';
import { sourceGuesses } from './source-guesses.ts';

/**
 * What a brief prints for a reference (rule N4); `null`: of an annotation it is printed with words of its passage, which are
 * compared with the text first (rule C2). A title that stands in italics is told by itself: they mark it as one.
 */
export function printedMention(
  records: Pick<RecordSource, 'get'>,
  target: MentionTarget,
  { marks = [] }: Pick<RichTextNode, 'marks'> = {},
): string | null {
  const name = mentionName(records, target);
  const isRemoved = nameOf(records, target) === null;
  if (isRemoved || target.kind === 'tag' || target.kind === 'claim') return name;
  if (target.kind === 'annotation') return null;
  const article = records.get('article', target.id);
  if (article === null || marks.some(({ type }) => type === 'em')) return name;
  return articleName({ ...effectiveMetadata(article), guesses: sourceGuesses(article) });
}

/** What stands for a reference in files of other kinds (rule N4): no words of a source. */
export function mentionName(records: Pick<RecordSource, 'get'>, target: MentionTarget): string {
  return nameOf(records, target) ?? `[removed ${target.kind}]`;
}

/** `null`: the record, or the article that an annotation stands in, was removed. */
function nameOf(records: Pick<RecordSource, 'get'>, target: MentionTarget): string | null {
  switch (target.kind) {
    case 'article': {
      const article = records.get('article', target.id);
      return article === null ? null : effectiveMetadata(article).title;
    }
    case 'annotation': {
      const annotation = records.get('annotation', target.id);
      const article = annotation && records.get('article', annotation.articleId);
      return annotation && article ? annotationLabel(article, annotation) : null;
    }
    case 'tag':
      return records.get('tag', target.id)?.name ?? null;
    case 'claim': {
      const claim = records.get('claim', target.id);
      return claim === null ? null : `C${claim.number}: ${claim.wording}`;
    }
  }
}
