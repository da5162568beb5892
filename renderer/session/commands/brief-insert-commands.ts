import type { Command } from '../command.ts';
import { chosenArticles } from '../library/library-selection.ts';
import type { Session } from '../session.ts';
import { askAlterations } from '../writing/alter-quotation.ts';
import { citeArticles } from '../writing/cite-articles.ts';
import { askComment } from '../writing/comments.ts';
import { askFigure, updateFigure } from '../writing/figures.ts';

const group = 'Brief';
const scope = 'project';
const changes = true;

function showsBrief(session: Session): boolean {
  return session.get().view === 'brief' && session.briefEditor !== null;
}

/** What is put into a brief at the caret. The editor answers to their keys by itself; elsewhere the window does. */
export const briefInsertCommands: readonly Command[] = [
  {
    id: 'brief.footnote',
    title: 'Insert a footnote',
    group,
    key: 'Mod+Alt+F',
    scope,
    changes,
    enabled: showsBrief,
    run(session) {
      if (session.briefEditor?.run('footnote') !== true) {
        session.say('Put the caret into a line of the brief first.');
      }
    },
  },
  {
    id: 'brief.alter',
    title: 'Shorten or interpolate the quotation…',
    group,
    key: 'Mod+Alt+A',
    scope,
    changes,
    enabled: showsBrief,
    run: askAlterations,
  },
  {
    id: 'brief.comment',
    title: 'Comment to self…',
    group,
    key: 'Mod+Alt+M',
    scope,
    changes,
    enabled: showsBrief,
    run: askComment,
  },
  {
    id: 'brief.cite-article',
    title: 'Cite the article in the brief',
    group,
    scope,
    changes,
    enabled: (session) => chosenArticles(session).length > 0,
    run: (session) => citeArticles(session, chosenArticles(session)),
  },
  {
    id: 'brief.figure-matrix',
    title: 'Insert the matrix as a figure…',
    group,
    scope,
    changes,
    enabled: showsBrief,
    run: (session) => askFigure(session, 'matrix'),
  },
  {
    id: 'brief.figure-graph',
    title: 'Insert the graph as a figure…',
    group,
    scope,
    changes,
    enabled: showsBrief,
    run: (session) => askFigure(session, 'graph'),
  },
  {
    id: 'brief.figure-timeline',
    title: 'Insert a timeline as a figure…',
    group,
    scope,
    changes,
    enabled: showsBrief,
    run: (session) => askFigure(session, 'timeline'),
  },
  {
    id: 'brief.figure-update',
    title: 'Draw the figure anew',
    group,
    scope,
    changes,
    enabled: showsBrief,
    run(session) {
      const figure = session.briefEditor?.figure() ?? null;
      if (figure === null)
        session.say('Select a figure, or put the caret into its caption, first.');
      else void updateFigure(session, figure);
    },
  },
];
