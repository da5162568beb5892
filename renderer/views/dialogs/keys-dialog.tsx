import type { ReactNode } from 'react';
import { commandTitle } from '../../session/command.ts';
import { commands } from '../../session/commands/command-list.ts';
import type { Session } from '../../session/session.ts';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** Every key, by group. */
export function KeysDialog(): ReactNode {
  const session = useSession();
  const keyed = keyList(session);
  const groups = [...new Set(keyed.map(({ group }) => group))];
  return (
    <Dialog closeButton title="Keys" wide onClose={() => session.closeDialog()}>
      <p className="hint">
        Single letters and signs act while a text has the focus. In a text, the arrow keys move the
        caret, with Shift they select, with{' '}
        {session.hostInfo.commandKey === 'Meta' ? 'Option' : 'Ctrl'} they go word by word.
      </p>
      <p className="hint">
        In the list of articles the arrow keys, Home, End and letters go to a line; Enter opens it,
        with Shift beside the open one. Space selects it, Shift and an arrow several,{' '}
        {session.hostInfo.commandKey === 'Meta' ? '⌘' : 'Ctrl'} A all; Del moves to the trash. The
        arrow to the right goes to a line’s buttons or opens a group, the one to the left back.
      </p>
      <p className="hint">
        In the codebook the arrow keys go from tag to tag, open and fold; with Alt they move the
        tag. N makes a tag, Shift N one below, F2 renames, Enter edits, F filters by the tag, M
        merges, S splits, Del removes; 1 to 9 give the key, 0 takes it away.
      </p>
      <p className="hint">
        In the matrix the arrow keys, Home, End and pages go about as in a spreadsheet, with{' '}
        {session.hostInfo.commandKey === 'Meta' ? '⌘' : 'Ctrl'} to the edge of what is filled. Enter
        opens the passages beside it, E searches the article, M confirms that it is silent, S
        changes the stance, N makes a claim, C shows it; H hides the column, P pins it, Alt and an
        arrow move its head. Space folds a claim’s parts, Del takes a silence back.
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
                      <KeyLabel value={line.key} />
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
  readonly key: string;
  readonly title: string;
  readonly group: string;
}

/** The keys, one line a command; keys of tags where there is such a tag, by its name. */
function keyList(session: Session): readonly KeyLine[] {
  return commands.flatMap((command) => {
    const title = commandTitle(session, command);
    if (command.key === undefined || title === null) return [];
    const group = command.id.startsWith('annotation.tag-') ? 'Tags' : command.group;
    return [{ key: command.key, title, group }];
  });
}
