import type { TextOffset } from '../../app/base/brand.ts';
import type { Session } from './session.ts';

/**
 * Selects the next place after the caret where the words stand, upper and lower case alike, and begins again at the
 * top after the last. Says what came of it.
 */
export function findNext(session: Session, wanted: string): string {
  const mounted = session.panes.active();
  if (mounted === null || wanted === '') return '';
  const { text } = mounted.text;
  const places = [...text.matchAll(new RegExp(escaped(wanted), 'giu'))];
  if (places.length === 0) return `“${wanted}” does not stand in this article.`;
  const caret = mounted.reader.selection().to;
  const ahead = places.findIndex(({ index }) => index >= caret);
  const at = ahead === -1 ? 0 : ahead;
  const place = places[at];
  if (place === undefined) return '';
  mounted.reader.reveal(place.index as TextOffset, (place.index + place[0].length) as TextOffset, {
    select: true,
  });
  return `${at + 1} of ${places.length}`;
}

/** The words as a pattern of just those words. (`RegExp.escape` is newer than the oldest engine we run on.) */
function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
