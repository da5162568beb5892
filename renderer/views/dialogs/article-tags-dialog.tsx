import { Check, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { tagArticlesByName } from '../../session/library-actions.ts';
import { articlesOf } from '../../session/library-selection.ts';
import { matchTags } from '../../session/tagging.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const create = 'create';

/** Puts a tag on articles, or takes one off that all of them have; a name that no tag has makes the tag. */
export function ArticleTagsDialog(props: { readonly articleIds: readonly ArticleId[] }): ReactNode {
  const session = useSession();
  const tags = useRecords((records) => records.list('tag'));
  const articles = articlesOf(session, props.articleIds);
  const tagged = new Map<string, number>();
  for (const { tagIds = [] } of articles) {
    for (const id of tagIds) tagged.set(id, (tagged.get(id) ?? 0) + 1);
  }
  const items = (typed: string): readonly ChoiceItem[] => {
    const { matching, exact, begun } = matchTags(tags, typed);
    const known = matching.map((tag): ChoiceItem => {
      const on = tagged.get(tag.id) ?? 0;
      const all = on === articles.length;
      return {
        id: tag.id,
        text: tag.name,
        ...(on > 0 && !all ? { detail: `on ${on} of ${articles.length}` } : {}),
        lead: <span className="dot" data-color={tag.color} />,
        trail: all ? (
          <Check size={14} aria-label="on all, choosing it takes it off" />
        ) : on > 0 ? (
          <Minus size={14} aria-label="on some" />
        ) : undefined,
      };
    });
    if (typed.trim() === '' || exact !== null) return known;
    const made: ChoiceItem = {
      id: create,
      text: `Make the tag “${typed.trim()}”`,
      lead: <Plus size={14} aria-hidden="true" />,
    };
    return begun ? [...known, made] : [made, ...known];
  };
  return (
    <Dialog
      closeButton
      title={`Tag ${countOf(articles.length, 'article')}`}
      onClose={() => session.closeDialog()}
    >
      <ChoiceList
        label="Tags"
        placeholder="Type a tag"
        items={items}
        empty="No tags yet. Type a name and press Enter to make the first one."
        onChoose={(id, typed) => {
          session.closeDialog();
          const chosen = tags.find((tag) => tag.id === id);
          tagArticlesByName(session, articles, chosen?.name ?? typed);
        }}
      />
    </Dialog>
  );
}
