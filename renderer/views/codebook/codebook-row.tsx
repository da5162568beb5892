import { ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { TagPlace } from '../../../app/annotation/place-tags.ts';
import {
  changeTag,
  makeTag,
  objectionToTagName,
  setCodebook,
} from '../../session/codebook/codebook.ts';
import type { DropMark } from '../../session/codebook/codebook-drag.ts';
import type { CodebookLine } from '../../session/codebook/codebook-lines.ts';
import { fold } from '../../session/codebook/codebook-moves.ts';
import type { TagCount } from '../../session/codebook/tag-counts.ts';
import { useSession } from '../parts/session-context.ts';
import { NameField } from './name-field.tsx';
import { TreeItem } from './tree-parts.tsx';
import type { TagDrag } from './use-tag-drag.ts';

/** How high a line is, in pixels: all are the same. */
export const lineHeight = 28;

/** One tag of the codebook with its counts: in the open article, in the project. */
export const CodebookRow = memo(function CodebookRow(props: {
  readonly line: Extract<CodebookLine, { kind: 'tag' }>;
  readonly top: number;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isNaming: boolean;
  readonly zone: DropMark['zone'] | null;
  readonly inArticle: TagCount;
  readonly inProject: TagCount;
  readonly drag: TagDrag;
  readonly toTree: () => void;
}): ReactNode {
  const session = useSession();
  const { line, drag } = props;
  const { tag } = line;
  return (
    <TreeItem
      id={rowId(line.key)}
      className="tag-line"
      aria-level={line.level}
      aria-posinset={line.position}
      aria-setsize={line.siblings}
      aria-selected={props.isSelected}
      aria-expanded={line.isOpen ?? undefined}
      data-key={line.key}
      data-active={props.isActive || undefined}
      data-drop={props.zone ?? undefined}
      data-passed={!line.isFound || undefined}
      draggable={!props.isNaming}
      onDragStart={(event) => drag.onDragStart(event, line)}
      onDragOver={(event) => drag.onDragOver(event, line)}
      onDrop={drag.onDrop}
      onDragEnd={drag.onDragEnd}
      style={{
        transform: `translateY(${props.top}px)`,
        ['--level' as string]: Math.min(line.level, deepest) - 1,
      }}
    >
      <span
        className="tag-fold"
        aria-hidden="true"
        data-fold={line.isOpen ?? undefined}
        onClick={() => {
          if (line.isOpen !== null) fold(session, tag.id, line.isOpen);
        }}
      >
        {line.isOpen !== null && <ChevronRight size={12} />}
      </span>
      <span className="dot" data-color={tag.color} />
      {props.isNaming ? (
        <NameField
          label={`New name of the tag “${tag.name}”`}
          name={tag.name}
          check={(name) => objectionToTagName(session, tag, name)}
          onName={(name) => changeTag(session, tag, { name })}
          onEnd={(toTree) => {
            setCodebook(session, { naming: null });
            if (toTree) props.toTree();
          }}
        />
      ) : (
        <>
          <span className="tag-name" title={tag.description || undefined}>
            {tag.name}
          </span>
          {tag.key !== null && (
            <kbd>
              <span className="visually-hidden">, key </span>
              {tag.key}
            </kbd>
          )}
          <Count count={props.inArticle} isParent={line.isOpen !== null} where="in this article" />
          <Count count={props.inProject} isParent={line.isOpen !== null} where="in the project" />
        </>
      )}
    </TreeItem>
  );
});

/** Deeper tags are not drawn further in: there would be no room for their names. */
const deepest = 9;

export function rowId(key: string): string {
  return `tag-line-${key}`;
}

/** How many have the tag; where there are tags below it, how many have it or one of those, in parentheses. */
function Count(props: {
  readonly count: TagCount;
  readonly isParent: boolean;
  readonly where: string;
}): ReactNode {
  const { own, withBelow } = props.count;
  const hasMore = props.isParent && withBelow !== own;
  return (
    <span className="tag-count" data-none={withBelow === 0 || undefined}>
      <span className="visually-hidden">, </span>
      {own.toLocaleString('en-GB')}
      {hasMore && (
        <span className="tag-count-below">
          <span className="visually-hidden">, with those below it</span> (
          {withBelow.toLocaleString('en-GB')})
        </span>
      )}
      <span className="visually-hidden"> {props.where}</span>
    </span>
  );
}

/** The line in which the name of a new tag is typed. */
export function NewTagRow(props: {
  readonly place: TagPlace;
  readonly level: number;
  readonly top: number;
  readonly toTree: () => void;
}): ReactNode {
  const session = useSession();
  return (
    <div
      role="none"
      className="tag-line"
      style={{
        transform: `translateY(${props.top}px)`,
        ['--level' as string]: Math.min(props.level, deepest) - 1,
      }}
    >
      <span className="tag-fold" />
      <span className="dot" data-color={0} />
      <NameField
        label="Name of the new tag"
        name=""
        check={(name) =>
          objectionToTagName(session, { parentId: props.place.parentId, id: null }, name)
        }
        onName={(name) => makeTag(session, name, props.place)}
        onEnd={(toTree) => {
          setCodebook(session, { naming: null });
          if (toTree) props.toTree();
        }}
      />
    </div>
  );
}
