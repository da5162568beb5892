import type { Command } from '../command.ts';
import {
  addToComparison,
  compareArticles,
  compareLinked,
  linkedArticles,
  movePane,
  showComparison,
} from '../comparing/compare-panes.ts';
import { chosenArticles } from '../library/library-selection.ts';
import type { Session } from '../session.ts';

const group = 'Read';
const scope = 'project';

const isShown = (session: Session): boolean => session.get().view === 'compare';
const hasPair = (session: Session): boolean =>
  isShown(session) && session.get().comparing.at !== null;

// What only the view needs is read with it.
const choosing = () => import('../comparing/choose-pair.ts');
const linking = () => import('../comparing/link-pair.ts');

/** Articles side by side. */
export const compareCommands: readonly Command[] = [
  {
    id: 'view.compare',
    title: 'Show the comparison',
    group: 'View',
    key: 'Mod+7',
    scope,
    run: showComparison,
  },
  {
    id: 'compare.chosen',
    title: 'Compare the selected articles',
    group: 'Library',
    key: 'Mod+Alt+C',
    scope,
    enabled: (session) => session.get().library.selected.size > 1,
    run: (session) =>
      compareArticles(
        session,
        chosenArticles(session).map(({ id }) => id),
      ),
  },
  {
    id: 'compare.add',
    title: 'Add the article to the comparison',
    group: 'Library',
    key: 'Mod+Alt+A',
    scope,
    enabled: (session) => chosenArticles(session).length > 0,
    run(session) {
      for (const { id } of chosenArticles(session).slice(0, 4)) addToComparison(session, id);
    },
  },
  {
    id: 'compare.linked',
    title: 'Compare with the articles that this passage is linked with',
    group,
    scope,
    enabled(session) {
      const annotation = session.annotation();
      return annotation !== null && linkedArticles(session, annotation).length > 0;
    },
    run: compareLinked,
  },
  {
    id: 'compare.lock',
    title: 'Scroll the compared articles together, or each by itself',
    group,
    key: 'Mod+Alt+S',
    scope,
    enabled: isShown,
    run: async (session) => (await choosing()).toggleLock(session),
  },
  {
    id: 'compare.link',
    title: 'Link the two passages of the pair…',
    group: 'Annotate',
    key: 'Mod+Alt+J',
    scope,
    changes: true,
    enabled: hasPair,
    run: async (session) => (await linking()).linkPair(session),
  },
  {
    id: 'compare.claim',
    title: 'Claim from the two passages of the pair…',
    group: 'Annotate',
    key: 'Mod+Alt+N',
    scope,
    changes: true,
    enabled: hasPair,
    run: async (session) => (await linking()).claimFromPair(session),
  },
  {
    id: 'compare.move-left',
    title: 'Move this pane of the comparison to the left',
    group,
    key: 'Mod+Alt+,',
    scope,
    enabled: isShown,
    run: (session) => movePane(session, -1),
  },
  {
    id: 'compare.move-right',
    title: 'Move this pane of the comparison to the right',
    group,
    key: 'Mod+Alt+.',
    scope,
    enabled: isShown,
    run: (session) => movePane(session, 1),
  },
];
