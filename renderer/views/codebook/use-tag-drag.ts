import { type DragEvent, useRef, useState } from 'react';
import { type TagPlace, topmost } from '../../../app/annotation/place-tags.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { CodebookLine } from '../../session/codebook-lines.ts';
import { fold, moveTo } from '../../session/codebook-moves.ts';
import { useSession } from '../parts/session-context.ts';

/** Where on a line the tags that are dragged would go: before it, below it as its last, behind it. */
export interface DropMark {
  readonly key: string;
  readonly zone: 'before' | 'into' | 'after';
}

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
      const tags = session.store.records.list('tag');
      const way = tagTree(tags).path(line.tag.id);
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const part = (event.clientY - top) / height;
      const zone = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'into';
      // Not on itself, nor below itself.
      const isRing = topmost(tags, dragged.current).some((tag) => way.includes(tag));
      if (isRing) {
        setMark(null);
        return;
      }
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      hold(line.isOpen === false && zone === 'into' ? line.key : null);
      if (mark?.key !== line.key || mark.zone !== zone) setMark({ key: line.key, zone });
    },
    onDrop(event) {
      if (mark === null || dragged.current.size === 0) return;
      event.preventDefault();
      const place = placeOf(session.store.records.list('tag'), mark);
      const ids = dragged.current;
      end();
      if (place !== null) moveTo(session, ids, place);
    },
    onDragEnd: end,
  };
}

function placeOf(tags: Parameters<typeof tagTree>[0], { key, zone }: DropMark): TagPlace | null {
  const tree = tagTree(tags);
  const tag = tree.tags.get(key as TagId);
  if (tag === undefined) return null;
  if (zone === 'into') return { parentId: tag.id, before: null };
  const parentId = tree.parent(tag.id)?.id ?? null;
  if (zone === 'before') return { parentId, before: tag.id };
  const siblings = tree.children(parentId);
  return { parentId, before: siblings[siblings.indexOf(tag) + 1]?.id ?? null };
}
