import { type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { openEvidence, writeNote } from '../../session/evidence/evidence-actions.ts';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import { quoteTyped } from '../../session/evidence/evidence-lines.ts';
import {
  annotationsBetween,
  selectAnnotations,
  selectedOf,
  setEvidence,
  toggleAnnotation,
} from '../../session/evidence/evidence-selection.ts';
import { toggleEvidenceGroup } from '../../session/evidence/evidence-view.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { type GridActions, type GridKeys, useGridKeys } from '../parts/use-grid-keys.ts';
import { type BatchAction, runBatch, tagWithKey } from './batch-actions.ts';
import type { EvidenceList } from './use-evidence-list.ts';

/** How long the keyboard rests on a row before the Inspector shows it, in milliseconds: keys held down go on. */
const rest = 120;

const letters: Readonly<Record<string, BatchAction>> = {
  t: 'tag',
  u: 'untag',
  l: 'link',
  c: 'claim',
  b: 'brief',
};

/** The keys of the table: those of the Library's list, Space for the preview, and the reader's letters. */
export function useEvidenceKeys(options: {
  readonly grid: RefObject<HTMLElement | null>;
  readonly list: EvidenceList;
  reveal(index: number): void;
  pageSize(): number;
}): GridKeys & { onDoubleClick(event: MouseEvent<HTMLElement>): void } {
  const session = useSession();
  const { lines, shown } = options.list;
  const words = useSessionState((state) => state.evidence.words);
  const facets = useSessionState((state) => state.evidence.facets);
  const opened = useSessionState((state) => state.evidence.opened);
  const resetOn = useMemo(() => ({ words, facets, opened }), [words, facets, opened]);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const idsMeant = (item: EvidenceItem | null): readonly AnnotationId[] => {
    const { selected } = session.get().evidence;
    if (item === null) return [];
    const { id } = item.annotation;
    return selected.has(id) ? selectedOf(shown, selected) : [id];
  };
  const open = (index: number, beside: boolean): void => {
    const item = lines.itemAt(index);
    if (item !== null) openEvidence(session, item.annotation, beside);
  };
  const actions: GridActions = {
    open,
    click: () => undefined,
    toggleGroup: (index) => {
      const group = lines.groupAt(index);
      if (group !== null) toggleEvidenceGroup(session, group.id);
    },
    toggle: (index) => {
      const item = lines.itemAt(index);
      if (item !== null) toggleAnnotation(session, item.annotation.id);
    },
    selectBetween: (one, other) =>
      selectAnnotations(session, annotationsBetween(lines, one, other)),
    // Groups that are folded up count: what is selected is what the filter leaves.
    selectAll: () =>
      selectAnnotations(
        session,
        shown.map(({ annotation }) => annotation.id),
      ),
    clearSelection: () => {
      const { selected, preview } = session.get().evidence;
      if (preview) setEvidence(session, { preview: false });
      else selectAnnotations(session, []);
      return preview || selected.size > 0;
    },
    remove: (index) => {
      runBatch(session, 'remove', idsMeant(lines.itemAt(index)));
      return true;
    },
    space: () => {
      setEvidence(session, { preview: !session.get().evidence.preview });
      return true;
    },
    letter: (key, index) => {
      if (!letterKeysOn()) return false;
      const ids = idsMeant(lines.itemAt(index));
      const action = letters[key];
      const item = lines.itemAt(index);
      if (key === 'x' && item !== null) toggleAnnotation(session, item.annotation.id);
      else if (key === 'n' && item !== null) writeNote(session, item.annotation.id);
      else if (/^[1-9]$/.test(key)) tagWithKey(session, Number(key), ids);
      else if (action !== undefined) runBatch(session, action, ids);
      return true;
    },
    lineTyped: (from, typed) => quoteTyped(lines, from, typed),
  };
  const keys = useGridKeys({
    ...options,
    lines,
    actions,
    resetOn,
    startKey: session.get().evidence.activeKey,
    onActive: (index) => {
      setEvidence(session, { activeKey: lines.keyAt(index) });
      const item = lines.itemAt(index);
      clearTimeout(resting.current);
      if (item === null) return;
      resting.current = setTimeout(() => session.focusAnnotation(item.annotation.id), rest);
    },
  });
  return {
    ...keys,
    onDoubleClick: (event) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
      if (row !== null) open(Number(row.dataset.index), event.shiftKey);
    },
  };
}
