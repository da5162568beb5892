import type { ReactNode, RefObject } from 'react';
import { Menu, Popover } from 'react-aria-components';

/** The menu of a list's head, below the button that opened it; drawn only while it is open. */
export function ListMenu(props: {
  readonly label: string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly className?: string;
  readonly disabledKeys?: readonly string[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, trigger, className = '', disabledKeys = [], onClose, children } = props;
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="bottom end"
      className="menu-popover"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        className={`menu-list ${className}`.trim()}
        disabledKeys={disabledKeys}
        onClose={onClose}
      >
        {children}
      </Menu>
    </Popover>
  );
}
