import type { ReactNode } from 'react';

/** What a claim that is to be made says: the first field of its dialog, chosen whole, so that typing replaces it. */
export function WordingField(props: {
  readonly value: string;
  readonly rows: number;
  /** Called with each letter. */
  readonly onChange: (wording: string) => void;
}): ReactNode {
  return (
    <label className="field">
      <span>Wording</span>
      <textarea
        rows={props.rows}
        value={props.value}
        required
        // biome-ignore lint/a11y/noAutofocus: the dialog was asked for by key, and this is its first question
        autoFocus
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => props.onChange(target.value)}
        onKeyDown={(event) => {
          // Enter makes the claim; Shift and Enter begin a new line.
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    </label>
  );
}
