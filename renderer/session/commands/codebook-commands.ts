import { exportCodebook, importCodebook } from '../codebook/codebook-exchange.ts';
import { beginNewTag } from '../codebook/codebook-selection.ts';
import { clearTagFilter } from '../codebook/tag-filter.ts';
import type { Command } from '../command.ts';
import { showLeftTab } from '../left-area.ts';
import type { Session } from '../session.ts';

const hasTags = (session: Session): boolean => session.store.records.count('tag') > 0;

/** The tags of the project and the filter by them. */
export const codebookCommands: readonly Command[] = [
  {
    id: 'view.codebook',
    title: 'Show the codebook',
    group: 'View',
    key: 'Mod+Alt+K',
    scope: 'project',
    run: (session) => showLeftTab(session, 'codebook', { focus: true }),
  },
  {
    id: 'view.articles',
    title: 'Show the list of articles',
    group: 'View',
    scope: 'project',
    run: (session) => showLeftTab(session, 'articles', { focus: true }),
  },
  {
    id: 'codebook.filter',
    title: 'Filter by tags…',
    group: 'Annotate',
    key: 'Mod+Alt+F',
    scope: 'project',
    run: (session) => session.openDialog({ kind: 'tag-filter' }),
  },
  {
    id: 'codebook.clear-filter',
    title: 'Clear the tag filter',
    group: 'Annotate',
    scope: 'project',
    enabled: (session) => session.get().tagFilter !== '',
    run: (session) => {
      clearTagFilter(session);
      session.say('The tag filter is off.');
    },
  },
  {
    id: 'codebook.new-tag',
    title: 'Make a tag',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    run: (session) => {
      showLeftTab(session, 'codebook', { focus: false });
      beginNewTag(session, 'after');
    },
  },
  {
    id: 'codebook.import',
    title: 'Import a codebook…',
    group: 'Project',
    scope: 'project',
    changes: true,
    run: importCodebook,
  },
  {
    id: 'codebook.export-qdc',
    title: 'Export the codebook as QDC…',
    group: 'Project',
    scope: 'project',
    enabled: hasTags,
    run: (session) => exportCodebook(session, 'qdc'),
  },
  {
    id: 'codebook.export-csv',
    title: 'Export the codebook as CSV…',
    group: 'Project',
    scope: 'project',
    enabled: hasTags,
    run: (session) => exportCodebook(session, 'csv'),
  },
  {
    id: 'codebook.template',
    title: 'Begin from a codebook template…',
    group: 'Project',
    scope: 'project',
    changes: true,
    run: (session) => session.openDialog({ kind: 'codebook-template' }),
  },
  {
    id: 'codebook.save-template',
    title: 'Save the codebook as a template…',
    group: 'Project',
    scope: 'project',
    enabled: hasTags,
    run: (session) => session.openDialog({ kind: 'save-template' }),
  },
];
