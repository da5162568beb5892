import type { ReactNode } from 'react';
import { commands } from '../../session/commands/command-list.ts';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** Every key, by group. */
export function KeysDialog(): ReactNode {
  const session = useSession();
  const keyed = keyList();
  const groups = [...new Set(keyed.map(({ group }) => group))];
  return (
    <Dialog title="Keys" wide onClose={() => session.closeDialog()}>
      <p className="hint">
        Single letters and signs act while a text has the focus. In a text, the arrow keys move the
        caret, with Shift they select, with{' '}
        {session.hostInfo.commandKey === 'Meta' ? 'Option' : 'Ctrl'} they go word by word.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className="keys" tabIndex={0} aria-label="List of keys">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keyed
                .filter((line) => line.group === group)
                .map((line) => (
                  <div key={line.title}>
                    <dt>
                      {line.keys.map((key) => (
                        <KeyLabel key={key} value={key} />
                      ))}
                    </dt>
                    <dd>{line.title}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}

interface KeyLine {
  readonly keys: readonly string[];
  readonly title: string;
  readonly group: string;
}

/** The keys, one line a command; the nine keys of tags share one. */
function keyList(): readonly KeyLine[] {
  const lines: KeyLine[] = [];
  for (const { id, key, title, group } of commands) {
    if (key === undefined) continue;
    const isTag = id.startsWith('annotation.tag-');
    if (isTag && key !== '1') continue;
    lines.push(
      isTag
        ? { keys: ['1', '…', '9'], title: 'Highlight with the tag of that key', group }
        : { keys: [key], title: title.replace('…', ''), group },
    );
  }
  return lines;
}
