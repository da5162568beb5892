import { type DragEvent, useRef, useState } from 'react';
import {
  moveSectionTo,
  type OutlineLine,
  placeBeside,
} from '../../session/writing/brief-outline.ts';
import { useSession } from '../parts/session-context.ts';

/** Where a dragged section would go: before the section of a line, or behind all of it. */
interface DropMark {
  readonly at: number;
  readonly zone: 'before' | 'after';
}

export interface OutlineDrag {
  readonly mark: DropMark | null;
  onDragStart(event: DragEvent, line: OutlineLine): void;
  onDragOver(event: DragEvent<HTMLElement>, line: OutlineLine): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/** Sections dragged by the mouse. What is dragged keeps its level. */
export function useOutlineDrag(): OutlineDrag {
  const session = useSession();
  const [mark, setMark] = useState<DropMark | null>(null);
  const dragged = useRef<number | null>(null);
  const end = (): void => {
    dragged.current = null;
    setMark(null);
  };
  return {
    mark,
    onDragStart(event, line) {
      if (session.store.project.readOnly !== null) {
        event.preventDefault();
        return;
      }
      dragged.current = line.at;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', line.words);
    },
    onDragOver(event, line) {
      if (dragged.current === null) return;
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const zone = event.clientY - top < height / 2 ? 'before' : 'after';
      if (placeBeside(session, dragged.current, line.at, zone) === null) {
        setMark(null);
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      if (mark?.at !== line.at || mark.zone !== zone) setMark({ at: line.at, zone });
    },
    onDrop(event) {
      const at = dragged.current;
      if (mark === null || at === null) return;
      event.preventDefault();
      const before = placeBeside(session, at, mark.at, mark.zone);
      end();
      if (before !== null) moveSectionTo(session, at, before);
    },
    onDragEnd: end,
  };
}
