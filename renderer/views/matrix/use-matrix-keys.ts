import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { claimFromNothing } from '../../session/claims/claim.ts';
import { sendToBriefFromMatrix } from '../../session/commands/matrix-export-commands.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { showClaimBeside } from '../../session/matrix/matrix-claim.ts';
import {
  hideColumn,
  pinColumn,
  stepColumn,
  toggleClaimParts,
} from '../../session/matrix/matrix-columns-view.ts';
import { askStance } from '../../session/matrix/matrix-evidence.ts';
import {
  filledEdge,
  type GridPlace,
  type GridStep,
  gridPlaceOf,
  placeAt,
} from '../../session/matrix/matrix-grid.ts';
import type { MatrixShown } from '../../session/matrix/matrix-shown.ts';
import { closeSide, goToCell, openCell, searchCell } from '../../session/matrix/matrix-side.ts';
import { confirmCellSilence, withdrawCellSilence } from '../../session/matrix/matrix-silence.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

const steps: Readonly<Record<string, GridStep>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/** Where the keyboard is in the matrix, and what its keys do. */
export interface MatrixKeys {
  readonly at: GridPlace;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  /** Puts the keyboard there. */
  goTo(place: GridPlace): void;
}

/**
 * The keys of the matrix, as in a spreadsheet: arrows, Home and End, pages; with Control to the edge of what is filled.
 * Nothing that is typed changes a record by itself: letters ask, open or search.
 */
export function useMatrixKeys(options: {
  readonly shown: MatrixShown;
  readonly pageRows: () => number;
  readonly pageColumns: () => number;
  readonly reveal: (place: GridPlace) => void;
  readonly openMenu: (column: number) => void;
}): MatrixKeys {
  const session = useSession();
  const { shown, reveal } = options;
  const place = useSessionState((state) => state.matrix.place);
  const before = useRef<GridPlace>({ row: 0, column: 0 });
  const at = useMemo(() => gridPlaceOf(shown, place, before.current), [shown, place]);
  before.current = at;
  // Neither a claim nor a column: nothing was chosen yet, but for the corner, once the keyboard has gone anywhere.
  const hasGone = useRef(false);
  useEffect(() => {
    // What was there is gone, or nothing was chosen yet: what has the keyboard now is what the Inspector shows.
    const present = session.get().matrix.place;
    const isNew = !hasGone.current && present.claimId === null && present.columnId === null;
    const wanted = isNew && shown.rows.length > 0 ? { row: 0, column: isNew ? 0 : at.column } : at;
    const actual = placeAt(shown, wanted);
    if (actual.claimId === present.claimId && actual.columnId === present.columnId) return;
    const { matrix } = session.get();
    session.set({ matrix: { ...matrix, place: actual } });
  }, [session, shown, at]);

  const goTo = (to: GridPlace): void => {
    hasGone.current = true;
    const next = placeAt(shown, to);
    goToCell(session, next);
    reveal(gridPlaceOf(shown, next, to));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || event.target !== event.currentTarget) return;
    const mod = session.hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const last: GridPlace = { row: shown.rows.length - 1, column: shown.columns.length - 1 };
    const row = shown.rows[at.row];
    const column = shown.columns[at.column];
    const step = steps[event.key];
    if (step !== undefined) {
      if (event.altKey) {
        const sideways = step.columns;
        if (sideways !== 0 && at.row === -1 && column !== undefined) {
          done();
          stepColumn(session, column.id, sideways);
        } else if (sideways !== 0 && at.column === -1 && row?.hasChildren === true) {
          done();
          if (row.isOpen === (sideways === -1)) toggleClaimParts(session, row.claim.id);
        }
        return;
      }
      done();
      goTo(
        mod
          ? filledEdge(shown, at, step)
          : {
              row: Math.max(-1, Math.min(at.row + step.rows, last.row)),
              column: Math.max(-1, Math.min(at.column + step.columns, last.column)),
            },
      );
      return;
    }
    switch (event.key) {
      case 'Home':
        done();
        goTo(mod ? { row: 0, column: -1 } : { ...at, column: -1 });
        return;
      case 'End':
        done();
        goTo(mod ? last : { ...at, column: last.column });
        return;
      case 'PageDown':
      case 'PageUp': {
        done();
        const sign = event.key === 'PageDown' ? 1 : -1;
        if (event.altKey) {
          goTo({
            ...at,
            column: Math.max(0, Math.min(at.column + sign * options.pageColumns(), last.column)),
          });
        } else {
          goTo({ ...at, row: Math.max(0, Math.min(at.row + sign * options.pageRows(), last.row)) });
        }
        return;
      }
      case 'Escape':
        if (closeSide(session)) done();
        return;
      case 'Enter':
        done();
        if (at.row === -1) options.openMenu(at.column);
        else if (at.column === -1 && row !== undefined)
          showClaimBeside(session, row.claim.id, true);
        else openCell(session);
        return;
      case ' ':
        done();
        if (at.column === -1 && row?.hasChildren === true) toggleClaimParts(session, row.claim.id);
        return;
      case 'ContextMenu':
        done();
        options.openMenu(at.row === -1 ? at.column : -1);
        return;
      case 'Delete':
        done();
        if (!withdrawCellSilence(session)) {
          session.say(
            'Only a confirmed silence is taken back here. Passages are in the Inspector.',
          );
        }
        return;
      default:
    }
    if (mod || event.altKey || event.key.length !== 1 || !letterKeysOn()) return;
    const letters: Readonly<Record<string, () => void>> = {
      e: () => searchCell(session),
      s: () => askStance(session),
      m: () => confirmCellSilence(session),
      h: () => column !== undefined && hideColumn(session, column.id),
      p: () => column !== undefined && pinColumn(session, column.id),
      n: () => claimFromNothing(session),
      b: () => void sendToBriefFromMatrix(session, 'place'),
      c: () => row !== undefined && showClaimBeside(session, row.claim.id, false),
      '/': () => document.querySelector<HTMLElement>('.matrix-filter input')?.focus(),
    };
    const act = letters[event.key];
    if (act === undefined) return;
    done();
    act();
  };

  return { at, onKeyDown, goTo };
}
