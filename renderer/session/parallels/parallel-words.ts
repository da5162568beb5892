import { countChanges } from '../../../app/compare/count-changes.ts';
import { passageChanges } from '../../../app/compare/passage-changes.ts';
import type { ClusterSuggestion, SuggestedPassage } from '../../../app/host/suggestions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf, listArticle } from '../article-list.ts';
import type { Session } from '../session.ts';
import { likenessInWords, likenessOf } from './likeness.ts';
import type { ParallelMark } from './parallel-marks.ts';
import { publishedApart } from './published-apart.ts';
import type { SeenPair } from './seen-pair.ts';

/** UTF-16 code units of a quotation that is spoken. */
const mostSpoken = 160;

/** "The Harbour Times · 12 May 2031"; the title in the place of an outlet that is not known. */
export function sourceInWords(session: Session, articleId: ArticleId): string {
  const article = session.store.records.get('article', articleId);
  if (article === null) return 'An article that is gone';
  const { outlet, metadata, date } = listArticle(article);
  return [outlet ?? metadata.title, date].filter(Boolean).join(' · ');
}

/** "published 2 days before"; empty where the dates do not tell. */
export function directionInWords(session: Session, { own, other }: SeenPair): string {
  const { records } = session.store;
  const article = records.get('article', other.articleId);
  const from = records.get('article', own.articleId);
  if (article === null || from === null) return '';
  return publishedApart(article, from) ?? '';
}

/** "same words", "reworded", with what is special about the pair before it. */
export function wordingInWords({ pair }: Pick<SeenPair, 'pair'>): string {
  const wording = pair.verbatim ? 'same words' : 'reworded';
  return pair.formula ? `formula, ${wording}` : wording;
}

/** "34 words" of a pair in the same words, else "34 of 41 words". */
export function sizeInWords({ pair, own, other }: Omit<SeenPair, 'key' | 'decided'>): string {
  if (pair.verbatim) return countOf(pair.words, 'word');
  const { same, of } = likenessOf(own.quote, other.quote);
  return same >= of ? countOf(of, 'word') : likenessInWords({ same, of });
}

/** "92 %"; only what is whole is 100. */
export function percent(score: number): string {
  return `${score >= 1 ? 100 : Math.min(99, Math.round(score * 100))} %`;
}

/** What was decided on a pair: "linked", "dismissed"; empty: nothing. */
export function decidedInWords({ decided }: Pick<SeenPair, 'decided'>): string {
  return decided === null ? '' : decided === 'accepted' ? 'linked' : 'dismissed';
}

/** What a screen reader says of a row: "The Harbour Times · 12 May 2031, published 2 days before, same words, …". */
export function pairInWords(session: Session, seen: SeenPair): string {
  const parts = [
    sourceInWords(session, seen.other.articleId),
    directionInWords(session, seen),
    wordingInWords(seen),
    sizeInWords(seen),
    clusterInWords(session, seen),
    decidedInWords(seen),
  ];
  return `${parts.filter(Boolean).join(', ')}: “${shortly(seen.own.quote)}”`;
}

/** What a mark in the margin says: "In 6 other articles, reworded: “…”". */
export function markInWords(mark: ParallelMark): string {
  const quote = mark.pairs[0]?.own.quote ?? '';
  const wording = mark.verbatim ? 'in the same words' : 'partly in other words';
  return `In ${countOf(mark.articles, 'other article')}, ${wording}: “${shortly(quote)}”`;
}

/** A quotation of which not more is said than can be listened to. */
export function shortly(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ');
  return line.length > mostSpoken ? `${line.slice(0, mostSpoken).toWellFormed()}…` : line;
}

/** Who says a passage otherwise than another one does: "cuts 2 words, adds 1, replaces 3"; empty: in the same words. */
export function changesFrom(base: SuggestedPassage, passage: SuggestedPassage): string {
  const { cut, inserted, replaced, by, moved } = countChanges(
    passageChanges(base.quote, passage.quote),
  );
  const parts: [number, string][] = [
    [cut, `cuts ${countOf(cut, 'word')}`],
    [inserted, `adds ${countOf(inserted, 'word')}`],
    [replaced, `replaces ${countOf(replaced, 'word')}${by === replaced ? '' : ` by ${by}`}`],
    [moved, `moves ${countOf(moved, 'word')}`],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(', ');
}

/** "in 7 articles, 3 wordings", of a pair that is part of a cluster; "cluster" where that is not known; empty: of none. */
export function clusterInWords(session: Session, { own, pair }: SeenPair): string {
  if (pair.clusterKey === null) return '';
  const found = session.get().parallels.found.get(own.articleId);
  const cluster = found?.clusters.get(pair.clusterKey);
  if (cluster === undefined) return 'cluster';
  return `in ${countOf(cluster.articles, 'article')}, ${countOf(cluster.wordings, 'wording')}`;
}

/** "credited to 3 speakers: Étienne Corvaisel, Hanna Orlo, the Premier"; empty: to one or to nobody. */
export function creditsInWords({ passages }: Pick<ClusterSuggestion, 'passages'>): string {
  const names = new Map<string, string>();
  for (const { credits } of passages) {
    if (credits !== null) names.set(credits.toLocaleLowerCase(), credits);
  }
  // "Corvaisel" is no other speaker than "Étienne Corvaisel".
  const all = [...names].map(([key, name]) => ({ name, words: key.split(/\s+/u) }));
  const different = all.filter(
    ({ words }) =>
      !all.some(
        (one) => one.words.length > words.length && words.every((word) => one.words.includes(word)),
      ),
  );
  if (different.length < 2) return '';
  const shown = different.slice(0, mostCredited).map(({ name }) => name);
  const more = different.length - shown.length;
  return `credited to ${different.length} speakers: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A heading names so many speakers. */
const mostCredited = 4;
