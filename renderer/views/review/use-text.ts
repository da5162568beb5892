import { useEffect, useState } from 'react';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { useSession } from '../parts/session-context.ts';

/** A revision's text; `null` while it is being read, or when it can't be. */
export function useText(hash: RevisionHash): RevisionText | null {
  const session = useSession();
  const [text, setText] = useState<RevisionText | null>(null);
  useEffect(() => {
    let isWanted = true;
    session.store.texts.read(hash).then(
      (read) => {
        if (isWanted) setText(read);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [session, hash]);
  return text?.hash === hash ? text : null;
}
