import type { Command } from '../command.ts';
import { showClusters } from '../parallels/open-cluster.ts';
import { goToParallels } from '../parallels/parallels-list.ts';
import { changeParallelsView, parallelsView } from '../parallels/parallels-view.ts';
import { findParallels, stepParallel } from '../parallels/show-parallels.ts';

/** Passages that articles share. */
export const parallelsCommands: readonly Command[] = [
  {
    id: 'annotation.parallels',
    title: 'Parallel passages in other articles',
    group: 'Read',
    key: 'p',
    scope: 'reader',
    run: findParallels,
  },
  {
    id: 'parallel.next',
    title: 'Next parallel passage',
    group: 'Read',
    key: ')',
    scope: 'reader',
    run: (session) => stepParallel(session, 1),
  },
  {
    id: 'parallel.previous',
    title: 'Previous parallel passage',
    group: 'Read',
    key: '(',
    scope: 'reader',
    run: (session) => stepParallel(session, -1),
  },
  {
    id: 'parallel.list',
    title: 'Go to the list of parallel passages of this article',
    group: 'Read',
    key: 'P',
    scope: 'reader',
    run: goToParallels,
  },
  {
    id: 'parallel.shown',
    title: 'Show parallel passages beside the text, or hide them',
    group: 'View',
    key: 'Mod+Alt+P',
    scope: 'project',
    run(session) {
      const shown = !parallelsView(session).shown;
      changeParallelsView(session, { shown });
      session.say(
        shown
          ? 'Parallel passages are marked beside the text.'
          : 'Parallel passages are not marked.',
      );
    },
  },
  {
    id: 'parallel.clusters',
    title: 'Show the clusters of parallel passages',
    group: 'View',
    scope: 'project',
    run: showClusters,
  },
];
