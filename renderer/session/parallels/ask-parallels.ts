import type { SuggestionsState } from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';
import { followClusters } from './cluster-list.ts';
import type { FoundParallels } from './parallels-state.ts';
import { setParallels } from './set-parallels.ts';

/** Of so many articles what was found is kept. */
const mostKept = 24;

/** Of one article, so many clusters are counted; a page holds no more. */
const mostClusters = 200;

/** How long after the lists changed they are asked for again, in milliseconds: while the program looks they change often. */
const patience = 1_000;

const asking = new WeakMap<Session, Set<ArticleId>>();
const waiting = new WeakSet<Session>();

/**
 * Asks for an article's parallel passages, unless what is known of it is good still. Nothing before main has told how far
 * it is; what can't be told now is asked for again when the program has found more.
 */
export async function askParallels(session: Session, articleId: ArticleId): Promise<void> {
  const { store } = session;
  const revisionId = store.records.get('article', articleId)?.revisionId;
  const { told, found: known } = session.get().parallels;
  if (revisionId === undefined || told === null) return;
  const { version } = told;
  const before = known.get(articleId);
  if (before?.revisionId === revisionId && before.version === version) return;
  const asked = asking.get(session) ?? new Set();
  asking.set(session, asked);
  if (asked.has(articleId)) return;
  asked.add(articleId);
  const answer = await readFound(session, articleId);
  asked.delete(articleId);
  if (answer === null || !session.hasProject || session.store !== store) return;
  const found: FoundParallels = { revisionId, version, ...answer };
  const others = [...session.get().parallels.found].filter(([id]) => id !== articleId);
  const next = [...others.slice(1 - mostKept), [articleId, found] as const];
  setParallels(session, { found: new Map(next) });
  // What was told in the meantime may have changed the answer.
  if (session.get().parallels.told?.version !== version) askAgain(session);
}

/** `null`: main can't tell now. */
async function readFound(
  { host }: Session,
  articleId: ArticleId,
): Promise<Pick<FoundParallels, 'pairs' | 'clusters'> | null> {
  try {
    const pairs = await host.readParallels({ articleId });
    const hasClusters = pairs.some(({ clusterKey }) => clusterKey !== null);
    const page = hasClusters
      ? await host.listSuggestions({
          kinds: ['cluster'],
          articleId,
          leastScores: {},
          formulas: true,
          offset: 0,
          limit: mostClusters,
        })
      : null;
    const clusters = (page?.suggestions ?? []).flatMap((one) =>
      one.kind === 'cluster' ? [[one.key, one] as const] : [],
    );
    return { pairs, clusters: new Map(clusters) };
  } catch {
    return null;
  }
}

/** Asks main how far it is, once a project is open. */
export async function loadSuggestionsState(session: Session): Promise<void> {
  const { store } = session;
  try {
    const told = await session.host.getSuggestions();
    if (session.hasProject && session.store === store) followSuggestions(session, told);
  } catch {
    // Main tells by itself when it can.
  }
}

/** Takes in how far the search for suggestions is; what is on the screen is asked for again when lists changed. */
export function followSuggestions(session: Session, told: SuggestionsState): void {
  const before = session.get().parallels.told;
  setParallels(session, { told });
  if (before === null) askNow(session);
  else if (told.version !== before.version) askAgain(session);
}

function askAgain(session: Session): void {
  if (waiting.has(session)) return;
  waiting.add(session);
  setTimeout(() => {
    waiting.delete(session);
    askNow(session);
  }, patience);
}

function askNow(session: Session): void {
  if (!session.hasProject) return;
  for (const { articleId } of session.get().panes) void askParallels(session, articleId);
  followClusters(session);
}
