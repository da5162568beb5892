import {
  Bold,
  Heading1,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Pilcrow,
  Quote,
  Superscript,
  Table,
} from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import {
  type FormatCommand,
  type FormatState,
  webAddress,
} from '../../session/writing/rich-text.ts';
import { keyText } from './key-label.tsx';
import { useSession } from './session-context.ts';

/** A format as a button, with its key or what is typed for it at the beginning of a line, where there is one. */
type FormatButton = readonly [
  name: FormatCommand,
  title: string,
  icon: LucideIcon,
  where: 'both' | 'brief',
  hint?: { readonly key: string } | { readonly typed: string },
];

const buttons: readonly FormatButton[] = [
  ['paragraph', 'Paragraph', Pilcrow, 'brief'],
  ['heading1', 'Heading 1', Heading1, 'brief', { typed: '#' }],
  ['heading2', 'Heading 2', Heading2, 'brief', { typed: '##' }],
  ['heading3', 'Heading 3', Heading3, 'brief', { typed: '###' }],
  ['bold', 'Bold', Bold, 'both', { key: 'Mod+B' }],
  ['italic', 'Italic', Italic, 'both', { key: 'Mod+I' }],
  ['bullet-list', 'Bullet list', List, 'both', { typed: '-' }],
  ['ordered-list', 'Numbered list', ListOrdered, 'both', { typed: '1.' }],
  ['quotation', 'Quotation', Quote, 'both', { typed: '>' }],
  ['table', 'Insert table', Table, 'brief'],
  ['footnote', 'Insert footnote', Superscript, 'brief', { key: 'Mod+Alt+F' }],
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
  const { commandKey } = useSession().hostInfo;
  const tip = (title: string, hint: FormatButton[4]): string => {
    if (hint === undefined) return title;
    const how = 'key' in hint ? keyText(hint.key, commandKey) : `${hint.typed} and a space`;
    return `${title} (${how})`;
  };
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
        .map(([name, title, Icon, , hint]) => (
          <button
            key={name}
            type="button"
            className="button quiet icon"
            aria-label={title}
            title={tip(title, hint)}
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
