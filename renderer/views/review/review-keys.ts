import { undo } from '../../session/history/undo.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { openReviewed } from '../../session/review/open-reviewed.ts';
import {
  acceptReviewed,
  askToAccept,
  bringBackReviewed,
  chooseOne,
  dismissReviewed,
  goToReviewRow,
  placeOf,
  reviewedRow,
  toggleReviewRow,
} from '../../session/review/review.ts';
import { reviewRows } from '../../session/review/review-rows.ts';
import type { Session } from '../../session/session.ts';
import { stepOfKey } from '../desk/search-keys.ts';

/** What was pressed, as an event has it. */
interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Letters that go as arrows do. */
const moves: Readonly<Record<string, string>> = {
  j: 'ArrowDown',
  J: 'ArrowDown',
  k: 'ArrowUp',
  K: 'ArrowUp',
};

/** A key of the queue; `page`: rows that a page key goes by. `true`: it did something. */
export function pressInQueue(session: Session, pressed: PressedKey, page: number): boolean {
  if (pressed.altKey) return false;
  const mod = pressed.ctrlKey || pressed.metaKey;
  const present = placeOf(session);
  const { count } = reviewRows(session);
  const key = letterKeysOn() && !mod ? (moves[pressed.key] ?? pressed.key) : pressed.key;
  const step = mod ? null : stepOfKey(key, present, count, page);
  if (step !== null) goToReviewRow(session, step, pressed.shiftKey);
  else if (key === ' ') toggleReviewRow(session, present);
  else if (mod || !act(session, key)) return false;
  return true;
}

/** The letters of the queue, beside it: on a button above the list every other key is the button's. */
export function pressBesideQueue(session: Session, pressed: PressedKey): boolean {
  const isLetter = /^[a-z]$/iu.test(pressed.key);
  return isLetter && reviewRows(session).count > 0 && pressInQueue(session, pressed, 1);
}

/** What a key does with what is meant. `false`: nothing. */
function act(session: Session, key: string): boolean {
  if (key === 'Enter') openReviewed(session);
  else if (key === 'Escape') return chooseOne(session);
  else if (!letterKeysOn()) return false;
  else if (key === 'a') void acceptReviewed(session);
  else if (key === 'e') void askToAccept(session);
  else if (key === 'd') {
    const isDecision = reviewedRow(session)?.kind === 'decision';
    void (isDecision ? bringBackReviewed(session) : dismissReviewed(session));
  } else if (key === 'u') void undo(session);
  else return false;
  return true;
}
