import { Link2, MessageSquareQuote, StickyNote } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { type CardState, closeCard, holdCard } from '../../session/reading/annotation-card.ts';
import { describeNote, labelOf } from '../../session/reading/describe-annotation.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { placeCard } from './place-card.ts';

/** The small card of the annotations under the pointer or the caret, while there is one. */
export function AnnotationCardPopup(): ReactNode {
  const card = useSessionState((state) => state.card);
  return card === null ? null : <Card card={card} />;
}

/**
 * Can be pointed at, never takes the keyboard by itself unless it was opened to choose from, and never hides the passage
 * that it is about (WCAG 1.4.13).
 */
function Card({ card }: { readonly card: CardState }): ReactNode {
  const session = useSession();
  const element = useRef<HTMLElement>(null);
  const { chooses, ids } = card;
  useLayoutEffect(() => {
    if (element.current !== null) placeCard(element.current, card);
  }, [card]);
  useEffect(() => {
    if (!chooses) return undefined;
    const opener = document.activeElement;
    element.current?.querySelector('button')?.focus();
    return () => {
      const lost = document.activeElement === document.body;
      if (lost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [chooses]);
  useEffect(() => {
    // Wherever the keyboard is, Escape takes away what only the pointer has opened.
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || session.get().dialog !== null) return;
      event.preventDefault();
      closeCard(session);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [session]);
  const open = (id: AnnotationId): void => {
    const annotation = session.store.records.get('annotation', id);
    if (annotation !== null && chooses) session.panes.openAnnotation(annotation);
    else session.focusAnnotation(id);
    if (chooses) closeCard(session);
  };
  const count = ids.length === 1 ? 'Annotation here' : `${ids.length} annotations here`;
  return (
    <section
      ref={element}
      className="annotation-card"
      role={chooses ? 'dialog' : 'group'}
      aria-label={count}
      onPointerEnter={() => holdCard(session, true)}
      onPointerLeave={() => holdCard(session, false)}
      onKeyDown={(event) => (chooses ? stepWithArrows(event) : undefined)}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (chooses && relatedTarget !== null && !currentTarget.contains(relatedTarget)) {
          closeCard(session);
        }
      }}
    >
      {ids.length > 1 && <p className="annotation-card-count">{count}</p>}
      {ids.map((id) => (
        <Line key={id} id={id} onOpen={() => open(id)} />
      ))}
    </section>
  );
}

function Line(props: { readonly id: AnnotationId; readonly onOpen: () => void }): ReactNode {
  const session = useSession();
  const { id } = props;
  const annotation = useRecords((records) => records.get('annotation', id));
  const tags = useRecords((records) => records.list('tag'));
  const links = useRecords((records) => records.linksAt(id)).length;
  const claims = useRecords((records) => records.evidenceFor(id)).length;
  const current = useSessionState((state) => state.annotationId === id);
  if (annotation === null) return null;
  const note = describeNote(annotation);
  return (
    <button
      type="button"
      className="annotation-card-line"
      aria-current={current || undefined}
      onClick={props.onOpen}
    >
      <span className="annotation-card-head">
        <span className="card-number">{labelOf(session, id)}</span>
        {annotation.tagIds.map((tagId) => {
          const tag = tags.find((candidate) => candidate.id === tagId);
          return tag === undefined ? null : (
            <span key={tagId} className="annotation-card-tag">
              <span className="dot" data-color={tag.color} />
              {tag.name}
            </span>
          );
        })}
        {annotation.tagIds.length === 0 && <span className="annotation-card-tag">no tag</span>}
        <span className="annotation-card-counts">
          {links > 0 && (
            <span>
              <Link2 size={13} aria-hidden="true" /> {links}
              <span className="visually-hidden"> {links === 1 ? 'link' : 'links'}</span>
            </span>
          )}
          {claims > 0 && (
            <span>
              <MessageSquareQuote size={13} aria-hidden="true" /> {claims}
              <span className="visually-hidden"> {claims === 1 ? 'claim' : 'claims'}</span>
            </span>
          )}
        </span>
      </span>
      <span className="annotation-card-quote">{annotation.passage.quote}</span>
      {note !== '' && (
        <span className="annotation-card-note">
          <StickyNote size={13} aria-hidden="true" />
          <span>
            <span className="visually-hidden">Note: </span>
            {note}
          </span>
        </span>
      )}
    </button>
  );
}

/** The arrow keys go from line to line. */
function stepWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const lines: (Element | null)[] = [...event.currentTarget.querySelectorAll('button')];
  const next = lines[lines.indexOf(document.activeElement) + step];
  if (next instanceof HTMLElement) next.focus();
}
