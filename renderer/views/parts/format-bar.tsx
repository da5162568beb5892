import {
  BetweenHorizontalStart,
  BetweenVerticalStart,
  Bold,
  Columns3,
  Grid2x2X,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Pilcrow,
  Quote,
  Rows3,
  Table,
} from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  type FormatCommand,
  type FormatState,
  webAddress,
} from '../../session/writing/rich-text.ts';

const buttons: readonly (readonly [FormatCommand, string, LucideIcon, 'both' | 'brief'])[] = [
  ['paragraph', 'Paragraph', Pilcrow, 'brief'],
  ['heading1', 'Heading 1', Heading1, 'brief'],
  ['heading2', 'Heading 2', Heading2, 'brief'],
  ['heading3', 'Heading 3', Heading3, 'brief'],
  ['bold', 'Bold', Bold, 'both'],
  ['italic', 'Italic', Italic, 'both'],
  ['bullet-list', 'Bullet list', List, 'both'],
  ['ordered-list', 'Numbered list', ListOrdered, 'both'],
  ['quotation', 'Quotation', Quote, 'both'],
  ['table', 'Insert table', Table, 'brief'],
];

/** Shown while the caret is in a table. */
const inTable: readonly (readonly [FormatCommand, string, LucideIcon])[] = [
  ['row-after', 'Add row below', BetweenHorizontalStart],
  ['column-after', 'Add column after', BetweenVerticalStart],
  ['header-row', 'Heads above', PanelTop],
  ['header-column', 'Heads at the side', PanelLeft],
  ['remove-row', 'Remove row', Rows3],
  ['remove-column', 'Remove column', Columns3],
  ['remove-table', 'Remove table', Grid2x2X],
];

/** The formats of a note or a brief, as buttons that show what stands at the caret. */
export function FormatBar(props: {
  readonly kind: 'note' | 'brief';
  readonly state: FormatState | null;
  readonly onCommand: (name: FormatCommand) => void;
  readonly onLink: (href: string | null) => void;
}): ReactNode {
  const [asking, setAsking] = useState(false);
  const [objection, setObjection] = useState<string | null>(null);
  const { state } = props;
  const onLink = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const written = String(new FormData(event.currentTarget).get('href') ?? '').trim();
    const address = written === '' ? null : webAddress(written);
    if (written !== '' && address === null) {
      setObjection('Write a web address, as https://example.org/page, or a mail address.');
      return;
    }
    setObjection(null);
    setAsking(false);
    props.onLink(address);
  };
  return (
    <div className="format-bar" role="toolbar" aria-label={`Format of the ${props.kind}`}>
      {buttons
        .filter(([, , , where]) => where === 'both' || where === props.kind)
        .map(([name, title, Icon]) => (
          <button
            key={name}
            type="button"
            className="button quiet icon"
            aria-label={title}
            title={title}
            aria-pressed={state?.active.has(name) ?? false}
            disabled={state !== null && !state.possible.has(name)}
            // The caret must stay where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onCommand(name)}
          >
            <Icon size={14} aria-hidden="true" />
          </button>
        ))}
      <button
        type="button"
        className="button quiet icon"
        aria-label="Web link"
        title="Web link"
        aria-pressed={state !== null && state.link !== null}
        aria-expanded={asking}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setAsking(!asking)}
      >
        <Link size={14} aria-hidden="true" />
      </button>
      {state?.possible.has('remove-table') === true && (
        // biome-ignore lint/a11y/useSemanticElements: a group of buttons in a toolbar is no fieldset
        <span role="group" aria-label="Table" className="format-table">
          {inTable.map(([name, title, Icon]) => (
            <button
              key={name}
              type="button"
              className="button quiet icon"
              aria-label={title}
              title={title}
              disabled={!state.possible.has(name)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => props.onCommand(name)}
            >
              <Icon size={14} aria-hidden="true" />
            </button>
          ))}
        </span>
      )}
      {asking && (
        <form className="format-link" onSubmit={onLink}>
          <input
            name="href"
            aria-label="Address of the link"
            placeholder="https://…"
            defaultValue={state?.link ?? ''}
            // biome-ignore lint/a11y/noAutofocus: the field was asked for by the button just pressed
            autoFocus
          />
          <button type="submit" className="button">
            Set
          </button>
          {objection !== null && (
            <p className="objection" role="alert">
              {objection}
            </p>
          )}
        </form>
      )}
    </div>
  );
}
