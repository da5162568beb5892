import type { RevisionHash } from '../../../app/base/brand.ts';
import type { CheckCache } from '../../../app/brief/check/check-cache.ts';
import type { CheckReport } from '../../../app/brief/check/check-item.ts';
import type { ArticleId, BriefId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';

/** After so long without a change, in milliseconds, a check begins. */
const pause = 500;
/** A slice of the check is no longer than this, in milliseconds: a key that comes meanwhile waits for no more. */
const slice = 5;

/**
 * Checks the brief on the screen whenever it, or what it cites, has changed and nobody writes: in slices while the window
 * has nothing else to do. A check that is overtaken by a change is given up; what it read is kept for the next one.
 * Returns what ends it.
 */
export function followCheck(session: Session, briefId: BriefId): () => void {
  const { store, openBrief } = session;
  const texts = new Map<RevisionHash, string>();
  let cache: CheckCache | null = null;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let run = 0;
  let doc: object | null = null;

  const changed = (): void => {
    run += 1;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void check(run), pause);
    const { briefCheck } = session.get();
    if (!briefCheck.isStale && briefCheck.report !== null) {
      session.set({ briefCheck: { ...briefCheck, isStale: true } });
    }
  };
  const check = async (own: number): Promise<void> => {
    timer = null;
    const document = openBrief.editor?.content() ?? null;
    if (document === null) return;
    const isOver = (): boolean => ended || own !== run;
    // Read when the first brief is shown: nobody checks one in the first moment.
    const [{ checkBriefInSteps, textsToCheck }, made] = await Promise.all([
      import('../../../app/brief/check/check-brief.ts'),
      import('../../../app/brief/check/check-cache.ts'),
    ]);
    cache ??= new made.CheckCache();
    await readTexts(session, textsToCheck(document, store.records), texts, isOver);
    if (isOver()) return;
    const { clusters } = session.get();
    const clusterOf = (id: ArticleId) => clusters.get(id)?.cluster.id ?? null;
    const steps = checkBriefInSteps({ document, source: store.records, texts, clusterOf, cache });
    const report = await inSlices(steps, isOver);
    if (report === null || isOver()) return;
    const { briefCheck } = session.get();
    session.set({ briefCheck: { ...briefCheck, briefId, report, isStale: false } });
  };
  const stops = [
    store.records.subscribe(changed),
    openBrief.subscribe(() => {
      const next = openBrief.editor?.writing?.doc ?? null;
      if (next === doc) return;
      doc = next;
      changed();
    }),
  ];
  session.set({
    briefCheck: {
      ...session.get().briefCheck,
      briefId,
      report: null,
      isStale: false,
      current: null,
    },
  });
  changed();
  return () => {
    ended = true;
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

/** Texts are named by what they hold, so one that was read stays; those that nothing cites any more are let go. */
async function readTexts(
  session: Session,
  hashes: readonly RevisionHash[],
  texts: Map<RevisionHash, string>,
  isOver: () => boolean,
): Promise<void> {
  const wanted = new Set(hashes);
  for (const hash of texts.keys()) if (!wanted.has(hash)) texts.delete(hash);
  for (const hash of wanted) {
    if (isOver()) return;
    if (texts.has(hash)) continue;
    try {
      texts.set(hash, (await session.store.texts.read(hash)).text);
    } catch {
      // The check says of each quotation that its text can't be read.
    }
  }
}

async function inSlices(
  steps: Generator<void, CheckReport>,
  isOver: () => boolean,
): Promise<CheckReport | null> {
  for (;;) {
    await whenIdle();
    const end = performance.now() + slice;
    do {
      if (isOver()) return null;
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
  }
}

/** A window that is drawing has no idle time for long; then the check goes on all the same. */
function whenIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 200 }));
}
