import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import type { AnnotationId, TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { objectionToTagName, splitOff } from '../../session/codebook/codebook.ts';
import { annotationsWith } from '../../session/codebook/codebook-preview.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

const lineHeight = 34;

/** Takes passages of a tag into a new one: which, and what it is called. */
export function SplitTagDialog({ tagId }: { readonly tagId: TagId }): ReactNode {
  const session = useSession();
  const id = useId();
  const tag = useRecords((records) => records.get('tag', tagId));
  const annotations = useRecords((records) => records.list('annotation'));
  const tagged = useMemo(
    () => annotations.filter(({ tagIds }) => tagIds.includes(tagId)),
    [annotations, tagId],
  );
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<AnnotationId>>(new Set());
  const [objection, setObjection] = useState<string | null>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const shown = useMemo(() => annotationsWith(tagged, words), [tagged, words]);
  if (tag === null) return null;
  const isAll = shown.length > 0 && shown.every((one) => chosen.has(one.id));
  const toggle = (ids: readonly AnnotationId[], on: boolean): void => {
    const next = new Set(chosen);
    for (const one of ids) {
      if (on) next.add(one);
      else next.delete(one);
    }
    setChosen(next);
  };
  const split = (): void => {
    const found = objectionToTagName(session, { parentId: tag.parentId, id: null }, name);
    setObjection(found);
    if (found !== null) {
      nameField.current?.select();
      return;
    }
    session.closeDialog();
    const inOrder = tagged.filter((one) => chosen.has(one.id)).map((one) => one.id);
    splitOff(session, tag, name.trim(), inOrder);
  };
  return (
    <Dialog wide title={`Split “${tag.name}”`} onClose={() => session.closeDialog()}>
      <div className="field">
        <label htmlFor={id}>Name of the new tag</label>
        <input
          ref={nameField}
          id={id}
          value={name}
          aria-invalid={objection !== null}
          aria-describedby={objection === null ? undefined : `${id}-objection`}
          onChange={(event) => {
            setName(event.target.value);
            setObjection(null);
          }}
        />
        {objection !== null && (
          <p className="objection" id={`${id}-objection`} role="alert">
            {objection}
          </p>
        )}
      </div>
      {tagged.length === 0 ? (
        <p className="hint">No passage has this tag yet: there is nothing to split.</p>
      ) : (
        <>
          <div className="split-head">
            <input
              type="search"
              aria-label="Passages with the words"
              placeholder={`Find among ${countOf(tagged.length, 'passage')}`}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
            <label>
              <input
                type="checkbox"
                checked={isAll}
                onChange={(event) =>
                  toggle(
                    shown.map((one) => one.id),
                    event.target.checked,
                  )
                }
              />
              All {shown.length.toLocaleString('en-GB')} shown
            </label>
          </div>
          <Passages shown={shown} chosen={chosen} onToggle={toggle} />
        </>
      )}
      <div className="dialog-buttons">
        <span className="split-count" role="status">
          {countOf(chosen.size, 'passage')} of {tagged.length.toLocaleString('en-GB')} chosen
        </span>
        <button type="button" className="button" onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button
          type="button"
          className="button primary"
          disabled={chosen.size === 0}
          onClick={split}
        >
          {chosen.size === 0
            ? 'Move to the new tag'
            : `Move ${countOf(chosen.size, 'passage')} to the new tag`}
        </button>
      </div>
    </Dialog>
  );
}

/** The passages to choose from, of which only those in sight are drawn. The arrows go from one to the next. */
function Passages(props: {
  readonly shown: readonly AnnotationRecord[];
  readonly chosen: ReadonlySet<AnnotationId>;
  readonly onToggle: (ids: readonly AnnotationId[], on: boolean) => void;
}): ReactNode {
  const session = useSession();
  const { shown, chosen } = props;
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
  });
  const step = (index: number): void => {
    const to = Math.max(0, Math.min(index, shown.length - 1));
    rows.scrollToIndex(to, { align: 'auto' });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"] input`)?.focus(),
    );
  };
  return (
    <section ref={scroller} className="split-list" aria-label="Passages">
      <div className="split-lines" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const annotation = shown[index];
          if (annotation === undefined) return null;
          return (
            <label
              key={annotation.id}
              className="split-line"
              data-index={index}
              style={{ transform: `translateY(${start}px)` }}
            >
              <input
                type="checkbox"
                checked={chosen.has(annotation.id)}
                onChange={(event) => props.onToggle([annotation.id], event.target.checked)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                  event.preventDefault();
                  step(index + (event.key === 'ArrowDown' ? 1 : -1));
                }}
              />
              <span className="card-number">{labelOf(session, annotation.id)}</span>
              <span>{annotation.passage.quote}</span>
            </label>
          );
        })}
      </div>
    </section>
  );
}
