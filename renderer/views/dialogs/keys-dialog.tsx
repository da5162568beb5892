import type { ReactNode } from 'react';
import { commands } from '../../session/commands/command-list.ts';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** Every key, by group. */
export function KeysDialog(): ReactNode {
  const session = useSession();
  const keyed = commands.filter(({ key }) => key !== undefined);
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
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id}>
                    <dt>
                      <KeyLabel value={command.key ?? ''} />
                    </dt>
                    <dd>{command.title.replace('…', '')}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
