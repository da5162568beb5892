import { sentenceAt } from '../../../app/anchor/sentence-at.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { RangeIndex } from '../../../app/compare/range-index.ts';
import type { SearchMode } from '../../../app/host/search.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { RevisionRecord } from '../../../app/record/records.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';
import { findHits, type Hit } from '../../../app/search/find-hits.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { parsePattern } from '../../../app/search/pattern.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { patternFinder } from '../search/find-pattern.ts';
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
 * different ones first (rule X9), or what a regular expression matches (rule X25). Reads each text, one after the other. A
 * later search by pattern ends an earlier one, which then never answers.
 */
export async function searchArticles(
  session: Session,
  query: string,
  mode: SearchMode,
  articleIds: readonly ArticleId[],
): Promise<ArticlesSearched> {
  const finder = mode === 'words' ? wordFinder(query) : finderOfPattern(query);
  if (!finder.ok) return finder;
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
    const hits = await finder.find(text.text);
    // Nobody knows what it would have found: that nothing was is not shown.
    if (typeof hits === 'string') return { ok: false, problem: hits };
    found.push(...sentencesFound(text, hits, { articleId, revision, language }));
  }
  found.sort((one, other) => other.score - one.score);
  const listed = found.slice(0, mostListed);
  const more = found.length - listed.length;
  return { ok: true, searched: { query, mode, found: listed, more, revisions, unread } };
}

/** Where something stands in a text, in order. */
interface Hits {
  /** Of each word that was asked for. */
  readonly groups: readonly (readonly Hit[])[];
  /** Of all of them; places that overlap are one. */
  readonly all: readonly Hit[];
}

type Finder =
  | {
      readonly ok: true;
      /** Or why this text could not be searched, and what to do. */
      find(text: string): Hits | Promise<Hits | string>;
    }
  | { readonly ok: false; readonly problem: string };

function wordFinder(query: string): Finder {
  const parsed = parseQuery(query);
  if (!parsed.ok) return { ok: false, problem: parsed.problem.message };
  const groups = hitGroups(parsed.node);
  if (groups.length === 0) {
    return { ok: false, problem: 'Type a word to look for: this asks for no words of the text.' };
  }
  return {
    ok: true,
    find: (text) => {
      const all = findHits(groups, text);
      if (all.length === 0 || groups.length === 1) return { groups: [all], all };
      return { groups: groups.map((group) => findHits([group], text)), all };
    },
  };
}

const findApart = patternFinder();

function finderOfPattern(pattern: string): Finder {
  const parsed = parsePattern(pattern);
  if (!parsed.ok) return { ok: false, problem: parsed.problem.message };
  const options = { matchCase: false, wholeWords: false };
  return {
    ok: true,
    find: (text) =>
      findApart({ text, pattern, options }).then(
        ({ hits, problem }) => problem ?? { groups: [hits], all: hits },
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
  };
}

interface Source {
  readonly articleId: ArticleId;
  readonly revision: RevisionRecord;
  readonly language: string | null;
}

function sentencesFound(
  text: RevisionText,
  { groups, all }: Hits,
  source: Source,
): readonly MatrixFound[] {
  const sentences = new Map<number, { end: number; groups: Set<number> }>();
  if (all.length === 0) return [];
  const places = new RangeIndex(all, (hit) => hit);
  const starts: number[] = [];
  for (const [index, group] of groups.entries()) {
    let block = 0;
    for (const hit of group) {
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
      return {
        articleId: source.articleId,
        revisionId: source.revision.id,
        start: start as Hit['start'],
        end: end as Hit['end'],
        words: text.text.slice(start, end),
        parts: partsOf(text.text, start, end, places.meeting(start, end)),
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
