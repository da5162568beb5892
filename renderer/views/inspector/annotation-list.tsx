import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { labelOf } from '../../session/describe-annotation.ts';
import { otherRevision } from '../../session/revisions.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { Section } from './section.tsx';

/** All annotations of an article in reading order. Draws only those in sight. */
export function AnnotationList({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const annotations = useRecords((records) => records.annotationsOf(articleId));
  return (
    <Section title="Annotations" aside={<span className="count">{annotations.length}</span>}>
      {annotations.length === 0 ? (
        <p className="hint">
          Select text and press H. With the number keys a highlight gets its tag at once.
        </p>
      ) : (
        <Rows annotations={annotations} />
      )}
    </Section>
  );
}

function Rows({ annotations }: { readonly annotations: readonly AnnotationRecord[] }): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useSessionState((state) => state.annotationId);
  const index = annotations.findIndex(({ id }) => id === focused);
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 46,
    overscan: 6,
    getItemKey: (row) => annotations[row]?.id ?? row,
  });
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
  }, [index, rows]);
  const open = (annotation: AnnotationRecord | undefined): void => {
    if (annotation !== undefined) session.panes.openAnnotation(annotation);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = annotations[Math.min(annotations.length - 1, Math.max(0, index + step))];
      if (next !== undefined) session.focusAnnotation(next.id);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(annotations[index]);
    }
  };
  return (
    <div
      ref={scroller}
      className="annotation-list"
      role="listbox"
      aria-label="Annotations"
      tabIndex={0}
      aria-activedescendant={index >= 0 ? `annotation-${annotations[index]?.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="annotation-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const annotation = annotations[row.index];
          if (annotation === undefined) return null;
          return (
            <Row
              key={row.key}
              annotation={annotation}
              chosen={annotation.id === focused}
              top={row.start}
              position={row.index + 1}
              total={annotations.length}
              measure={rows.measureElement}
              index={row.index}
              onOpen={() => open(annotation)}
            />
          );
        })}
      </div>
    </div>
  );
}

function Row(props: {
  readonly annotation: AnnotationRecord;
  readonly chosen: boolean;
  readonly top: number;
  readonly index: number;
  readonly position: number;
  readonly total: number;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onOpen: () => void;
}): ReactNode {
  const session = useSession();
  const { annotation } = props;
  const color = useRecords((records) => records.get('tag', annotation.tagIds[0] ?? '')?.color ?? 0);
  const tags = useRecords((records) => records.list('tag'));
  const names = annotation.tagIds.map((id) => tags.find((tag) => tag.id === id)?.name ?? '');
  const number = labelOf(session, annotation.id);
  const other = useRecords((records) => otherRevision(records, annotation));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys, this line is what it points at
    <div
      ref={props.measure}
      data-index={props.index}
      id={`annotation-${annotation.id}`}
      role="option"
      aria-selected={props.chosen}
      aria-posinset={props.position}
      aria-setsize={props.total}
      className="annotation-row"
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={props.onOpen}
      tabIndex={-1}
    >
      <span className="dot" data-color={color} />
      <span className="card-number">{number}</span>
      <span className="annotation-quote">{annotation.passage.quote}</span>
      <span className="visually-hidden">{names.join(', ')}</span>
      {other !== null && <span className="annotation-revision">on {other}</span>}
    </div>
  );
}
