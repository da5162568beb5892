import { type MouseEvent, memo, type ReactNode } from 'react';
import type { ConcordanceLine } from '../../../app/host/search.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { annotationOfLine } from '../../session/search/concordance.ts';
import { useRecords, useSession } from '../parts/session-context.ts';
import { ConcordanceCell } from './concordance-cell.tsx';

/** One line of the concordance: article, words before, hit, words after. `undefined`: not read yet. */
export function ConcordanceRow(props: {
  readonly line: ConcordanceLine | undefined;
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  readonly onClick: (event: MouseEvent, index: number) => void;
  readonly onOpen: (index: number, beside: boolean) => void;
}): ReactNode {
  const { line, index } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row that is placed by its index
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard
    <div
      className="kwic-row"
      id={`line-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      data-current={props.isCurrent || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      // A selection of text would be drawn over the lines.
      onMouseDown={(event) => {
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => props.onClick(event, index)}
      onDoubleClick={(event) => props.onOpen(index, event.shiftKey)}
    >
      {line === undefined ? (
        <ConcordanceCell className="kwic-article">…</ConcordanceCell>
      ) : (
        <Cells line={line} />
      )}
    </div>
  );
}

/** Drawn anew for another line only: while scrolling most lines stay. */
const Cells = memo(function LineCells({ line }: { readonly line: ConcordanceLine }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', line.articleId));
  const annotation = useRecords(() => annotationOfLine(session, line));
  const listed = article === null ? null : listArticle(article);
  return (
    <>
      <ConcordanceCell className="kwic-article">
        <span className="kwic-number">{listed?.number ?? '–'}</span>
        <span className="kwic-outlet" data-missing={listed?.outlet == null || undefined}>
          {listed?.outlet ?? 'Outlet not stated'}
        </span>
        <span className="kwic-date">{listed?.date?.replace(/,.*$/, '') ?? 'no date'}</span>
      </ConcordanceCell>
      <ConcordanceCell className="kwic-left">
        <span>{shown(line.left)}</span>
      </ConcordanceCell>
      <ConcordanceCell className="kwic-hit">
        {annotation === null ? (
          <span className="kwic-word">{shown(line.hit)}</span>
        ) : (
          <AnnotatedHit annotation={annotation} hit={line.hit} />
        )}
      </ConcordanceCell>
      <ConcordanceCell className="kwic-right">
        <span>{shown(line.right)}</span>
      </ConcordanceCell>
    </>
  );
});

function AnnotatedHit(props: {
  readonly annotation: AnnotationRecord;
  readonly hit: string;
}): ReactNode {
  const session = useSession();
  const [tagId] = props.annotation.tagIds;
  const tag = useRecords((records) => (tagId === undefined ? null : records.get('tag', tagId)));
  const label = labelOf(session, props.annotation.id);
  return (
    <>
      <span
        className="kwic-word kwic-annotated"
        data-color={tag?.color ?? 0}
        title={tag === null ? label : `${label}, ${tag.name}`}
      >
        {shown(props.hit)}
      </span>
      <span className="visually-hidden">
        , highlighted{tag === null ? '' : ` as ${tag.name}`}, {label},
      </span>
    </>
  );
}

/** The end of a paragraph as the sign that printers have for it. */
function shown(text: string): string {
  return text.replaceAll('\n', ' ¶ ');
}
