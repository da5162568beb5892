import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { tagArticlesByName } from '../../session/library/library-actions.ts';
import { articlesOf } from '../../session/library/library-selection.ts';
import { useSession } from '../parts/session-context.ts';
import { ChooseTagDialog } from './choose-tag-dialog.tsx';

/** Puts a tag on articles, or takes one off that all of them have; a name that no tag has makes the tag. */
export function ArticleTagsDialog(props: { readonly articleIds: readonly ArticleId[] }): ReactNode {
  const session = useSession();
  const articles = articlesOf(session, props.articleIds);
  const tagged = new Map<string, number>();
  for (const { tagIds = [] } of articles) {
    for (const id of tagIds) tagged.set(id, (tagged.get(id) ?? 0) + 1);
  }
  return (
    <ChooseTagDialog
      title={`Tag ${countOf(articles.length, 'article')}`}
      about={({ id }) => {
        const on = tagged.get(id) ?? 0;
        if (on === 0) return {};
        if (on === articles.length) {
          return { trail: <Check size={14} aria-label="on all, choosing it takes it off" /> };
        }
        return {
          detail: `on ${on} of ${articles.length}`,
          trail: <Minus size={14} aria-label="on some" />,
        };
      }}
      onChoose={(name, tag) => tagArticlesByName(session, articles, name, tag)}
    />
  );
}
