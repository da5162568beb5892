import { type FormEvent, type ReactNode, useState } from 'react';
import { findNext } from '../../session/find.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Finds words in the article of the active pane; Enter goes to the next place. */
export function FindDialog(): ReactNode {
  const session = useSession();
  const [wanted, setWanted] = useState('');
  const [said, setSaid] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSaid(findNext(session, wanted));
  };
  return (
    <Dialog closeButton title="Find in this article" onClose={() => session.closeDialog()}>
      <form onSubmit={submit}>
        <input
          type="search"
          aria-label="Words to find"
          value={wanted}
          autoFocus
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className="hint" role="status">
          {said === '' ? 'Enter goes to the next place, Escape back to the text.' : said}
        </p>
      </form>
    </Dialog>
  );
}
