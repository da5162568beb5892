import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { claimTree } from '../../claim/claim-tree.ts';
import { presentEvidence } from '../../claim/present-evidence.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ClaimRecord, EvidenceRecord } from '../../record/records.ts';
import type { SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';
import {
  type ClaimColumn,
  type ClaimFact,
  claimColumns,
  claimFacts,
  claimOrigin,
  type EvidenceFact,
  evidenceFacts,
  evidenceOrigin,
} from './claim-columns.ts';
import { guessedFacts } from './guessed-facts.ts';
import { longCells } from './long-cells.ts';
import { mentionName } from './mention-name.ts';
import { noteWords } from './note-words.ts';
import { percentOf } from './percent.ts';
import { writeQuestions } from './question-list.ts';
import { writeSearched } from './searched-list.ts';
import { writtenTags } from './written-tags.ts';

const columns = Object.keys(claimColumns) as ClaimColumn[];
const factColumns = Object.keys({ ...claimFacts, ...claimOrigin }) as ClaimFact[];
const passageColumns = Object.keys({ ...evidenceFacts, ...evidenceOrigin }) as EvidenceFact[];

const widths: Readonly<Record<ClaimColumn, number>> = {
  ...{ claim: 8, wording: 44, parent: 9, speaker: 24, saidOn: 13, saidUntil: 13, place: 18 },
  ...{ status: 14, confidence: 10, importance: 10, tags: 24, questions: 30, note: 30, silent: 30 },
  ...{ id: 36, stance: 11, number: 9, quote: 70, outlet: 22, article: 34, published: 14 },
  ...{ guessed: 18, url: 30, start: 10, end: 10, hash: 30, speakerId: 36, speakerNature: 14 },
  ...{ author: 14, created: 22, searched: 30, passageId: 36, evidenceId: 36, filedBy: 14 },
  filed: 22,
};

type Cells<Column extends string> = Readonly<Record<Column, SheetCell>>;

/**
 * Claims with their evidence as rows under their heads, in the order of the tree: one row for each passage, which repeats
 * its claim's number and wording; a claim without evidence has one row. The claim's other facts stand in its first row.
 *
 * @param onPoorer told of each note of which only the words are written
 */
export function* claimRows(
  records: RecordSource,
  onPoorer: (label: string) => void = () => undefined,
): Generator<readonly SheetCell[]> {
  yield columns.map((column) => claimColumns[column]);
  const tags = writtenTags(records);
  for (const claim of claimTree(records.list('claim')).inOrder) {
    let facts: Partial<Cells<ClaimColumn>> = claimCells(records, claim, tags, onPoorer);
    const { claim: label = '', wording = '' } = facts;
    const evidence = presentEvidence(records, claim.id);
    for (const one of evidence.length === 0 ? [null] : evidence) {
      const row = { ...facts, ...(one === null ? {} : evidenceCells(records, one)) };
      yield columns.map((column) => row[column] ?? '');
      facts = { claim: label, wording };
    }
  }
}

/** Claims and their evidence as two sheets of a workbook: a row for each claim, a row for each passage. */
export function claimSheets(
  records: RecordSource,
  onPoorer: (label: string) => void = () => undefined,
): readonly SheetLook[] {
  const claims = claimTree(records.list('claim')).inOrder;
  const tags = writtenTags(records);
  const named = ['claim', 'wording', ...passageColumns] as const;
  return [
    longCells({
      name: 'Claims',
      rows: [
        factColumns.map((column) => claimColumns[column]),
        ...claims.map((claim) => {
          const cells = claimCells(records, claim, tags, onPoorer);
          return factColumns.map((column) => cells[column]);
        }),
      ],
      widths: factColumns.map((column) => widths[column]),
      stickyColumns: 2,
    }),
    longCells({
      name: 'Passages',
      rows: [
        named.map((column) => claimColumns[column]),
        ...claims.flatMap(({ id, number, wording }) =>
          presentEvidence(records, id).map((one) => {
            const cells = { claim: `C${number}`, wording, ...evidenceCells(records, one) };
            return named.map((column) => cells[column] ?? '');
          }),
        ),
      ],
      widths: named.map((column) => widths[column]),
      stickyColumns: 1,
    }),
  ];
}

function claimCells(
  records: RecordSource,
  claim: ClaimRecord,
  tags: ReturnType<typeof writtenTags>,
  onPoorer: (label: string) => void,
): Cells<ClaimFact> {
  const label = `C${claim.number}`;
  const parent = claim.parentId ? records.get('claim', claim.parentId) : null;
  const speaker = claim.speakerId ? records.get('speaker', claim.speakerId) : null;
  const words =
    claim.note === null ? null : noteWords(claim.note, (target) => mentionName(records, target));
  if (words?.isPoorer === true) onPoorer(label);
  const silences = records.silencesOf(claim.id);
  const silent = silences.flatMap(({ articleId, search }) => {
    const article = records.get('article', articleId);
    return article === null
      ? []
      : [`${article.number} ${effectiveMetadata(article).title} (“${search}”)`];
  });
  const searched = silences.flatMap(({ id, author, createdAt, search, mode, revisionId }) => {
    const hash = revisionId ? records.get('revision', revisionId)?.hash : undefined;
    const about = { mode: mode ?? 'words', search, id, author, createdAt } as const;
    return hash === undefined ? [] : [{ hash, ...about }];
  });
  return {
    claim: label,
    wording: claim.wording,
    parent: parent === null ? '' : `C${parent.number}`,
    speaker: speakerName(records, claim) ?? '',
    saidOn: claim.saidOn ?? '',
    saidUntil: claim.saidUntil ?? '',
    place: claim.place ?? '',
    status: claim.status,
    confidence: claim.confidence === null ? '' : percentOf(claim.confidence),
    importance: claim.importance ?? '',
    tags: tags(claim.tagIds),
    questions: writeQuestions(claim.questions ?? []),
    note: words?.text ?? '',
    silent: silent.join('\n'),
    id: claim.id,
    speakerId: speaker?.id ?? '',
    speakerNature: speaker?.nature ?? '',
    author: claim.author,
    created: claim.createdAt,
    searched: writeSearched(searched),
  };
}

function evidenceCells(
  records: RecordSource,
  evidence: EvidenceRecord,
): Partial<Cells<EvidenceFact>> {
  const annotation = records.get('annotation', evidence.annotationId);
  const article = annotation === null ? null : records.get('article', annotation.articleId);
  if (annotation === null || article === null) return {};
  const metadata = effectiveMetadata(article);
  const { passage } = annotation;
  return {
    stance: evidence.stance,
    number: annotationLabel(article, annotation),
    quote: passage.quote,
    outlet: metadata.outlet ?? '',
    article: metadata.title,
    published: metadata.published ?? '',
    guessed: guessedFacts(article),
    url: metadata.url ?? '',
    start: passage.start,
    end: passage.end,
    hash: records.get('revision', passage.revisionId)?.hash ?? '',
    passageId: annotation.id,
    evidenceId: evidence.id,
    filedBy: evidence.author,
    filed: evidence.createdAt,
  };
}
