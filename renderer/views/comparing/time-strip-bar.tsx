import { type KeyboardEvent, type PointerEvent, type ReactNode, useMemo, useState } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { listArticle, locale, presentArticles } from '../../session/article-list.ts';
import { addToComparison, letterAt, putIntoPane } from '../../session/comparing/compare-panes.ts';
import { type StripMark, timeStrip } from '../../session/comparing/time-strip.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { placeNames } from './place-names.ts';

/** Of the strip's width what times are drawn on; what is left is for articles without a date. */
const dated = 0.92;
const undated = 0.965;
/** The drawing's own units from its left to its right edge. */
const units = 1200;
/** Articles that Page Up and Page Down go over. */
const page = 20;

/** All articles by the time of their publication: those shown by name, the others as faint lines to choose from. */
export function TimeStripBar(): ReactNode {
  const session = useSession();
  const articles = useRecords(presentArticles);
  const panes = useSessionState((state) => state.comparing.panes);
  const activePane = useSessionState((state) => state.activePane);
  const { marks, reach } = useMemo(() => timeStrip(articles), [articles]);
  const shapes = useMemo(() => shapesOf(marks), [marks]);
  const [chosenId, setChosenId] = useState<ArticleId | null>(null);
  const active = panes.find(({ id }) => id === activePane)?.articleId ?? null;
  const at = Math.max(
    0,
    marks.findIndex(({ id }) => id === (chosenId ?? active)),
  );
  const mark = marks[at];
  if (mark === undefined) return null;
  const put = (id: ArticleId, isOther: boolean): void => {
    if (isOther || panes.length < 2) addToComparison(session, id);
    else putIntoPane(session, activePane, id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      put(mark.id, event.shiftKey);
      return;
    }
    const next = targetOf(event.key, at, marks.length);
    if (next === null) return;
    event.preventDefault();
    setChosenId(marks[Math.min(marks.length - 1, Math.max(0, next))]?.id ?? null);
  };
  const onPoint = (event: PointerEvent): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const near = nearestMark(marks, (event.clientX - left) / width);
    if (near !== null) setChosenId(near.id);
  };
  const shown = panes.flatMap(({ articleId }, index) => {
    const found = marks.find(({ id }) => id === articleId);
    const article = session.store.records.get('article', articleId);
    if (found === undefined || article === null) return [];
    const { outlet, date } = listArticle(article);
    return [
      { id: articleId, at: centreOf(found), text: outlet ?? date ?? '', letter: letterAt(index) },
    ];
  });
  const names = placeNames(shown);
  const rows = Math.max(1, ...names.map(({ row }) => row + 1));
  return (
    <div className="time-strip">
      <div
        className="time-line"
        role="slider"
        tabIndex={0}
        aria-label="Articles by time of publication"
        aria-valuemin={1}
        aria-valuemax={marks.length}
        aria-valuenow={at + 1}
        aria-valuetext={describe(session.store.records.get('article', mark.id), panes, mark.id)}
        style={{ height: 20 + rows * 17 }}
        onKeyDown={onKeyDown}
        onPointerDown={onPoint}
        onDoubleClick={() => put(mark.id, false)}
      >
        <svg
          className="time-marks"
          viewBox={`0 0 ${units} 20`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className="time-spans" d={shapes.spans} />
          <path className="time-ticks" d={shapes.ticks} />
          <path className="time-guesses" d={shapes.guesses} />
        </svg>
        <span
          className="time-cursor"
          style={{ left: `${100 * centreOf(mark)}%` }}
          aria-hidden="true"
        />
        {names.map(({ id, left, row, letter, text, at: centre }) => (
          <span key={id} aria-hidden="true">
            <span
              className="time-pin"
              style={{ left: `${100 * centre}%`, height: 20 + row * 17 }}
            />
            <span className="time-name" style={{ left: `${100 * left}%`, top: 20 + row * 17 }}>
              <span className="compare-letter">{letter}</span> {text}
            </span>
          </span>
        ))}
      </div>
      <div className="time-foot">
        <span>{reach === null ? 'No article has a date' : dayOf(reach[0])}</span>
        <Caption mark={mark} onPut={put} isFull={panes.length > 3} isPut={panes.length > 1} />
        <span>{reach === null ? '' : `${dayOf(reach[1] - 1)} · no date`}</span>
      </div>
    </div>
  );
}

/** What the cursor is on, and what can be done with it. */
function Caption(props: {
  readonly mark: StripMark;
  readonly isFull: boolean;
  readonly isPut: boolean;
  readonly onPut: (id: ArticleId, isOther: boolean) => void;
}): ReactNode {
  const session = useSession();
  const { mark, onPut } = props;
  const panes = useSessionState((state) => state.comparing.panes);
  const activePane = useSessionState((state) => state.activePane);
  const article = useRecords((records) => records.get('article', mark.id));
  const isShown = panes.some(({ articleId }) => articleId === mark.id);
  const index = panes.findIndex(({ id }) => id === activePane);
  const readonly = session.store.records.get('article', mark.id) === null;
  return (
    <span className="time-caption">
      <span className="time-caption-words">{describe(article, panes, mark.id)}</span>
      {!isShown && !readonly && props.isPut && (
        <button type="button" className="button quiet" onClick={() => onPut(mark.id, false)}>
          Put into pane {letterAt(index)}
        </button>
      )}
      {!isShown && !readonly && !props.isFull && (
        <button type="button" className="button quiet" onClick={() => onPut(mark.id, true)}>
          Add as a pane
        </button>
      )}
    </span>
  );
}

function describe(
  article: Parameters<typeof listArticle>[0] | null,
  panes: readonly { readonly articleId: ArticleId }[],
  id: ArticleId,
): string {
  if (article === null) return 'This article is gone';
  const { date, outlet, metadata } = listArticle(article);
  const pane = panes.findIndex(({ articleId }) => articleId === id);
  const words = [date ?? 'no date', outlet, metadata.title].filter(Boolean).join(' · ');
  return pane === -1 ? words : `${letterAt(pane)} · ${words}`;
}

/** 0 to 1 of the strip's width. */
function centreOf({ span }: StripMark): number {
  return span === null ? undated : ((span[0] + span[1]) / 2) * dated;
}

function nearestMark(marks: readonly StripMark[], at: number): StripMark | null {
  let best: StripMark | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const far = Math.abs(centreOf(mark) - at);
    if (far >= distance) continue;
    best = mark;
    distance = far;
  }
  return best;
}

/** Paths of all marks, each line once however many articles stand there. */
function shapesOf(marks: readonly StripMark[]): Record<'ticks' | 'spans' | 'guesses', string> {
  const ticks = new Set<string>();
  const spans = new Set<string>();
  const guesses = new Set<string>();
  for (const mark of marks) {
    const { span, guess } = mark;
    const x = Math.round(centreOf(mark) * units);
    const from = span === null ? x : Math.round(span[0] * dated * units);
    const to = span === null ? x : Math.round(span[1] * dated * units);
    if (guess) guesses.add(`M${x} 6V14`);
    else if (to - from > 3) spans.add(`M${from} 10H${to}`);
    else ticks.add(`M${x} 3V17`);
  }
  return {
    ticks: [...ticks].join(''),
    spans: [...spans].join(''),
    guesses: [...guesses].join(''),
  };
}

function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1;
    case 'PageUp':
      return at + page;
    case 'PageDown':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });

function dayOf(moment: number): string {
  return days.format(moment);
}
