import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { focusNamed } from '../../session/focus.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { matrixShown } from '../../session/matrix/matrix-shown.ts';
import {
  articlesOfSide,
  changeCellQuery,
  changeCellSearchMode,
  closeSide,
  goToCell,
  runCellSearch,
  showSide,
} from '../../session/matrix/matrix-side.ts';
import { confirmCellSilence } from '../../session/matrix/matrix-silence.ts';
import type { MatrixSearched, MatrixSide } from '../../session/matrix/matrix-state.ts';
import { AnnotationCardPopup } from '../desk/annotation-card-popup.tsx';
import { ReadingPane } from '../desk/reading-pane.tsx';
import { SearchSegments } from '../desk/search-segments.tsx';
import { SelectionBar } from '../desk/selection-bar.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { SilenceProposal } from '../review/silence-proposal.tsx';
import { FoundList } from './found-list.tsx';
import { PassageList } from './passage-list.tsx';
import { useShownRevision } from './use-shown-revision.ts';

const modes = [
  ['words', 'Words'],
  ['pattern', 'Pattern'],
] as const;

const ways = [
  ['passages', 'Passages'],
  ['search', 'Search'],
] as const;

/** What a cell rests on: its passages, or a search of its articles, and the text itself below. */
export function MatrixSidePanel(): ReactNode {
  const side = useSessionState((state) => state.matrix.side);
  return side === null ? null : <Side side={side} />;
}

function Side({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', side.claimId));
  const column = matrixShown(session).columnOf(side.columnId);
  const isGone = claim === null || column === null;
  useEffect(() => {
    if (isGone) closeSide(session);
  }, [session, isGone]);
  if (isGone) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    goToCell(session, side);
    focusNamed('matrix');
  };
  return (
    <section
      className="matrix-side"
      aria-label={`Beside the matrix: C${claim.number} × ${column.title}`}
      onKeyDown={onKeyDown}
    >
      <header className="matrix-side-head">
        <h2>
          C{claim.number} × {column.title}
        </h2>
        <SearchSegments
          label="Show of the cell"
          value={side.shows}
          options={ways}
          onChange={(shows) => showSide(session, shows)}
        />
        <button
          type="button"
          className="button quiet icon"
          aria-label="Close what is beside the matrix"
          title="Close (Esc in the matrix)"
          onClick={() => closeSide(session)}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </header>
      {side.shows === 'search' ? <Search side={side} /> : <PassageList side={side} />}
      <Reading side={side} />
      <SelectionBar />
      <AnnotationCardPopup />
    </section>
  );
}

function Search({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const readOnly = session.store.project.readOnly !== null;
  const { searched, searching, problem } = side;
  const isNothing = searched?.found.length === 0;
  const confirm = (): void => {
    goToCell(session, side);
    confirmCellSilence(session);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== 'm' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!letterKeysOn() || readOnly) return;
    event.preventDefault();
    confirm();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key acts for what has the focus inside
    <div className="matrix-search" onKeyDown={onKeyDown}>
      <QueryField key={`${side.claimId} ${side.columnId}`} side={side} />
      {problem !== null && (
        <p className="objection" role="alert">
          {problem}
        </p>
      )}
      <p className="matrix-search-count" role="status">
        {searching
          ? 'Searching…'
          : searched === null
            ? 'Press Enter in the field to search.'
            : isNothing
              ? nothingFound[searched.mode]
              : foundInWords(searched)}
        {searched !== null && searched.unread > 0 && ' A text could not be read.'}
      </p>
      <SilenceProposal side={side} />
      <FoundList side={side} />
      {!readOnly && (
        <div className="matrix-search-foot">
          <span className="hint">
            <kbd>Space</kbd> chooses, <KeyLabel value="Enter" /> files
          </span>
          <button
            type="button"
            className="button"
            disabled={searched === null || searched.unread > 0}
            onClick={confirm}
          >
            Confirm silence
            <KeyLabel value="m" />
          </button>
        </div>
      )}
    </div>
  );
}

const nothingFound: Readonly<Record<MatrixSearched['mode'], string>> = {
  words: 'No sentence of it has one of these words.',
  pattern: 'No sentence of it has what the pattern asks for.',
};

/** "12 sentences have some of these words." */
function foundInWords({ found, more, mode }: MatrixSearched): string {
  const count = found.length + more;
  const what = mode === 'words' ? 'some of these words' : 'what the pattern asks for';
  const listed = more > 0 ? `; the first ${found.length} are listed` : '';
  return `${count} ${count === 1 ? 'sentence has' : 'sentences have'} ${what}${listed}.`;
}

function QueryField({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const [text, setText] = useState(side.query);
  const given = useRef(side.query);
  useEffect(() => {
    if (given.current === side.query) return;
    given.current = side.query;
    setText(side.query);
  }, [side.query]);
  const run = (): void => {
    given.current = text;
    changeCellQuery(session, text);
    void runCellSearch(session);
  };
  return (
    <div className="matrix-query">
      <SearchSegments
        label="Search with"
        value={side.mode}
        options={modes}
        onChange={(mode) => changeCellSearchMode(session, mode)}
      />
      <input
        type="search"
        aria-label="Search of the cell’s articles"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          given.current = event.target.value;
          changeCellQuery(session, event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            run();
            focusNamed('matrix-side');
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            focusNamed('matrix-side');
          }
        }}
      />
    </div>
  );
}

/** The text: the article of the column that was opened last. */
function Reading({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const pane = useSessionState(({ panes, activePane }) =>
    panes.find(({ id }) => id === activePane),
  );
  const shown = useShownRevision(pane);
  if (pane === undefined || !articlesOfSide(session, side).includes(pane.articleId)) return null;
  return (
    <div className="matrix-reading">
      <ReadingPane key={`${pane.articleId} ${shown}`} pane={pane} />
      {session.store.project.readOnly === null && (
        <p className="matrix-reading-foot hint">
          Select words in the text and press <KeyLabel value="a" /> to file them under the claim.
        </p>
      )}
    </div>
  );
}
