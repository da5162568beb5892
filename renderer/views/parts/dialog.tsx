import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useDefaultButton } from './use-default-button.ts';

interface DialogProps {
  readonly title: string;
  /** Whether the title is drawn; it names the dialog in any case. */
  readonly titleShown?: boolean;
  readonly wide?: boolean;
  /** For dialogs without buttons of their own that end them. */
  readonly closeButton?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog, named by the command that opened it. Escape and a click outside close it; the focus goes back. */
export function Dialog(props: DialogProps): ReactNode {
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="dialog-overlay"
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="dialog" data-wide={props.wide === true || undefined}>
        <AriaDialog aria-label={props.title}>
          <DialogContent {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function DialogContent(props: DialogProps): ReactNode {
  const content = useRef<HTMLDivElement>(null);
  useDefaultButton(content);
  return (
    // A search field would take Escape for "clear"; one press must close.
    <div
      ref={content}
      className="dialog-content"
      role="presentation"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape') return;
        // What was typed and is given up would be saved as the field goes: the field takes it back first.
        if ((event.target as Element).matches('[data-edited]')) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      {props.titleShown !== false && (
        <header className="dialog-head">
          <Heading slot="title" level={2}>
            {props.title}
          </Heading>
          {props.closeButton === true && (
            <button
              type="button"
              className="button quiet icon"
              aria-label="Close"
              onClick={props.onClose}
            >
              <X size={16} aria-hidden="true" />
            </button>
          )}
        </header>
      )}
      {props.children}
    </div>
  );
}
