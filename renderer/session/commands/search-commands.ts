import type { Command } from '../command.ts';
import { focusNamed } from '../focus.ts';
import { highlightAllLines, highlightLines } from '../search/concordance.ts';
import { openFind, stepFind } from '../search/find.ts';
import { openSearch } from '../search/search.ts';
import type { Session } from '../session.ts';
import { openBriefFind } from '../writing/find-in-brief.ts';

const group = 'Read';

function showsLines(session: Session): boolean {
  const { view, search } = session.get();
  return view === 'search' && (search.lines?.total ?? 0) > 0;
}

/** Finding words, in the open article and in all of them. */
export const searchCommands: readonly Command[] = [
  {
    id: 'article.find',
    title: 'Find in this article…',
    group,
    key: 'f',
    otherKey: 'Mod+F',
    scope: 'project',
    run(session) {
      // The same key finds what the view before the analyst is about.
      if (session.get().view === 'search') focusNamed('search');
      else if (session.get().view === 'brief') openBriefFind(session, { replaces: false });
      else openFind(session);
    },
  },
  {
    id: 'article.find-next',
    title: 'Next place found in this article',
    group,
    key: 'F3',
    scope: 'reader',
    run: (session: Session) => stepFind(session, 1),
  },
  {
    id: 'article.find-previous',
    title: 'Previous place found in this article',
    group,
    key: 'Shift+F3',
    scope: 'reader',
    run: (session: Session) => stepFind(session, -1),
  },
  {
    id: 'search.open',
    title: 'Search the project…',
    group,
    key: 'Mod+Shift+F',
    scope: 'project',
    run: openSearch,
  },
  {
    id: 'concordance.highlight',
    title: 'Highlight the lines of the concordance that are selected',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: showsLines,
    run: (session) => highlightLines(session, null),
  },
  {
    id: 'concordance.highlight-all',
    title: 'Highlight all visible lines of the concordance',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    enabled: showsLines,
    run: (session) => highlightAllLines(session, null),
  },
];
