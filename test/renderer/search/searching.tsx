import Dexie from 'dexie';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect } from 'vitest';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { HostApi, HostEvents } from '../../../app/host/host-api.ts';
import type { HostListener } from '../../../app/host/host-listener.ts';
import type {
  CatalogueState,
  ConcordanceLine,
  ConcordanceRequest,
  SearchRequest,
} from '../../../app/host/search.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { findHits, type Hit } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { findPattern, parsePattern } from '../../../app/search/pattern.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { handleReaderKey, handleWindowKey } from '../../../renderer/session/keyboard.ts';
import { Session } from '../../../renderer/session/session.ts';
import { databaseName } from '../../../renderer/store/database.ts';
import { Desk } from '../../../renderer/views/desk/desk.tsx';
import { SessionContext } from '../../../renderer/views/parts/session-context.ts';
import { FakeJournal } from '../../support/fake-journal.ts';
import { countingMaker, sampleArticle } from '../../support/records.ts';
import { revisionOf } from '../reader/revisions.ts';
import '../../../renderer/reader/reader.css';
import '../../../renderer/views/styles/tokens.css';
import '../../../renderer/views/styles/base.css';
import '../../../renderer/views/styles/frame.css';
import '../../../renderer/views/styles/desk.css';
import '../../../renderer/views/styles/search.css';
import '../../../renderer/views/styles/concordance.css';
import '../../../renderer/views/styles/find-bar.css';

const projectId = '018f0000-0000-7000-8000-00000000eeee';

/** A window with the Desk over a host that searches the given texts in memory: what stands at the process edge. */
export interface SearchWindow {
  readonly session: Session;
  readonly journal: FakeJournal;
  /** Requests that the host got, in order. */
  readonly asked: (SearchRequest | ConcordanceRequest)[];
  readonly desk: HTMLElement;
  /** Tells the window how far the catalogue is. */
  tellCatalogue(state: CatalogueState): void;
  /** While set, the host waits for it before it answers a search. */
  hold: Promise<void> | null;
  /** While set, a search fails with it. */
  fail: Error | null;
}

const disposers: (() => unknown)[] = [];

afterEach(async () => {
  for (const dispose of disposers.splice(0).reverse()) await dispose();
  await Dexie.delete(databaseName(projectId as never));
});

