import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MatrixCell } from '../../../app/claim/matrix-cell.ts';
import type { MatrixColumn } from '../../../app/claim/matrix-columns.ts';
import type { ClaimRecord, Stance } from '../../../app/record/records.ts';
import { countOf, listArticle } from '../../session/article-list.ts';
import { changeStance, removeEvidence, stances } from '../../session/claims/claim.ts';
import { matrixShown } from '../../session/matrix/matrix-shown.ts';
import { searchCell, showPassageBeside } from '../../session/matrix/matrix-side.ts';
import { confirmCellSilence, withdrawCellSilence } from '../../session/matrix/matrix-silence.ts';
import { searchInWords } from '../../session/matrix/matrix-words.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { AnnotationInspector } from '../inspector/annotation-inspector.tsx';
import { Section } from '../inspector/section.tsx';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { Choice } from '../parts/choice.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The cell before the analyst: its passages with their stances, its silence, and what can be done there. */
export function CellInspector(): ReactNode {
  const session = useSession();
  const place = useSessionState((state) => state.matrix.place);
  const annotationId = useSessionState((state) => state.annotationId);
  const { claimId, columnId } = place;
  const claim = useRecords((records) => (claimId === null ? null : records.get('claim', claimId)));
  useRecords((records) => (claimId === null ? null : records.evidenceOf(claimId)));
  useRecords((records) => (claimId === null ? null : records.silencesOf(claimId)));
  useRecords((records) => records.list('article'));
  const shown = matrixShown(session);
  const column = columnId === null ? null : shown.columnOf(columnId);
  const cell = claimId === null || columnId === null ? null : shown.cellOf(claimId, columnId);
  if (claim === null || column === null || cell === null) {
    return column === null ? (
      <p className="empty">Go to a cell with the arrow keys to see what it rests on.</p>
    ) : (
      <ColumnFacts column={column} />
    );
  }
  return (
    <>
      <CellPanel claim={claim} column={column} cell={cell} />
      {annotationId !== null && !isOfCell(cell, annotationId) && (
        <div className="cell-annotation">
          <AnnotationInspector id={annotationId} />
        </div>
      )}
    </>
  );
}

function isOfCell(cell: MatrixCell, annotationId: string): boolean {
  return (
    cell.kind === 'evidence' &&
    cell.passages.some(({ annotation }) => annotation.id === annotationId)
  );
}

function CellPanel(props: {
  readonly claim: ClaimRecord;
  readonly column: MatrixColumn;
  readonly cell: MatrixCell;
}): ReactNode {
  const session = useSession();
  const { claim, column, cell } = props;
  const count = cell.kind === 'evidence' ? cell.passages.length : 0;
  const says =
    cell.kind === 'evidence'
      ? countOf(count, 'passage')
      : cell.kind === 'silent'
        ? 'silent ✓'
        : cell.kind === 'copy'
          ? `counts with ${cell.of}`
          : 'not yet checked';
  const readOnly = session.store.project.readOnly !== null;
  return (
    <>
      <div className="inspected-head">
        C{claim.number} × {column.title} · {says}
      </div>
      <p className="cell-wording">{claim.wording}</p>
      <div className="inspected-actions">
        <button type="button" className="button" onClick={() => searchCell(session)}>
          {column.articleIds.length === 1 ? 'Search the article' : 'Search the articles'}
          <KeyLabel value="e" />
        </button>
        {!readOnly && (cell.kind === 'unchecked' || cell.kind === 'copy') && (
          <button type="button" className="button" onClick={() => confirmCellSilence(session)}>
            Confirm silence
            <KeyLabel value="m" />
          </button>
        )}
      </div>
      {cell.kind === 'evidence' && (
        <Section title="Passages" aside={<span className="count">{count}</span>}>
          {cell.passages.map(({ evidence, annotation }) => (
            <AnnotationCard
              key={evidence.id}
              id={annotation.id}
              onOpen={() => showPassageBeside(session, annotation)}
              openLabel="Open passage"
              corner={
                <button
                  type="button"
                  className="button quiet icon"
                  aria-label={`Remove evidence ${labelOf(session, annotation.id)}`}
                  onClick={() => removeEvidence(session, evidence)}
                >
                  <X size={12} aria-hidden="true" />
                </button>
              }
            >
              <Choice
                label={`Stance of ${labelOf(session, annotation.id)}`}
                hideLabel
                value={evidence.stance}
                options={stances}
                onChange={(stance: Stance) => changeStance(session, evidence, stance)}
              />
            </AnnotationCard>
          ))}
          {cell.countsWith !== null && (
            <p className="hint">
              It is a near duplicate: as a source it counts with {cell.countsWith}.
            </p>
          )}
        </Section>
      )}
      {(cell.kind === 'silent' || cell.kind === 'unchecked') && cell.silences.length > 0 && (
        <Silences cell={cell} readOnly={readOnly} />
      )}
      {cell.kind === 'copy' && (
        <p className="hint">
          A near duplicate of what {cell.of} published: it is no source of its own. Search it all
          the same if it may have added something.
        </p>
      )}
      {cell.kind === 'unchecked' && cell.silences.length === 0 && (
        <p className="hint">
          Nobody has looked yet. The search finds the sentences with words of the claim: file those
          that speak of it, or confirm that the article is silent.
        </p>
      )}
    </>
  );
}

function Silences(props: {
  readonly cell: Extract<MatrixCell, { kind: 'silent' | 'unchecked' }>;
  readonly readOnly: boolean;
}): ReactNode {
  const session = useSession();
  const { records } = session.store;
  const { cell } = props;
  return (
    <Section title="Confirmed silent">
      {cell.silences.map((silence) => {
        const article = records.get('article', silence.articleId);
        const revision =
          silence.revisionId === undefined ? null : records.get('revision', silence.revisionId);
        const isOutdated = revision !== null && article?.revisionId !== revision.id;
        const day = new Date(silence.modifiedAt).toLocaleDateString('en-GB', { dateStyle: 'long' });
        return (
          <div key={silence.id} className="card">
            <div className="card-head">
              <span className="card-source">
                {article === null ? 'a removed article' : listArticle(article).metadata.title}
              </span>
            </div>
            <p className="cell-search">{searchInWords(silence)}</p>
            <p className="hint">
              By {silence.author}, {day}
              {isOutdated &&
                `. Confirmed for revision ${revision.number ?? 1}; the article has changed since.`}
            </p>
          </div>
        );
      })}
      {!props.readOnly && (
        <div className="inspected-actions">
          <button
            type="button"
            className="button quiet"
            onClick={() => withdrawCellSilence(session)}
          >
            Take the silence back
            <KeyLabel value="Delete" />
          </button>
        </div>
      )}
    </Section>
  );
}

function ColumnFacts({ column }: { readonly column: MatrixColumn }): ReactNode {
  return (
    <>
      <div className="inspected-head">Column</div>
      <p className="cell-wording">{column.title}</p>
      {column.headline !== '' && <p className="hint">{column.headline}</p>}
      <p className="hint">{column.facts.join(' · ')}</p>
    </>
  );
}
