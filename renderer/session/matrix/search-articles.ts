import { sentenceAt } from '../../../app/anchor/sentence-at.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { RevisionRecord } from '../../../app/record/records.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';
import { findHits, type Hit } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { type HitGroup, hitGroups } from '../../../app/search/query.ts';
import type { Session } from '../session.ts';
import type { MatrixFound, MatrixSearched } from './matrix-state.ts';

/** More sentences are counted, not listed. */
const mostListed = 200;

/** What a search of articles showed, or why nothing was searched. */
export type ArticlesSearched =
  | { readonly ok: true; readonly searched: MatrixSearched }
  | { readonly ok: false; readonly problem: string };

/**
 * Looks through the present revisions of articles for the sentences that hold a word of a query, those with the most
 * different ones first (rule X9). Reads each text, one after the other.
 */
export async function searchArticles(
  session: Session,
  query: string,
  articleIds: readonly ArticleId[],
): Promise<ArticlesSearched> {
  const parsed = parseQuery(query);
  if (!parsed.ok) return { ok: false, problem: parsed.problem.message };
  const groups = hitGroups(parsed.node);
  if (groups.length === 0) {
    return { ok: false, problem: 'Type a word to look for: this asks for no words of the text.' };
  }
  const { records, texts } = session.store;
  const found: MatrixFound[] = [];
  const revisions = new Map<ArticleId, RevisionId>();
  let unread = 0;
  for (const articleId of articleIds) {
    const article = records.get('article', articleId);
    const revision = article === null ? null : records.get('revision', article.revisionId);
    const text =
      revision === null
        ? null
        : await texts.read(revision.hash).then(
            (read) => read,
            () => null,
          );
    if (article === null || revision === null || text === null) {
      unread += 1;
      continue;
    }
    revisions.set(articleId, revision.id);
    const { language } = effectiveMetadata(article);
    found.push(...sentencesFound(text, groups, { articleId, revision, language }));
  }
  found.sort((one, other) => other.score - one.score);
  const listed = found.slice(0, mostListed);
  const more = found.length - listed.length;
  return { ok: true, searched: { query, found: listed, more, revisions, unread } };
}

interface Source {
  readonly articleId: ArticleId;
  readonly revision: RevisionRecord;
  readonly language: string | null;
}

function sentencesFound(
  text: RevisionText,
  groups: readonly HitGroup[],
  source: Source,
): readonly MatrixFound[] {
  const sentences = new Map<number, { end: number; groups: Set<number> }>();
  const hits = findHits(groups, text.text);
  if (hits.length === 0) return [];
  const starts: number[] = [];
  for (const [index, group] of groups.entries()) {
    let block = 0;
    for (const hit of findHits([group], text.text)) {
      while (isBefore(text.blocks[block], hit)) block += 1;
      const around = text.blocks[block];
      if (around === undefined) break;
      const sentence = sentenceAt(text.text, around, hit.start, source.language);
      if (sentence === null) continue;
      const known = sentences.get(sentence.start);
      if (known === undefined) {
        starts.push(sentence.start);
        const end = Math.max(sentence.end, hit.end);
        sentences.set(sentence.start, { end, groups: new Set([index]) });
      } else {
        known.end = Math.max(known.end, hit.end);
        known.groups.add(index);
      }
    }
  }
  return starts
    .sort((one, other) => one - other)
    .map((start) => {
      const { end, groups: ofSentence } = sentences.get(start) ?? { end: start, groups: new Set() };
      const inside = hits.filter((hit) => hit.start < end && hit.end > start);
      return {
        articleId: source.articleId,
        revisionId: source.revision.id,
        start: start as Hit['start'],
        end: end as Hit['end'],
        words: text.text.slice(start, end),
        parts: partsOf(text.text, start, end, inside),
        score: ofSentence.size,
      };
    });
}

function isBefore(block: Block | undefined, hit: Hit): boolean {
  return block !== undefined && block.end <= hit.start;
}

function partsOf(
  text: string,
  start: number,
  end: number,
  hits: readonly Hit[],
): MatrixFound['parts'] {
  const parts: { text: string; isHit: boolean }[] = [];
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit.start, start);
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false });
    parts.push({ text: text.slice(from, hit.end), isHit: true });
    at = hit.end;
  }
  if (at < end) parts.push({ text: text.slice(at, end), isHit: false });
  return parts;
}
