import { BookOpen, ChevronDown, ChevronRight, RefreshCw, Undo2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { type CheckGroup, type CheckItem, openedBy } from '../../session/checking/check-list.ts';
import { TreeItem } from '../codebook/tree-parts.tsx';

/** A line of the tree of findings: a kind, or one finding. */
export type FindingsLine =
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly group: CheckGroup;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: 'item';
      readonly id: string;
      readonly item: CheckItem;
      /** Put aside by the analyst: shown greyed, and said to be. */
      readonly isIgnored: boolean;
    };

/** One line of the tree, with what can be done with it. */
export function FindingLine(props: {
  readonly line: FindingsLine;
  readonly isActive: boolean;
  readonly isCurrent: boolean;
  onChoose(): void;
  /** Goes to what it is about, with the keyboard. */
  onGo(): void;
  onIgnore(): void;
  onBringBack(): void;
  onOpen(): void;
  onRedraw(): void;
}): ReactNode {
  const { line } = props;
  if (line.kind === 'group') {
    const { isOpen, group } = line;
    return (
      <TreeItem
        id={line.id}
        className="check-line"
        aria-level={1}
        aria-expanded={isOpen}
        aria-selected={props.isActive}
        data-active={props.isActive || undefined}
        data-ignored={group.kind === 'ignored' || undefined}
        onClick={props.onChoose}
      >
        {group.kind === 'ignored' ? (
          <X className="check-sign" size={13} aria-hidden="true" />
        ) : (
          <CheckSign isFault={group.isFault} />
        )}
        <span className="check-words">{group.title}</span>
        {isOpen ? (
          <ChevronDown size={13} aria-hidden="true" />
        ) : (
          <ChevronRight size={13} aria-hidden="true" />
        )}
      </TreeItem>
    );
  }
  const { item, isIgnored } = line;
  const opened = openedBy(item);
  return (
    <TreeItem
      id={line.id}
      className="check-item"
      aria-level={2}
      aria-selected={props.isActive}
      aria-current={props.isCurrent ? 'location' : undefined}
      data-active={props.isActive || undefined}
      data-ignored={isIgnored || undefined}
      onClick={props.onChoose}
      onDoubleClick={props.onGo}
    >
      <span className="check-sentence" dir="auto">
        {isIgnored && <span className="check-mark">ignored</span>} {item.sentence}
      </span>
      {opened !== null && (
        <FindingButton
          label={`Open ${opened} of: ${item.sentence}`}
          title={`Open ${opened} (o)`}
          onClick={props.onOpen}
        >
          <BookOpen size={12} aria-hidden="true" />
        </FindingButton>
      )}
      {item.about?.kind === 'picture' && (
        <FindingButton
          label={`Draw anew: ${item.sentence}`}
          title="Draw anew (u)"
          onClick={props.onRedraw}
        >
          <RefreshCw size={12} aria-hidden="true" />
        </FindingButton>
      )}
      {isIgnored ? (
        <FindingButton
          label={`Bring back: ${item.sentence}`}
          title="Bring back (b)"
          onClick={props.onBringBack}
        >
          <Undo2 size={12} aria-hidden="true" />
        </FindingButton>
      ) : (
        <FindingButton
          label={`Ignore here: ${item.sentence}`}
          title="Ignore here (Delete)"
          onClick={props.onIgnore}
        >
          <X size={12} aria-hidden="true" />
        </FindingButton>
      )}
    </TreeItem>
  );
}

/** What the keys of the tree do as well: no stop of the tab key. */
function FindingButton(props: {
  readonly label: string;
  readonly title: string;
  readonly children: ReactNode;
  onClick(): void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button icon quiet"
      tabIndex={-1}
      aria-label={props.label}
      title={props.title}
      // The list keeps the keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        props.onClick();
      }}
    >
      {props.children}
    </button>
  );
}

/** Whether what is found is wrong, or a question. */
export function CheckSign({ isFault }: { readonly isFault: boolean }): ReactNode {
  return (
    <span className="check-sign" data-fault={isFault || undefined} aria-hidden="true">
      !
    </span>
  );
}
