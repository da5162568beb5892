import type { Command } from '../command.ts';
import { chooseImport, createProject, openProject, openSample } from '../project.ts';
import { newBrief } from '../writing/brief.ts';
import { askCitations } from '../writing/citation-style.ts';
import { askBriefExport, exportBriefAs } from '../writing/export-brief.ts';

/** Projects, imports and briefs as files. */
export const projectCommands: readonly Command[] = [
  {
    id: 'project.new',
    title: 'New project…',
    group: 'Project',
    scope: 'anywhere',
    run: createProject,
  },
  {
    id: 'project.open',
    title: 'Open a project…',
    group: 'Project',
    scope: 'anywhere',
    run: openProject,
  },
  {
    id: 'project.sample',
    title: 'Open the sample project',
    group: 'Project',
    scope: 'anywhere',
    run: openSample,
  },
  {
    id: 'project.close',
    title: 'Close the project',
    group: 'Project',
    scope: 'project',
    run: (session) => session.leave(),
  },
  {
    id: 'import.files',
    title: 'Import files…',
    group: 'Project',
    key: 'Mod+O',
    scope: 'project',
    changes: true,
    run: (session) => chooseImport(session, 'files'),
  },
  {
    id: 'import.folder',
    title: 'Import a folder…',
    group: 'Project',
    key: 'Mod+Shift+O',
    scope: 'project',
    changes: true,
    run: (session) => chooseImport(session, 'folder'),
  },
  {
    id: 'brief.new',
    title: 'New brief',
    group: 'Brief',
    scope: 'project',
    changes: true,
    run: newBrief,
  },
  {
    id: 'brief.citations',
    title: 'Citations of the brief…',
    group: 'Brief',
    scope: 'project',
    changes: true,
    run: askCitations,
  },
  {
    id: 'brief.export',
    title: 'Export the brief…',
    group: 'Brief',
    key: 'Mod+Shift+E',
    scope: 'project',
    run: askBriefExport,
  },
  {
    id: 'brief.export-markdown',
    title: 'Export the brief as Markdown…',
    group: 'Brief',
    key: 'Mod+Shift+M',
    scope: 'project',
    run: (session) => exportBriefAs(session, 'markdown'),
  },
  {
    id: 'brief.export-html',
    title: 'Export the brief as HTML…',
    group: 'Brief',
    key: 'Mod+Shift+H',
    scope: 'project',
    run: (session) => exportBriefAs(session, 'html'),
  },
];
