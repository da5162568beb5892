import { type ReactNode, useEffect, useRef } from 'react';
import { pasteArticle } from '../../session/corpus/paste.ts';
import { Dialog } from '../parts/dialog.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession } from '../parts/session-context.ts';

/** A place to paste into: the window may read the clipboard only when something is pasted. */
export function PasteDialog(): ReactNode {
  const session = useSession();
  const place = useRef<HTMLTextAreaElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <Dialog title="Paste as article" closeButton onClose={() => session.closeDialog()}>
      <p id="paste-hint">
        Press <KeyLabel value="Mod+V" />. What you copied, text or a part of a web page, becomes an
        article. The same keys work anywhere outside of a field.
      </p>
      <textarea
        ref={place}
        className="paste-place"
        aria-label="Paste here"
        aria-describedby="paste-hint"
        rows={3}
        readOnly
        onPaste={(event) => {
          event.preventDefault();
          if (pasteArticle(session, event.clipboardData)) session.closeDialog();
        }}
      />
    </Dialog>
  );
}
