import Dexie from 'dexie';
import { afterEach } from 'vitest';
import { briefContentIn } from '../../../../app/brief/brief-content.ts';
import type { HostApi } from '../../../../app/host/host-api.ts';
import { newChange } from '../../../../app/record/new-change.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { mountBrief } from '../../../../renderer/session/writing/rich-text.ts';
import { databaseName } from '../../../../renderer/store/database.ts';
import { ClaimsProject } from '../../../app/claim/claims-project.ts';
import { FakeJournal } from '../../../support/fake-journal.ts';
import '../../../../renderer/editor/editor.css';

const projectId = '018f0000-0000-7000-8000-00000000b41e';

let close: (() => Promise<void>) | null = null;

afterEach(async () => {
  await close?.();
  close = null;
  await Dexie.delete(databaseName(projectId as never));
});

/** The elements of the blocks of a brief, which in a long one stand in stretches. */
export function shownBlocks(dom: HTMLElement): readonly Element[] {
  return [...dom.querySelectorAll(':scope > :not(.stretch), :scope > .stretch > *')];
}

/**
 * A window that shows a brief, as a program of schema 5 left it, until the test ends. `make` may fill the project, of one
 * article, before the window opens it.
 */
export async function briefWindow(make: (project: ClaimsProject) => RichTextNode) {
  const project = new ClaimsProject(1);
  const content = make(project);
  const brief = newRecord(project.maker, 'brief', { title: 'Old', content });
  const journal = new FakeJournal(projectId);
  const host = {
    ...journal.host,
    getCatalogue: () => Promise.reject(new Error('No catalogue')),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
    readText: () => Promise.reject(new Error('No text')),
  } as Partial<HostApi> as HostApi;
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, journal.onHostEvent, info, () => false);
  const added = [...project.records.all.values(), brief];
  journal.append(newChange(project.maker, 'Import', { added, updated: [], removed: [] }));
  await session.enter(journal.info({ created: true, readOnly: null }));
  await session.store.whenComplete();
  const mount = document.body.appendChild(document.createElement('div'));
  mount.dataset.focusName = 'brief';
  const mounted = mountBrief(session, mount, brief.id, () => undefined);
  const dom = mount.querySelector<HTMLElement>('[role=textbox]');
  if (dom === null) throw new Error('The brief made no text field.');
  close = async () => {
    mounted.unmount();
    mount.remove();
    await session.store.whenSaved();
    session.store.close();
  };
  const { records } = session.store;
  /** The brief as it is saved; `null`: it is gone. */
  const saved = (): RichTextNode | null => {
    const present = records.get('brief', brief.id);
    return present === null ? null : briefContentIn(records, present);
  };
  const { editor } = mounted;
  return { session, journal, project, dom, id: brief.id, editor, records, saved };
}
