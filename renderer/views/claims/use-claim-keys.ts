import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { ClaimLine } from '../../session/claims/claim-lines.ts';
import { type ClaimStep, deleteClaim, stepClaim } from '../../session/claims/claim-moves.ts';
import { setClaims } from '../../session/claims/claims-state.ts';
import { claimsListView, foldClaim } from '../../session/claims/claims-view-setting.ts';
import { useSession } from '../parts/session-context.ts';

const steps: Readonly<Record<string, ClaimStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/**
 * Keys of the list of claims, after the pattern "treegrid" of the ARIA authoring practices, with the focus on the button of a
 * row: arrows, Home, End and pages move, right and left open and fold up; with Alt the arrows move the claim itself, in
 * the list's own order. Delete removes it.
 */
export function useClaimKeys(options: {
  readonly lines: readonly ClaimLine[];
  readonly activeIndex: number;
  readonly grid: RefObject<HTMLElement | null>;
  pageSize(): number;
}): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const { lines, activeIndex, grid } = options;
  const wantsFocus = useRef(false);

  // The row may be drawn only after the list was scrolled to it.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    const stop = grid.current?.querySelector<HTMLElement>(
      `[data-index="${activeIndex}"] [data-stop]`,
    );
    if (!stop) return;
    wantsFocus.current = false;
    stop.focus({ preventScroll: true });
  });

  const goTo = (index: number): void => {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (line === undefined) return;
    wantsFocus.current = true;
    setClaims(session, { active: line.claim.id });
  };
  const above = (index: number): number => {
    const level = lines[index]?.level ?? 1;
    return lines.findLastIndex((line, at) => at < index && line.level < level);
  };
  const onArrows = (event: KeyboardEvent): boolean => {
    const line = lines[activeIndex];
    switch (event.key) {
      case 'ArrowDown':
        goTo(activeIndex + 1);
        return true;
      case 'ArrowUp':
        goTo(activeIndex - 1);
        return true;
      case 'Home':
        goTo(0);
        return true;
      case 'End':
        goTo(lines.length - 1);
        return true;
      case 'PageDown':
        goTo(activeIndex + options.pageSize());
        return true;
      case 'PageUp':
        goTo(activeIndex - options.pageSize());
        return true;
      case 'ArrowRight':
        if (line?.isOpen === true) goTo(activeIndex + 1);
        else if (line?.isOpen === false) foldClaim(session, line.claim.id, false);
        return true;
      case 'ArrowLeft':
        if (line?.isOpen === true) foldClaim(session, line.claim.id, true);
        else if (above(activeIndex) >= 0) goTo(above(activeIndex));
        return true;
      default:
        return false;
    }
  };
  return (event) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const line = lines[activeIndex];
    const step = steps[event.key];
    if (event.altKey) {
      if (step === undefined || line === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (session.store.project.readOnly !== null) return;
      const { sort, descending } = claimsListView(session);
      if (sort !== 'order' || descending) {
        session.say('Sort the claims by their own order first; then they can be moved.');
        return;
      }
      wantsFocus.current = true;
      stepClaim(session, line.claim, step);
      return;
    }
    if (event.key === 'Delete' && line !== undefined && session.store.project.readOnly === null) {
      event.preventDefault();
      const next = lines[activeIndex + 1] ?? lines[activeIndex - 1];
      wantsFocus.current = next !== undefined;
      setClaims(session, { active: next?.claim.id ?? null });
      deleteClaim(session, line.claim);
      return;
    }
    if (!onArrows(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
