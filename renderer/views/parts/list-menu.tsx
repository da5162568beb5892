import type { ReactNode, RefObject } from 'react';
import { Menu, Popover } from 'react-aria-components';

/** The menu of a list, below the button or the line that opened it; drawn only while it is open. */
export function ListMenu(props: {
  readonly label: string;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly className?: string;
  readonly placement?: 'bottom end' | 'bottom start';
  readonly disabledKeys?: readonly string[];
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { label, trigger, className = '', disabledKeys = [], onClose, children } = props;
  const { placement = 'bottom end' } = props;
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      aria-label={label}
      placement={placement}
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