/** Opens a project with an article for each list of paragraphs; the first paragraph is its title. */
export async function searchWindow(
  articles: readonly (readonly string[])[],
  tagNames: readonly string[] = [],
): Promise<SearchWindow> {
  const journal = new FakeJournal(projectId);
  const maker = countingMaker();
  const texts = new Map<RevisionHash, RevisionText>();
  const records: ProjectRecord[] = [];
  const held: { text: RevisionText; articleId: string; revisionId: RevisionId }[] = [];
  for (const [index, paragraphs] of articles.entries()) {
    const hash = String(index).padStart(64, '0') as RevisionHash;
    const text = { ...revisionOf(...paragraphs), hash };
    const article = sampleArticle(maker, index + 1);
    const revision = {
      ...newRecord(maker, 'revision', {
        articleId: article.id,
        hash,
        length: text.text.length,
        blockCount: text.blocks.length,
        wordCount: 1,
      }),
      id: article.revisionId,
    };
    texts.set(hash, text);
    records.push(
      { ...article, detected: { ...article.detected, title: paragraphs[0] ?? '' } },
      revision,
    );
    held.push({ text, articleId: article.id, revisionId: article.revisionId });
  }
  for (const [index, name] of tagNames.entries()) {
    records.push(
      newRecord(maker, 'tag', {
        ...{ name, parentId: null, color: 3, description: '', key: index + 1 },
      }),
    );
  }
  journal.append(newChange(maker, 'Import', { added: records, updated: [], removed: [] }));

  const window_: { -readonly [Key in 'hold' | 'fail']: SearchWindow[Key] } = {
    hold: null,
    fail: null,
  };
  const asked: SearchWindow['asked'] = [];
  const linesOf = (request: SearchRequest | ConcordanceRequest) => {
    const hitsOf = finder(request);
    if (!hitsOf.ok) return { lines: [], problem: hitsOf.problem };
    const lines = held.flatMap(({ text: { text, hash }, articleId, revisionId }) =>
      hitsOf.find(text).map(({ start, end }): ConcordanceLine => {
        const [left, right] = [
          text.slice(Math.max(0, start - 40), start),
          text.slice(end, end + 40),
        ];
        const hit = text.slice(start, end);
        return { articleId: articleId as never, revisionId, hash, start, end, left, hit, right };
      }),
    );
    return { lines, problem: null };
  };
  const answering = async (request: SearchRequest | ConcordanceRequest): Promise<void> => {
    asked.push(request);
    const { hold, fail } = window_;
    await hold;
    if (fail !== null) throw fail;
  };
  const parts: Partial<HostApi> = {
    readText: ({ hash }) => {
      const text = texts.get(hash);
      return text === undefined ? Promise.reject(new Error('No such text')) : Promise.resolve(text);
    },
    getCatalogue: () => Promise.resolve(ready),
    listClusters: () => Promise.resolve([]),
    listJobs: () => Promise.resolve([]),
    listWatchedFolders: () => Promise.resolve([]),
    search: async (request) => {
      await answering(request);
      const { lines, problem } = linesOf(request);
      const firsts = [
        ...new Map([...lines].reverse().map((line) => [line.articleId, line])).values(),
      ];
      const found = firsts.reverse().map((line) => ({
        articleId: line.articleId,
        revisionId: line.revisionId,
        snippet: [
          { text: line.left, isHit: false },
          { text: line.hit, isHit: true },
          { text: line.right, isHit: false },
        ],
        first: { start: line.start, end: line.end },
      }));
      const { offset, limit } = request;
      return { articles: found.slice(offset, offset + limit), total: found.length, problem };
    },
    readConcordance: async (request) => {
      await answering(request);
      const { lines, problem } = linesOf(request);
      if (request.sort === 'right') lines.sort((one, other) => (one.right < other.right ? -1 : 1));
      const { offset, limit } = request;
      const page = lines.slice(offset, offset + limit);
      return { lines: page, total: lines.length, isComplete: true, problem };
    },
  };
  const host = { ...journal.host, ...parts } as HostApi;
  const catalogueListeners = new Set<(state: CatalogueState) => void>();
  const onHostEvent: HostListener = (name, listener) => {
    if (name !== 'catalogue') return journal.onHostEvent(name, listener);
    catalogueListeners.add(listener as (state: HostEvents['catalogue']) => void);
    return () => catalogueListeners.delete(listener as never);
  };
  const info = { userName: 'Test', appVersion: '0', commandKey: 'Control' } as const;
  const session = new Session(host, onHostEvent, info, handleReaderKey);
  const onKey = (event: KeyboardEvent): void => {
    if (handleWindowKey(session, event)) event.preventDefault();
  };
  globalThis.addEventListener('keydown', onKey);
  await session.enter(journal.info({ created: true }));

  const place = document.body.appendChild(document.createElement('div'));
  place.style.cssText = 'height: 700px; width: 1000px';
  const root = createRoot(place);
  root.render(createElement(SessionContext, { value: session }, createElement(Desk)));
  disposers.push(async () => {
    await session.store.whenSaved();
    root.unmount();
    session.store.close();
    place.remove();
    globalThis.removeEventListener('keydown', onKey);
  });
  await expect.poll(() => place.querySelector('main')).not.toBeNull();
  return Object.assign(window_, {
    ...{ session, journal, asked, desk: place },
    tellCatalogue(state: CatalogueState) {
      session.set({ catalogue: state });
      for (const listener of catalogueListeners) listener(state);
    },
  });
}

const ready: CatalogueState = { state: 'ready', indexed: 1, total: 1, version: 1 };

type Finder =
  | { readonly ok: true; readonly find: (text: string) => readonly Hit[] }
  | { readonly ok: false; readonly problem: { message: string; start: number; end: number } };

function finder({ query, mode }: SearchRequest | ConcordanceRequest): Finder {
  if (mode === 'pattern') {
    const parsed = parsePattern(query);
    return parsed.ok ? { ok: true, find: (text) => findPattern(parsed.pattern, text) } : parsed;
  }
  const parsed = parseQuery(query);
  return parsed.ok ? { ok: true, find: (text) => findHits(hitGroups(parsed.node), text) } : parsed;
}

/** The element of a role and a name on the page; throws if there is none. */
export function byRole(root: Element, role: string, name?: string): HTMLElement {
  const found = [...root.querySelectorAll<HTMLElement>(selectorOf(role))].find(
    (element) => name === undefined || nameOf(element) === name,
  );
  if (found === undefined) throw new Error(`No ${role} ${name ?? ''}`);
  return found;
}

export function allByRole(root: Element, role: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(selectorOf(role))];
}

function selectorOf(role: string): string {
  if (role === 'searchbox') return 'input[type="search"]';
  if (role === 'button') return 'button';
  if (role === 'list-of-saved') return 'ul[aria-label="Saved searches"]';
  if (role === 'radio') return 'input[type="radio"]';
  return `[role="${role}"]`;
}

function nameOf(element: HTMLElement): string {
  const label = element.closest('label');
  return (element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '').trim();
}

/** Types into a field as a person does: its value is replaced and it says so. */
export function type(field: HTMLElement, text: string): void {
  if (!(field instanceof HTMLInputElement)) throw new Error('No field');
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  field.focus();
  setter?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Presses a key on what has the focus. */
export function pressKey(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more }),
  );
}
