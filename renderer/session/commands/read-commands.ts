import type { Command } from '../command.ts';
import { goToOtherPane, openBeside, stepArticle } from '../desk.ts';
import { stepAnnotation } from '../reading/annotate.ts';
import { cycleStack } from '../reading/stack.ts';
import { openEqualStrings } from '../search/equal-strings.ts';
import { shownPanes } from '../shown-panes.ts';

const group = 'Read';

/** Moving about in the texts. */
export const readCommands: readonly Command[] = [
  {
    id: 'annotation.next',
    title: 'Next annotation',
    group,
    key: ']',
    scope: 'reader',
    run: (session) => stepAnnotation(session, 1),
  },
  {
    id: 'annotation.previous',
    title: 'Previous annotation',
    group,
    key: '[',
    scope: 'reader',
    run: (session) => stepAnnotation(session, -1),
  },
  {
    id: 'annotation.around',
    title: 'Next annotation of those at the caret, from the innermost outwards',
    group,
    key: '.',
    scope: 'reader',
    run: cycleStack,
  },
  {
    id: 'annotation.equal',
    title: 'Find the same words…',
    group,
    key: '=',
    scope: 'reader',
    run: openEqualStrings,
  },
  {
    id: 'article.next',
    title: 'Next article',
    group,
    key: '}',
    scope: 'reader',
    run: (session) => stepArticle(session, 1),
  },
  {
    id: 'article.previous',
    title: 'Previous article',
    group,
    key: '{',
    scope: 'reader',
    run: (session) => stepArticle(session, -1),
  },
  {
    id: 'pane.beside',
    title: 'Open the next article beside this one',
    group,
    key: 'Mod+Shift+Enter',
    scope: 'project',
    run: openBeside,
  },
  {
    id: 'pane.other',
    title: 'Go to the other pane',
    group,
    key: 'Mod+Enter',
    scope: 'project',
    run: goToOtherPane,
  },
  {
    id: 'pane.close',
    title: 'Close this pane',
    group,
    key: 'Mod+Shift+X',
    scope: 'project',
    enabled: (session) => shownPanes(session.get()).length > 0,
    run: (session) => session.panes.close(session.get().activePane),
  },
];
