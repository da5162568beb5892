import type { SuggestionKind } from '../../../app/host/suggestions.ts';
import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setReview } from './set-review.ts';

/** What the analyst wants to see of suggestions: a setting of the project. */
export interface ReviewView {
  /** The least score that a kind is listed from, 0 to 1. */
  readonly least: Readonly<Record<SuggestionKind, number>>;
  /** Whether set phrases are listed that many articles share. */
  readonly formulas: boolean;
}

/** The kinds in the order in which the queue names them. */
export const reviewKinds = [
  'conflict',
  'cluster',
  'parallel',
  'quotation',
  'silence',
] as const satisfies readonly SuggestionKind[];

/** All that main holds for worth saying. */
const usualLeast: ReviewView['least'] = {
  conflict: 0,
  cluster: 0,
  parallel: 0,
  quotation: 0,
  silence: 0,
};

const setting = viewSetting<ReviewView>({
  name: 'review-view',
  changeName: 'Change which suggestions are shown',
  initial: { least: usualLeast, formulas: false },
  read: readReviewView,
});

/** The choice of the project, or of the window where it can't be written. The same object until it changes. */
export function reviewView(session: Session): ReviewView {
  return session.get().review.view ?? setting.stored(session.store.records);
}

/** Changes which suggestions are shown. Kept with the project. */
export function keepReviewView(session: Session, view: ReviewView): void {
  if (session.store.project.readOnly !== null) setReview(session, { view });
  else setting.store(session, view);
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
function readReviewView(value: unknown): ReviewView {
  const stored = fieldsOf(value);
  const least = fieldsOf(stored.least);
  const leastOf = (kind: SuggestionKind): number => {
    const score = least[kind];
    const isScore = typeof score === 'number' && score >= 0 && score <= 1;
    return isScore ? score : usualLeast[kind];
  };
  return {
    least: {
      conflict: leastOf('conflict'),
      cluster: leastOf('cluster'),
      parallel: leastOf('parallel'),
      quotation: leastOf('quotation'),
      silence: leastOf('silence'),
    },
    formulas: stored.formulas === true,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}
