import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { listedAnnotations } from '../../session/reading/listed-annotations.ts';
import { otherRevision } from '../../session/reading/revisions.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { TagFilterChip } from '../parts/tag-filter-chip.tsx';
import { useAfterPaint } from '../parts/use-after-paint.ts';
import { Section } from './section.tsx';
import { useFixedRows } from './use-fixed-rows.ts';

/** Of a row, in pixels: two lines of a quotation. `inspector.css` gives rows that height. */
const rowHeight = 47;

/** Code units of a quotation: more than two lines hold. */
const mostShown = 300;

/**
 * The annotations of an article that the tag filter lets through, in reading order. Draws only those in sight, and only
 * after what the analyst did has been drawn in the text.
 */
export function AnnotationList({ articleId }: { readonly articleId: ArticleId }): ReactNode {
  const session = useSession();
  const all = useRecords((records) => records.annotationsOf(articleId));
  // The filter is told of by these two.
  useSessionState((state) => state.tagFilter);
  useRecords((records) => records.list('tag'));
  const listed = listedAnnotations(session, articleId);
  const annotations = useAfterPaint(listed);
  const count =
    listed.length === all.length ? `${all.length}` : `${listed.length} of ${all.length}`;
  return (
    <Section title="Annotations" aside={<span className="count">{count}</span>}>
      <TagFilterChip />
      {all.length === 0 ? (
        <p className="hint">
          Select text and press H. With the number keys a highlight gets its tag at once.
        </p>
      ) : listed.length === 0 ? (
        <p className="hint">The tag filter lets none of them through.</p>
      ) : (
        <Rows articleId={articleId} annotations={annotations} />
      )}
    </Section>
  );
}

function Rows({
  articleId,
  annotations,
}: {
  readonly articleId: ArticleId;
  readonly annotations: readonly AnnotationRecord[];
}): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const focused = useAfterPaint(useSessionState((state) => state.annotationId));
  const present = useRecords((records) => records.get('article', articleId)?.revisionId ?? null);
  const tags = useRecords((records) => records.list('tag'));
  const index = annotations.findIndex(({ id }) => id === focused);
  const { from, to } = useFixedRows(scroller, rowHeight, annotations.length, index);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not what is drawn, which comes after what is: a key may be pressed again before.
    const listed = listedAnnotations(session, articleId);
    const here = listed.findIndex(({ id }) => id === session.get().annotationId);
    if (event.key === 'Enter') {
      event.preventDefault();
      const annotation = listed[here];
      if (annotation !== undefined) session.panes.openAnnotation(annotation);
      return;
    }
    const target = targetOf(event.key, here, listed.length, scroller.current?.clientHeight ?? 0);
    if (target === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = listed[Math.min(listed.length - 1, Math.max(0, target))];
    if (next !== undefined) session.focusAnnotation(next.id);
  };
  const inSight = from <= index && index < to;
  return (
    <div
      ref={scroller}
      className="annotation-list"
      role="listbox"
      aria-label="Annotations"
      tabIndex={0}
      aria-activedescendant={inSight ? `annotation-${annotations[index]?.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="annotation-rows"
        style={{ height: annotations.length * rowHeight }}
      >
        {annotations.slice(from, to).map((annotation, row) => (
          <Row
            key={annotation.id}
            annotation={annotation}
            tags={tags}
            present={present}
            chosen={annotation.id === focused}
            index={from + row}
            total={annotations.length}
          />
        ))}
      </div>
    </div>
  );
}

/** The row that a key goes to; it may be outside the list. `null`: the key is not the list's. */
function targetOf(key: string, here: number, count: number, height: number): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  switch (key) {
    case 'ArrowDown':
      return here + 1;
    case 'ArrowUp':
      return here - 1;
    case 'PageDown':
      return here + page;
    case 'PageUp':
      return here - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

interface RowProps {
  readonly annotation: AnnotationRecord;
  readonly tags: readonly TagRecord[];
  /** The article's present revision. */
  readonly present: RevisionId | null;
  readonly chosen: boolean;
  readonly index: number;
  readonly total: number;
}

const Row = memo(function Row(props: RowProps): ReactNode {
  const session = useSession();
  const { annotation, tags, index } = props;
  const own = annotation.tagIds.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
  const other =
    annotation.passage.revisionId === props.present
      ? null
      : otherRevision(session.store.records, annotation);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and takes the keys, this line is what it points at
    <div
      id={`annotation-${annotation.id}`}
      role="option"
      aria-selected={props.chosen}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      className="annotation-row"
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => session.panes.openAnnotation(annotation)}
      tabIndex={-1}
    >
      <span className="dot" data-color={own[0]?.color ?? 0} />
      <span className="card-number">{labelOf(session, annotation.id)}</span>
      <span className="annotation-quote">{annotation.passage.quote.slice(0, mostShown)}</span>
      <span className="visually-hidden">{own.map(({ name }) => name).join(', ')}</span>
      {other !== null && <span className="annotation-revision">on {other}</span>}
    </div>
  );
});
