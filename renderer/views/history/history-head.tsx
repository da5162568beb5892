import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { narrowHistory } from '../../session/history/history.ts';
import {
  type HistoryChoice,
  isNarrowed,
  noHistoryChoice,
} from '../../session/history/history-state.ts';
import { kindName } from '../../session/history/history-words.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

const kinds: readonly RecordKind[] = [
  'annotation',
  'tag',
  'link',
  'claim',
  'speaker',
  'evidence',
  'silence',
  'decision',
  'brief',
  'briefPart',
  'picture',
  'citationStyle',
  'article',
  'revision',
  'savedSearch',
  'linkType',
  'setting',
];

/** How long typing rests before the list is made anew, in milliseconds. */
const typingPause = 150;

/** What the history is narrowed to. */
export function HistoryHead(): ReactNode {
  const session = useSession();
  const choice = useSessionState(({ history }) => history.choice);
  const authors = useSessionState(({ history }) => history.authors);
  const narrow = (patch: Partial<HistoryChoice>): void => narrowHistory(session, patch);
  return (
    <div className="history-head">
      <div className="history-filter">
        <h2>History</h2>
        <WordsField />
        <Count />
      </div>
      {choice.record !== null && (
        <OnlyRecord label={choice.record.label} onClear={() => narrow({ record: null })} />
      )}
      <div className="history-chips">
        <Select
          label="Made by"
          all="Everybody"
          value={choice.author}
          options={authors.map((author) => [author, author])}
          onChange={(author) => narrow({ author })}
        />
        <Select
          label="Touches"
          all="Anything"
          value={choice.kind}
          options={kinds.map((kind) => [kind, kindName(kind)])}
          onChange={(kind) => narrow({ kind: kinds.find((one) => one === kind) ?? null })}
        />
        <Day label="From" value={choice.fromDay} onChange={(fromDay) => narrow({ fromDay })} />
        <Day label="To" value={choice.toDay} onChange={(toDay) => narrow({ toDay })} />
        <Toggle
          title="By itself"
          hint="What the program did without being asked"
          on={!choice.hideUnattended}
          onChange={(on) => narrow({ hideUnattended: !on })}
        />
        <Toggle
          title="Imports"
          hint="What imports and other jobs did"
          on={!choice.hideJobs}
          onChange={(on) => narrow({ hideJobs: !on })}
        />
        {isNarrowed(choice) && (
          <button type="button" className="button quiet" onClick={() => narrow(noHistoryChoice)}>
            Show all
          </button>
        )}
      </div>
    </div>
  );
}

/** That the list has the changes of one record alone, of which, and the way back to all. */
function OnlyRecord(props: { readonly label: string; readonly onClear: () => void }): ReactNode {
  return (
    <div className="history-record">
      <span aria-hidden="true">Shown are only the changes of</span>
      <button
        type="button"
        className="chip"
        data-on
        title="Show the changes of all records"
        aria-label={`Only ${props.label}: show all records`}
        onClick={props.onClear}
      >
        <span className="chip-text">{props.label}</span>
        <X size={12} aria-hidden="true" />
      </button>
    </div>
  );
}

function WordsField(): ReactNode {
  const session = useSession();
  const words = useSessionState(({ history }) => history.choice.words);
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => setTyped(words), [words]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      type="search"
      aria-label="Words in the name of the change"
      placeholder="Words in the name of the change"
      data-focus-name="history-words"
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(
          () => narrowHistory(session, { words: target.value }),
          typingPause,
        );
      }}
    />
  );
}

function Count(): ReactNode {
  const total = useSessionState(({ history }) => history.total);
  const complete = useSessionState(({ history }) => history.complete);
  return (
    <span className="history-count">
      {countOf(total, 'change')}
      {!complete && '…'}
    </span>
  );
}

function Select(props: {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [value: string, title: string])[];
  readonly onChange: (value: string | null) => void;
}): ReactNode {
  return (
    <label className="history-choice" data-on={props.value !== null || undefined}>
      {props.label}
      <select
        value={props.value ?? ''}
        onChange={({ target }) => props.onChange(target.value === '' ? null : target.value)}
      >
        <option value="">{props.all}</option>
        {props.options.map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}): ReactNode {
  return (
    <label className="history-choice" data-on={props.value !== '' || undefined}>
      {props.label}
      <input
        type="date"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </label>
  );
}

function Toggle(props: {
  readonly title: string;
  readonly hint: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="chip"
      title={props.hint}
      aria-pressed={props.on}
      data-on={props.on || undefined}
      onClick={() => props.onChange(!props.on)}
    >
      {props.title}
    </button>
  );
}
