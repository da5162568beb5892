import type { ReactNode } from 'react';
import { matrixShown } from '../../session/matrix/matrix-shown.ts';
import { focusOfReader, searchCellOf, showPassage } from '../../session/matrix/matrix-side.ts';
import type { MatrixSide } from '../../session/matrix/matrix-state.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { StanceSign } from '../claims/stance-sign.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { SideList } from './side-list.tsx';

/** The passages of a cell: arrows show one in its text, Enter goes into the text. */
export function PassageList({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  useRecords((records) => records.evidenceOf(side.claimId));
  const cell = matrixShown(session).cellOf(side.claimId, side.columnId);
  const passages = cell?.kind === 'evidence' ? cell.passages : [];
  return (
    <div className="matrix-search">
      <SideList
        label="Passages of the cell"
        count={passages.length}
        keyOf={(index) => passages[index]?.evidence.id ?? ''}
        multiple={false}
        isChosen={(_, active) => active}
        onShow={(index) => {
          const one = passages[index];
          if (one !== undefined) showPassage(session, one.annotation);
        }}
        onChoose={() => focusOfReader(session)}
        onEnter={() => focusOfReader(session)}
        onLetter={(key) => {
          if (key === 'e') searchCellOf(session, side);
          return key === 'e';
        }}
        empty={
          <span className="hint">
            No passage is filed here. <KeyLabel value="e" /> searches the article.
          </span>
        }
      >
        {(index) => {
          const one = passages[index];
          return (
            one !== undefined && (
              <>
                <StanceSign evidence={one.evidence} />
                <span className="found-words">
                  <span className="found-source">{labelOf(session, one.annotation.id)} </span>
                  {one.annotation.passage.quote}
                </span>
              </>
            )
          );
        }}
      </SideList>
    </div>
  );
}
