import type { ReactNode, RefObject } from 'react';
import { MenuItem, MenuSection, Separator } from 'react-aria-components';
import { foldAll } from '../../session/codebook/codebook-moves.ts';
import { isAvailable } from '../../session/command.ts';
import { commandById } from '../../session/commands/command-list.ts';
import { giveCommand } from '../../session/run-command.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

const drafts = ['brief.draft-tag'] as const;
const exchange = [
  'codebook.import',
  'codebook.export-qdc',
  'codebook.export-csv',
  'codebook.template',
  'codebook.save-template',
] as const;

/** What can be done with the codebook as a whole. */
export function CodebookMenu(props: {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}): ReactNode {
  const session = useSession();
  const commands = [...drafts, ...exchange].flatMap((id) => commandById(id) ?? []);
  const items = (ids: readonly string[]): ReactNode =>
    commands
      .filter(({ id }) => ids.includes(id))
      .map((command) => (
        <MenuItem
          key={command.id}
          id={command.id}
          className="menu-item"
          onAction={() => giveCommand(session, command)}
        >
          {command.title}
        </MenuItem>
      ));
  return (
    <ListMenu
      label="Codebook"
      trigger={props.trigger}
      disabledKeys={commands.filter((one) => !isAvailable(session, one)).map(({ id }) => id)}
      onClose={props.onClose}
    >
      <MenuSection aria-label="Tree">
        <MenuItem id="open-all" className="menu-item" onAction={() => foldAll(session, false)}>
          Open all tags
        </MenuItem>
        <MenuItem id="fold-all" className="menu-item" onAction={() => foldAll(session, true)}>
          Fold all tags up
        </MenuItem>
      </MenuSection>
      <Separator className="menu-separator" />
      <MenuSection aria-label="Brief">{items(drafts)}</MenuSection>
      <Separator className="menu-separator" />
      <MenuSection aria-label="Files">{items(exchange)}</MenuSection>
    </ListMenu>
  );
}
