import type { ArticleId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';
import { askPairLink, dismissPair, linkPairNow } from './link-parallel.ts';
import { choosePair, openClusterOf, openPair } from './parallels-list.ts';
import type { SeenPair } from './seen-pair.ts';
import { shownParallels } from './shown-parallels.ts';

/** What can be done with a pair of an article's list, by its key there and by a button. */
export interface PairAction {
  readonly title: string;
  readonly key: string;
  /** Whether it changes records. */
  readonly changes: boolean;
  enabled(seen: SeenPair): boolean;
  run(session: Session, articleId: ArticleId, seen: SeenPair): void;
}

const always = (): boolean => true;
const isOpen = ({ decided }: SeenPair): boolean => decided === null;

export const pairActions: readonly PairAction[] = [
  {
    title: 'Open beside',
    key: 'Enter',
    changes: false,
    enabled: always,
    run: (session, _articleId, seen) => openPair(session, seen),
  },
  {
    title: 'Link',
    key: 'l',
    changes: true,
    enabled: isOpen,
    run: (session, _articleId, seen) => void linkPairNow(session, seen.pair),
  },
  {
    title: 'Link…',
    key: 'L',
    changes: true,
    enabled: isOpen,
    run: (session, _articleId, seen) => askPairLink(session, seen.pair),
  },
  {
    title: 'Dismiss',
    key: 'd',
    changes: true,
    enabled: isOpen,
    run(session, articleId, seen) {
      const { listed } = shownParallels(session, articleId);
      const here = listed.indexOf(seen);
      const next = listed[here + 1] ?? listed[here - 1];
      if (dismissPair(session, seen.pair) && next !== undefined) {
        choosePair(session, articleId, next.key);
      }
    },
  },
  {
    title: 'Show the cluster',
    key: 'v',
    changes: false,
    enabled: ({ pair }) => pair.clusterKey !== null,
    run: (session, _articleId, seen) => openClusterOf(session, seen),
  },
];

/** The action of a key; `null`: the key has none. */
export function pairActionOfKey(key: string): PairAction | null {
  return pairActions.find((action) => action.key === key) ?? null;
}
