import type { ArticleId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type {
  AnnotationRecord,
  ClaimRecord,
  EvidenceRecord,
  SilenceRecord,
  Stance,
} from '../record/records.ts';
import { stances } from './claim-diffs.ts';
import type { MatrixColumn } from './matrix-columns.ts';
import { searchInWords } from './search-in-words.ts';

/** A passage of a cell, with what it is evidence for. */
export interface MatrixPassage {
  readonly evidence: EvidenceRecord;
  readonly annotation: AnnotationRecord;
}

/** What a column's articles say of a claim (rules X3 to X6). */
export type MatrixCell =
  | {
      readonly kind: 'evidence';
      /** In the order of the column's articles, then of their text. Never empty. */
      readonly passages: readonly MatrixPassage[];
      /** Each once, in the order in which lists offer them. */
      readonly stances: readonly Stance[];
      /** A copy with passages of its own still counts with this one. `null`: it is no copy. */
      readonly countsWith: string | null;
    }
  | {
      readonly kind: 'silent';
      /** One for each article of the column. */
      readonly silences: readonly SilenceRecord[];
      /** An article has another revision by now: the number of the one that was searched. `null`: all are as they were. */
      readonly confirmedFor: number | null;
    }
  /** Nobody looked, and nobody has to: it is a near duplicate. */
  | { readonly kind: 'copy'; readonly of: string }
  | {
      readonly kind: 'unchecked';
      /** Of a column with several articles: those that were confirmed silent. */
      readonly silences: readonly SilenceRecord[];
    };

/** What is known of one claim, by article. */
export interface MatrixRowFacts {
  readonly passages: ReadonlyMap<ArticleId, readonly MatrixPassage[]>;
  readonly silences: ReadonlyMap<ArticleId, SilenceRecord>;
}

interface KeptFacts extends MatrixRowFacts {
  readonly ofSilences: readonly SilenceRecord[];
}

const kept = new WeakMap<readonly EvidenceRecord[], KeptFacts>();

/**
 * A claim's evidence and silences by article; the same object until a piece of them changes. Passages are those that the
 * annotations had then: whoever prints one looks it up again. Cost: the claim's evidence, once.
 */
export function matrixRowFacts(source: RecordSource, claim: ClaimRecord): MatrixRowFacts {
  const evidence = source.evidenceOf(claim.id);
  const silences = source.silencesOf(claim.id);
  const known = evidence.length === 0 ? undefined : kept.get(evidence);
  if (known?.ofSilences === silences) return known;
  const passages = new Map<ArticleId, MatrixPassage[]>();
  for (const item of evidence) {
    const annotation = source.get('annotation', item.annotationId);
    if (annotation === null) continue;
    const list = passages.get(annotation.articleId);
    if (list === undefined) passages.set(annotation.articleId, [{ evidence: item, annotation }]);
    else list.push({ evidence: item, annotation });
  }
  const facts = {
    ofSilences: silences,
    passages,
    silences: new Map(silences.map((silence) => [silence.articleId, silence])),
  };
  // Lists without anything may be one list for all.
  if (evidence.length > 0) kept.set(evidence, facts);
  return facts;
}

/**
 * What a cell shows (rules X3 to X6): evidence wins over everything; then silence, if it was confirmed for every article
 * of the column; then that the column counts with another one; else nobody has checked it. Cost: the column's articles
 * and the cell's passages, once the claim's evidence is grouped.
 */
export function matrixCell(
  source: RecordSource,
  claim: ClaimRecord,
  column: MatrixColumn,
): MatrixCell {
  const facts = matrixRowFacts(source, claim);
  const passages: MatrixPassage[] = [];
  for (const id of column.articleIds) {
    const ofArticle = facts.passages.get(id);
    if (ofArticle !== undefined) passages.push(...inOrderOfText(source, ofArticle));
  }
  if (passages.length > 0) {
    const found = new Set(passages.map(({ evidence }) => evidence.stance));
    return {
      kind: 'evidence',
      passages,
      stances: stances.filter((stance) => found.has(stance)),
      countsWith: column.countsWith,
    };
  }
  const silences = column.articleIds.flatMap((id) => facts.silences.get(id) ?? []);
  if (silences.length === column.articleIds.length) {
    return { kind: 'silent', silences, confirmedFor: confirmedForOf(source, silences) };
  }
  if (column.countsWith !== null) return { kind: 'copy', of: column.countsWith };
  return { kind: 'unchecked', silences };
}

/** Whether there is something to go to in a cell: what the keys that go to the edge of what is filled mean by filled. */
export function isFilled(cell: MatrixCell): boolean {
  return cell.kind === 'evidence' || cell.kind === 'silent';
}

function inOrderOfText(
  source: RecordSource,
  passages: readonly MatrixPassage[],
): readonly MatrixPassage[] {
  // As they are now: carried over to another revision, a passage may have another place and other words.
  const present = passages.flatMap(({ evidence }) => {
    const annotation = source.get('annotation', evidence.annotationId);
    return annotation === null ? [] : [{ evidence, annotation }];
  });
  return present.length < 2
    ? present
    : present.sort((one, other) => one.annotation.passage.start - other.annotation.passage.start);
}

function confirmedForOf(source: RecordSource, silences: readonly SilenceRecord[]): number | null {
  for (const { articleId, revisionId } of silences) {
    const present = source.get('article', articleId)?.revisionId;
    if (revisionId === undefined || present === undefined || present === revisionId) continue;
    return source.get('revision', revisionId)?.number ?? 1;
  }
  return null;
}

/** A cell in words, without the names of its claim and its column: "asserts, 3 passages: “climbs to 4.2…”". */
export function describeMatrixCell(cell: MatrixCell): string {
  switch (cell.kind) {
    case 'evidence': {
      const { passages } = cell;
      const count = passages.length === 1 ? '1 passage' : `${passages.length} passages`;
      const also = cell.countsWith === null ? '' : `, counts with ${cell.countsWith}`;
      return `${cell.stances.join(' and ')}, ${count}${also}`;
    }
    case 'silent': {
      const searched = cell.silences[0] === undefined ? '' : searchInWords(cell.silences[0]);
      const after = searched === '' ? '' : `, ${searched}`;
      const revision =
        cell.confirmedFor === null ? '' : `, confirmed for revision ${cell.confirmedFor}`;
      return `silent${revision}${after}`;
    }
    case 'copy':
      return `counts with ${cell.of}`;
    case 'unchecked':
      return cell.silences.length === 0
        ? 'not yet checked'
        : `not yet checked, ${cell.silences.length} ${cell.silences.length === 1 ? 'article' : 'articles'} silent`;
  }
}
