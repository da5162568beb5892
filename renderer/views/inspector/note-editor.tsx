import { type ReactNode, useEffect, useRef, useState } from 'react';
import { noteName } from '../../session/focus.ts';
import {
  type FormatState,
  type MountedEditor,
  mountNote,
  type NoteOwner,
} from '../../session/writing/rich-text.ts';
import { FormatBar } from '../parts/format-bar.tsx';
import { useSession } from '../parts/session-context.ts';

/** The note of an annotation or a claim, written in place. */
export function NoteEditor({ owner }: { readonly owner: NoteOwner }): ReactNode {
  const session = useSession();
  const { kind, id } = owner;
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor | null>(null);
  const [state, setState] = useState<FormatState | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const note = mountNote(session, element, { kind, id } as NoteOwner, setState);
    mounted.current = note;
    return () => {
      mounted.current = null;
      note.unmount();
    };
  }, [session, kind, id]);
  return (
    <div className="note">
      <div ref={place} data-focus-name={noteName(id)} />
      <FormatBar
        kind="note"
        state={state}
        onCommand={(name) => mounted.current?.editor.run(name)}
        onLink={(href) => {
          mounted.current?.editor.setLink(href);
          mounted.current?.editor.focus();
        }}
      />
    </div>
  );
}
