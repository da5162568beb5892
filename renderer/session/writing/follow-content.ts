import { mergeBlocks } from '../../../app/brief/merge-blocks.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { RichTextEditor } from '../../editor/create-rich-text-editor.ts';
import type { Session } from '../session.ts';
import type { PendingEdit } from './draft.ts';

/** Lets an editor follow what a record says. */
export interface FollowedContent {
  /** To be called after records changed, by whomever: takes over what was changed elsewhere. */
  follow(): void;
  /**
   * What is to be saved: what the editor shows, with what was changed elsewhere and waits for an input method. `saved` is to be
   * called when it is.
   */
  toSave(): { readonly content: RichTextNode | null; saved(): void };
  /** Waits for nothing any more. */
  end(): void;
}

/**
 * Keeps an editor and its record together. What is changed elsewhere (undo, history, another program's answer) while something
 * is typed that is not saved yet is put together with it block by block; where both changed the same block the editor shows
 * both, and that is said (rule I29). While an input method composes a character the text stays as it is: a change would end
 * that, and put in twice what was composed. `read` gives what the record says, the same object as long as it does;
 * `undefined`: it is gone.
 */
export function followContent(
  session: Session,
  editor: RichTextEditor,
  draft: PendingEdit,
  read: () => RichTextNode | null | undefined,
): FollowedContent {
  /** What editor and record had in common last. */
  let base = read() ?? null;
  let stopWaiting: (() => void) | null = null;

  function merged(mine: RichTextNode | null, theirs: RichTextNode | null): RichTextNode | null {
    const { blocks, conflicts } = mergeBlocks(blocksOf(base), blocksOf(mine), blocksOf(theirs));
    if (conflicts > 0) {
      session.say(
        'What you are writing was changed elsewhere as well. Both versions stand in the text, yours first: take out what you don’t want.',
      );
    }
    return blocks.length === 0 ? null : { type: 'doc', content: blocks };
  }

  function follow(): void {
    const present = read();
    if (present === undefined || present === base) return;
    if (editor.isComposing()) {
      stopWaiting ??= editor.onComposed(() => {
        stopWaiting = null;
        follow();
      });
      return;
    }
    editor.setContent(draft.pending ? merged(editor.content(), present) : present);
    base = present;
  }

  return {
    follow,
    toSave() {
      const mine = editor.content();
      const present = read();
      if (stopWaiting === null || present === undefined || present === base) {
        return { content: mine, saved: () => {} };
      }
      return {
        content: merged(mine, present),
        // What is saved has these words already: of what is typed next, only that is new.
        saved: () => {
          base = mine;
        },
      };
    },
    end() {
      stopWaiting?.();
      stopWaiting = null;
    },
  };
}

function blocksOf(content: RichTextNode | null): readonly RichTextNode[] {
  return content?.content ?? [];
}
