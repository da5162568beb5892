import type { ConflictSuggestion, SilenceSuggestion } from '../../../app/host/suggestions.ts';
import {
  type Asked,
  filedTogether,
  silenceQuestions,
} from '../../../app/suggestion/what-to-ask.ts';
import type { Session } from '../session.ts';
import { setReview } from './set-review.ts';

/** As many as main takes at once. */
const groupsAtOnce = 100;
const questionsAtOnce = 20;

/** Nobody goes through more possible silences; the claims made first come first (rule Z6). */
const mostSilences = 20_000;

/** Answers by what they rest on. Those of questions that are not asked any more are forgotten. */
interface Answers {
  readonly conflicts: Map<string, readonly ConflictSuggestion[]>;
  readonly silences: Map<string, readonly SilenceSuggestion[]>;
  /** How often something was found otherwise when the answers were given. */
  found: number;
  running: boolean;
  again: boolean;
}

const known = new WeakMap<object, Answers>();

/**
 * Asks main what speaks against each other in the passages of claims and links, and which articles have no passage like a
 * claim's evidence: a few questions at a time, each once until what it rests on changes. `isWanted`: whether somebody looks
 * at the answers still; between two calls this is asked, and nothing more once it is not so.
 */
export async function askAboutClaims(session: Session, isWanted: () => boolean): Promise<void> {
  if (!session.hasProject || !session.store.isComplete) return;
  const { store } = session;
  const answers = answersOf(store);
  if (answers.running) {
    answers.again = true;
    return;
  }
  answers.running = true;
  const goesOn = (): boolean => session.hasProject && session.store === store && isWanted();
  try {
    do {
      answers.again = false;
      await askOnce(session, answers, goesOn);
    } while (answers.again && goesOn());
  } catch {
    // Main says in its state what is wrong with it; the list shows that. The next change asks again.
  } finally {
    answers.running = false;
  }
}

async function askOnce(session: Session, answers: Answers, goesOn: () => boolean): Promise<void> {
  const { records } = session.store;
  const { told } = session.get().parallels;
  const found = told?.found ?? 0;
  if (found !== answers.found) {
    answers.found = found;
    // Silences rest on all that was read of the articles, conflicts on their dates as well as on the passages.
    answers.silences.clear();
    answers.conflicts.clear();
  }
  const groups = filedTogether(records);
  // While articles are not looked through, a passage like the evidence may still be found in them.
  const questions = told?.state === 'ready' ? silenceQuestions(records) : [];
  const openGroups = groups.filter(({ identity }) => !answers.conflicts.has(identity));
  const openQuestions = questions.filter(({ identity }) => !answers.silences.has(identity));
  let left = openGroups.length + openQuestions.length;
  const tell = (): void => {
    setReview(session, {
      asked: {
        conflicts: groups.flatMap(({ identity }) => answers.conflicts.get(identity) ?? []),
        silences: questions.flatMap(({ identity }) => answers.silences.get(identity) ?? []),
        left,
      },
    });
  };
  forgetOthers(answers.conflicts, groups);
  forgetOthers(answers.silences, questions);
  if (goesOn()) tell();
  for (let at = 0; at < openGroups.length && goesOn(); at += groupsAtOnce) {
    const batch = openGroups.slice(at, at + groupsAtOnce);
    const found = await session.host.findConflicts({
      groups: batch.map(({ question }) => question),
    });
    for (const { identity, question } of batch) {
      const own = found.filter(({ recordId }) => recordId === question.recordId);
      answers.conflicts.set(identity, own);
    }
    left -= batch.length;
    if (goesOn()) tell();
  }
  let known = 0;
  for (const silences of answers.silences.values()) known += silences.length;
  for (let at = 0; at < openQuestions.length && goesOn(); at += questionsAtOnce) {
    if (known >= mostSilences) {
      left = 0;
      tell();
      return;
    }
    const batch = openQuestions.slice(at, at + questionsAtOnce);
    const found = await session.host.findSilences({
      questions: batch.map(({ question }) => question),
    });
    for (const { identity, question } of batch) {
      const own = found.filter(({ claimId }) => claimId === question.claimId);
      answers.silences.set(identity, own);
      known += own.length;
    }
    left -= batch.length;
    if (goesOn()) tell();
  }
}

function answersOf(store: object): Answers {
  const before = known.get(store);
  if (before !== undefined) return before;
  const fresh: Answers = {
    conflicts: new Map(),
    silences: new Map(),
    found: -1,
    running: false,
    again: false,
  };
  known.set(store, fresh);
  return fresh;
}

function forgetOthers(answers: Map<string, unknown>, asked: readonly Asked<unknown>[]): void {
  const wanted = new Set(asked.map(({ identity }) => identity));
  for (const identity of answers.keys()) if (!wanted.has(identity)) answers.delete(identity);
}
