import { Plugin } from 'prosemirror-state';

/**
 * Keeps Chromium from undoing by itself what was typed, from a key, the menu or a gesture: undo is the program's, over
 * all records, and two histories of one text would tear each other apart. The keys themselves go on to the program,
 * unless `onKey` keeps one. First of the plugins.
 */
export function noNativeUndo(onKey: ((event: KeyboardEvent) => boolean) | undefined): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        // prosemirror-view marks Mod-Z and Mod-Y as handled even without a history (capturekeys.ts, "Mod-[biyz]"), and
        // the program does not act on keys that are. True without preventDefault: only ProseMirror is kept from them.
        keydown: (_view, event) => {
          const undo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key);
          if (undo && onKey?.(event) === true) event.preventDefault();
          return undo;
        },
        beforeinput: (_view, event) => {
          const native = event.inputType === 'historyUndo' || event.inputType === 'historyRedo';
          if (native) event.preventDefault();
          return native;
        },
      },
    },
  });
}
