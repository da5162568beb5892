import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import type { LinkId } from '../../../app/record/ids.ts';
import { focusNamed } from '../../session/focus.ts';
import { endFacts, madeText } from '../../session/links/link-columns.ts';
import type { ItemEnd, LinkItem } from '../../session/links/link-item.ts';
import { noteLink } from '../../session/links/links-edit.ts';
import { setLinks } from '../../session/links/links-selection.ts';
import type { SessionState } from '../../session/session-state.ts';
import { GridCell, GridRow } from '../library/grid-parts.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { LinkLineSample } from './link-line-sample.tsx';

/** A link: its two ends, how they relate, why. */
export const LinkRow = memo(function LinkRow(props: {
  readonly item: LinkItem;
  readonly index: number;
  /** In pixels. */
  readonly top: number;
  /** Whether Tab goes to this line. */
  readonly isStop: boolean;
}): ReactNode {
  const { item, index } = props;
  const { id } = item.link;
  // One question for all: the rows in sight are asked at each change of the session.
  const look = useSessionState((state) => lookOf(state, id));
  const selected = (look & isSelected) > 0;
  const part = (name: string): string => `link-${name}-${index}`;
  return (
    <GridRow
      className="article-line link-row"
      data-index={index}
      data-selected={selected || undefined}
      data-selecting={(look & isSelecting) > 0 || undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-labelledby={`${part('from')} ${part('relation')} ${part('to')} ${part('note')}`}
      tabIndex={props.isStop ? 0 : -1}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <GridCell aria-colindex={1} className="evidence-mark">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          aria-label="Selected"
          onChange={() => undefined}
        />
      </GridCell>
      <GridCell id={part('from')} aria-colindex={2} className="link-cell">
        <End end={item.from} />
      </GridCell>
      <GridCell id={part('relation')} aria-colindex={3} className="link-cell link-relation">
        <LinkLineSample type={item.type} />
        <span>{item.relation}</span>
      </GridCell>
      <GridCell id={part('to')} aria-colindex={4} className="link-cell">
        <End end={item.to} />
      </GridCell>
      <GridCell id={part('note')} aria-colindex={5} className="link-cell link-note">
        {(look & isWriting) > 0 ? <NoteField item={item} /> : <span>{item.link.note ?? ''}</span>}
      </GridCell>
      <GridCell aria-colindex={6} className="link-cell link-made">
        {madeText(item)}
      </GridCell>
    </GridRow>
  );
});

const isSelected = 1;
const isSelecting = 2;
const isWriting = 4;

function lookOf({ links }: SessionState, id: LinkId): number {
  const { selected, writing } = links;
  return (
    (selected.has(id) ? isSelected : 0) |
    (selected.size > 0 ? isSelecting : 0) |
    (writing === id ? isWriting : 0)
  );
}

/** Longer words are cut in the table; the Inspector, the reader and the exported table have them whole. */
const shown = 300;

function End({ end }: { readonly end: ItemEnd }): ReactNode {
  const { words } = end;
  return (
    <>
      <span className="link-words">
        {words.length > shown ? `${words.slice(0, shown).toWellFormed()}…` : words}
      </span>
      <span className="link-facts-line">{endFacts(end)}</span>
    </>
  );
}

/** The note of a link, written in its cell: Enter keeps it, Escape takes the typing back, both go back to the row. */
function NoteField({ item }: { readonly item: LinkItem }): ReactNode {
  const session = useSession();
  const { link } = item;
  const [text, setText] = useState(link.note ?? '');
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const leave = (keep: boolean): void => {
    if (done.current) return;
    done.current = true;
    const held = document.activeElement === field.current;
    if (keep) noteLink(session, link, text);
    setLinks(session, { writing: null });
    if (held) focusNamed('links');
  };
  return (
    <input
      ref={field}
      className="link-note-field"
      aria-label="Note on this link"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        // The keys of the table mean other things than those of a text.
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.preventDefault();
          leave(event.key === 'Enter');
        }
      }}
    />
  );
}
