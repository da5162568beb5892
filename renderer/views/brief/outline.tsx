import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import {
  goToSection,
  type OutlineLine,
  outlineLines,
  showSection,
} from '../../session/writing/brief-outline.ts';
import { Tree, TreeItem } from '../codebook/tree-parts.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { useOpenBrief } from './use-open-brief.ts';
import { type OutlineDrag, useOutlineDrag } from './use-outline-drag.ts';
import { useOutlineKeys } from './use-outline-keys.ts';

const none: readonly never[] = [];

/** The headings of the brief as a tree, with the section that the caret is in marked. */
export function Outline(): ReactNode {
  const session = useSession();
  const tree = useRef<HTMLDivElement>(null);
  const headings = useOpenBrief((writing) => writing?.outline() ?? none);
  const here = useOpenBrief((writing) => writing?.section() ?? -1);
  const folded = useSessionState((state) => state.foldedSections);
  const lines = useMemo(() => outlineLines(headings, folded), [headings, folded]);
  const [active, setActive] = useState<string | null>(null);
  // Until a line is chosen, the section of the caret is meant; one that is folded away is meant by what holds it.
  const shownHere = lines.findLastIndex(({ at }) => at <= here);
  const found = lines.findIndex(({ key }) => key === active);
  const activeIndex = found >= 0 ? found : Math.max(shownHere, 0);
  const activeLine = lines[activeIndex];
  const [refusal, setRefusal] = useState<string | null>(null);
  const drag = useOutlineDrag();
  const fold = (key: string, isFolded: boolean): void => {
    const next = new Set(session.get().foldedSections);
    if (isFolded) next.add(key);
    else next.delete(key);
    session.set({ foldedSections: next });
  };
  const onKeyDown = useOutlineKeys({ lines, activeIndex, setActive, fold, setRefusal });
  const drawn = activeLine === undefined ? null : lineId(activeLine);
  useEffect(() => {
    if (drawn !== null) document.getElementById(drawn)?.scrollIntoView({ block: 'nearest' });
  }, [drawn]);
  return (
    <div className="outline">
      <h2 className="section-title" id="outline-title">
        Outline
      </h2>
      {lines.length === 0 && (
        <p className="empty">
          Headings of the brief are listed here. Make one with <kbd>#</kbd> and a space at the
          beginning of a line.
        </p>
      )}
      {lines.length > 0 && (
        <Tree
          ref={tree}
          className="outline-tree"
          aria-label="Outline"
          aria-activedescendant={drawn ?? undefined}
          data-focus-name="outline"
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setActive(null);
            setRefusal(null);
          }}
        >
          {lines.map((line, index) => (
            <OutlineRow
              key={line.key}
              line={line}
              isActive={index === activeIndex}
              isHere={index === shownHere}
              drag={drag}
              onChoose={() => {
                // The outline keeps the keyboard: its arrow keys go on from here.
                tree.current?.focus({ preventScroll: true });
                setActive(line.key);
                setRefusal(null);
                showSection(session, line.at);
              }}
              onGo={() => goToSection(session, line.at)}
              onFold={(isFolded) => fold(line.key, isFolded)}
            />
          ))}
        </Tree>
      )}
      {refusal !== null && <p className="outline-refusal">{refusal}</p>}
    </div>
  );
}

function lineId({ at }: OutlineLine): string {
  return `outline-${at}`;
}

function OutlineRow(props: {
  readonly line: OutlineLine;
  readonly isActive: boolean;
  readonly isHere: boolean;
  readonly drag: OutlineDrag;
  onChoose(): void;
  onGo(): void;
  onFold(isFolded: boolean): void;
}): ReactNode {
  const { line, drag } = props;
  const isFolded = line.isOpen === false;
  const zone = drag.mark?.at === line.at ? drag.mark.zone : undefined;
  return (
    <TreeItem
      id={lineId(line)}
      className="outline-line"
      aria-level={line.depth}
      aria-selected={props.isHere}
      aria-current={props.isHere ? 'location' : undefined}
      aria-expanded={line.isOpen ?? undefined}
      data-active={props.isActive || undefined}
      data-drop={zone}
      style={{ paddingInlineStart: 8 + (line.depth - 1) * 14 }}
      draggable={true}
      onDragStart={(event) => drag.onDragStart(event, line)}
      onDragOver={(event) => drag.onDragOver(event, line)}
      onDrop={drag.onDrop}
      onDragEnd={drag.onDragEnd}
      onClick={props.onChoose}
      onDoubleClick={props.onGo}
    >
      <span
        className="outline-fold"
        aria-hidden="true"
        onClick={(event) => {
          if (line.isOpen === null) return;
          event.stopPropagation();
          props.onFold(!isFolded);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {line.isOpen !== null &&
          (isFolded ? <ChevronRight size={13} /> : <ChevronDown size={13} />)}
      </span>
      <span className="outline-words" dir="auto">
        {line.words === '' ? 'Heading without words' : line.words}
      </span>
    </TreeItem>
  );
}
