import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { claimTree } from '../../claim/claim-tree.ts';
import { presentEvidence } from '../../claim/present-evidence.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ClaimRecord, EvidenceRecord } from '../../record/records.ts';
import type { SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';
import { guessedFacts } from './guessed-facts.ts';
import { longCells } from './long-cells.ts';
import { mentionName } from './mention-name.ts';
import { noteWords } from './note-words.ts';

/** What a claim's own columns are called, as in the workbook of the matrix. */
const claimHeads = [
  ...['Claim', 'Wording', 'Part of', 'Speaker', 'Said on', 'Until', 'Place', 'Status'],
  ...['Confidence (%)', 'Importance (1 to 3)', 'Tags', 'Questions', 'Note', 'Silent', 'Id'],
];

/** What the columns of a passage under a claim are called. */
const evidenceHeads = [
  ...['Stance', 'Number', 'Quotation', 'Outlet', 'Article', 'Published', 'Guessed', 'Address'],
  ...['Start (UTF-16)', 'End (UTF-16)', 'SHA-256 of the revision'],
];

const claimWidths = [8, 44, 9, 24, 13, 13, 18, 14, 10, 10, 24, 30, 30, 30, 36];
const evidenceWidths = [11, 9, 70, 22, 34, 14, 18, 30, 10, 10, 30];

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
  yield [...claimHeads, ...evidenceHeads];
  for (const claim of claimTree(records.list('claim')).inOrder) {
    const facts = claimCells(records, claim, onPoorer);
    const [label = '', wording = ''] = facts;
    const evidence = presentEvidence(records, claim.id);
    const bare = [label, wording, ...Array<string>(claimHeads.length - 2).fill('')];
    yield [...facts, ...evidenceCells(records, evidence[0])];
    for (const one of evidence.slice(1)) yield [...bare, ...evidenceCells(records, one)];
  }
}

/** Claims and their evidence as two sheets of a workbook: a row for each claim, a row for each passage. */
export function claimSheets(
  records: RecordSource,
  onPoorer: (label: string) => void = () => undefined,
): readonly SheetLook[] {
  const claims = claimTree(records.list('claim')).inOrder;
  return [
    longCells({
      name: 'Claims',
      rows: [claimHeads, ...claims.map((claim) => claimCells(records, claim, onPoorer))],
      widths: claimWidths,
      stickyColumns: 2,
    }),
    longCells({
      name: 'Passages',
      rows: [
        ['Claim', 'Wording', ...evidenceHeads],
        ...claims.flatMap((claim) =>
          presentEvidence(records, claim.id).map((one) => [
            ...[`C${claim.number}`, claim.wording],
            ...evidenceCells(records, one),
          ]),
        ),
      ],
      widths: [8, 44, ...evidenceWidths],
      stickyColumns: 1,
    }),
  ];
}

function claimCells(
  records: RecordSource,
  claim: ClaimRecord,
  onPoorer: (label: string) => void,
): readonly SheetCell[] {
  const label = `C${claim.number}`;
  const parent = claim.parentId ? records.get('claim', claim.parentId) : null;
  const words =
    claim.note === null ? null : noteWords(claim.note, (target) => mentionName(records, target));
  if (words?.isPoorer === true) onPoorer(label);
  const silent = records.silencesOf(claim.id).flatMap(({ articleId, search }) => {
    const article = records.get('article', articleId);
    return article === null
      ? []
      : [`${article.number} ${effectiveMetadata(article).title} (“${search}”)`];
  });
  return [
    ...[label, claim.wording, parent === null ? '' : `C${parent.number}`],
    ...[speakerName(records, claim) ?? '', claim.saidOn ?? '', claim.saidUntil ?? ''],
    ...[claim.place ?? '', claim.status],
    claim.confidence === null ? '' : Math.round(claim.confidence * 100),
    claim.importance ?? '',
    claim.tagIds.flatMap((id) => records.get('tag', id)?.name ?? []).join('; '),
    (claim.questions ?? [])
      .map(({ question, answer }) => (answer === '' ? question : `${question} ${answer}`))
      .join('\n'),
    words?.text ?? '',
    silent.join('\n'),
    claim.id,
  ];
}

function evidenceCells(
  records: RecordSource,
  evidence: EvidenceRecord | undefined,
): readonly SheetCell[] {
  const annotation =
    evidence === undefined ? null : records.get('annotation', evidence.annotationId);
  const article = annotation === null ? null : records.get('article', annotation.articleId);
  if (evidence === undefined || annotation === null || article === null) {
    return Array<string>(evidenceHeads.length).fill('');
  }
  const metadata = effectiveMetadata(article);
  const { passage } = annotation;
  return [
    ...[evidence.stance, annotationLabel(article, annotation), passage.quote],
    ...[
      metadata.outlet ?? '',
      metadata.title,
      metadata.published ?? '',
      guessedFacts(article),
      metadata.url ?? '',
    ],
    ...[passage.start, passage.end, records.get('revision', passage.revisionId)?.hash ?? ''],
  ];
}
