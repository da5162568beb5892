import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import type { ReactNode } from 'react';

/** What a find bar shows of what was looked for. */
interface FindShown {
  readonly text: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  readonly searching: boolean;
  readonly problem: string | null;
  readonly hits: readonly unknown[];
  readonly current: number;
  /** The last step went past the end. */
  readonly wrapped: boolean;
  /** What was done with all that was found, told elsewhere: that nothing is found any more is then no news. */
  readonly done?: string | null;
}

/** The field of a find bar with what was found, the steps, and how it looks for words. `name`: what focus and ids go by. */
export function FindControls(props: {
  readonly find: FindShown;
  readonly name: string;
  /** What is looked through: "article". */
  readonly within: string;
  readonly isPattern: boolean;
  readonly onChange: (patch: {
    readonly text?: string;
    readonly matchCase?: boolean;
    readonly wholeWords?: boolean;
  }) => void;
  readonly onPattern: (on: boolean) => void;
  readonly onStep: (step: 1 | -1) => void;
}): ReactNode {
  const { find, name, within, isPattern, onChange } = props;
  const none = find.hits.length === 0;
  return (
    <>
      <div className="find-field">
        <input
          type="search"
          aria-label={`Find in ${within}`}
          aria-invalid={find.problem !== null}
          aria-describedby={`${name}-said ${name}-problem`}
          data-focus-name={name}
          data-none={(none && find.text !== '' && !find.searching && !find.done) || undefined}
          placeholder={isPattern ? 'Regular expression' : `Find in this ${within}`}
          spellCheck={false}
          value={find.text}
          onFocus={(event) => event.target.select()}
          onChange={({ target }) => onChange({ text: target.value })}
        />
        <span className="find-said" id={`${name}-said`} role="status">
          {saidOf(find)}
        </span>
      </div>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Previous"
        title="Previous (Shift Enter, Shift F3)"
        disabled={none}
        onClick={() => props.onStep(-1)}
      >
        <ChevronUp size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Next"
        title="Next (Enter, F3)"
        disabled={none}
        onClick={() => props.onStep(1)}
      >
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <Toggle
        name="Match case"
        title="Upper and lower case and accents as typed"
        on={find.matchCase}
        icon={<CaseSensitive size={16} aria-hidden="true" />}
        onChange={(matchCase) => onChange({ matchCase })}
      />
      <Toggle
        name="Whole words"
        on={find.wholeWords}
        icon={<WholeWord size={16} aria-hidden="true" />}
        onChange={(wholeWords) => onChange({ wholeWords })}
      />
      <Toggle
        name="Regular expression"
        on={isPattern}
        icon={<Regex size={16} aria-hidden="true" />}
        onChange={props.onPattern}
      />
    </>
  );
}

/** The end of a find bar: what takes it away, and why nothing could be looked for. */
export function FindEnd(props: {
  readonly name: string;
  readonly problem: string | null;
  readonly onClose: () => void;
}): ReactNode {
  return (
    <>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Close the find bar"
        title="Close (Escape)"
        onClick={props.onClose}
      >
        <X size={16} aria-hidden="true" />
      </button>
      <p
        className="find-problem"
        id={`${props.name}-problem`}
        role="status"
        hidden={props.problem === null}
      >
        {props.problem}
      </p>
    </>
  );
}

function Toggle(props: {
  readonly name: string;
  readonly title?: string;
  readonly on: boolean;
  readonly icon: ReactNode;
  readonly onChange: (on: boolean) => void;
}): ReactNode {
  return (
    <button
      type="button"
      className="button quiet icon find-toggle"
      aria-label={props.name}
      title={props.title ?? props.name}
      aria-pressed={props.on}
      onClick={() => props.onChange(!props.on)}
    >
      {props.icon}
    </button>
  );
}

function saidOf(find: FindShown): string {
  if (find.problem !== null) return '';
  if (find.searching) return 'Looking…';
  if (find.text === '') return '';
  if (find.hits.length === 0) return find.done ? '' : 'Not found';
  const count = find.hits.length.toLocaleString('en-GB');
  const place = `${(find.current + 1).toLocaleString('en-GB')} of ${count}`;
  return find.wrapped ? `${place}, past the end` : place;
}
