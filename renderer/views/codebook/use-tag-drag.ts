import { type DragEvent, useRef, useState } from 'react';
import type { TagId } from '../../../app/record/ids.ts';
import { canDrop, type DropMark, placeOfDrop } from '../../session/codebook/codebook-drag.ts';
import type { CodebookLine } from '../../session/codebook/codebook-lines.ts';
import { fold, moveTo } from '../../session/codebook/codebook-moves.ts';
import { useSession } from '../parts/session-context.ts';

/** How long tags are held over one that is folded up until it opens, in milliseconds. */
const untilOpen = 600;

export interface TagDrag {
  readonly mark: DropMark | null;
  onDragStart(event: DragEvent, line: CodebookLine): void;
  onDragOver(event: DragEvent<HTMLElement>, line: CodebookLine): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/** Tags dragged by the mouse: the one that is taken, or all that are selected if it is one of these. */
export function useTagDrag(): TagDrag {
  const session = useSession();
  const [mark, setMark] = useState<DropMark | null>(null);
  const dragged = useRef<ReadonlySet<TagId>>(new Set());
  /** Whether the tags below the one that is pointed at are listed. */
  const isOpen = useRef(false);
  const held = useRef<{ key: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const hold = (key: string | null): void => {
    if (held.current?.key === key) return;
    if (held.current !== null) clearTimeout(held.current.timer);
    held.current = null;
    if (key === null) return;
    const timer = setTimeout(() => fold(session, key as TagId, false), untilOpen);
    held.current = { key, timer };
  };
  const end = (): void => {
    hold(null);
    dragged.current = new Set();
    setMark(null);
  };
  return {
    mark,
    onDragStart(event, line) {
      if (line.kind !== 'tag' || session.store.project.readOnly !== null) {
        event.preventDefault();
        return;
      }
      const { selected } = session.get().codebook;
      dragged.current = selected.has(line.tag.id) ? selected : new Set([line.tag.id]);
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', line.tag.name);
    },
    onDragOver(event, line) {
      if (line.kind !== 'tag' || dragged.current.size === 0) return;
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const part = (event.clientY - top) / height;
      const zone = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'into';
      if (!canDrop(session.store.records.list('tag'), dragged.current, line.tag.id)) {
        setMark(null);
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      hold(line.isOpen === false && zone === 'into' ? line.key : null);
      isOpen.current = line.isOpen === true;
      if (mark?.key !== line.key || mark.zone !== zone) setMark({ key: line.key, zone });
    },
    onDrop(event) {
      if (mark === null || dragged.current.size === 0) return;
      event.preventDefault();
      const place = placeOfDrop(session.store.records.list('tag'), mark, isOpen.current);
      const ids = dragged.current;
      end();
      if (place !== null) moveTo(session, ids, place);
    },
    onDragEnd: end,
  };
}
