import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { type FormatState, type MountedEditor, mountNote } from '../../session/rich-text.ts';
import { FormatBar } from '../parts/format-bar.tsx';
import { useSession } from '../parts/session-context.ts';

/** The note of an annotation, written in place. */
export function NoteEditor({ annotationId }: { readonly annotationId: AnnotationId }): ReactNode {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor | null>(null);
  const [state, setState] = useState<FormatState | null>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const note = mountNote(session, element, annotationId, setState);
    mounted.current = note;
    return () => {
      mounted.current = null;
      note.unmount();
    };
  }, [session, annotationId]);
  return (
    <div className="note">
      <div ref={place} data-focus-name="note" />
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
