import type { ProjectRecord } from '../../../app/record/records.ts';
import type { BriefWriting } from '../../editor/brief-writing.ts';
import type { BriefWords } from '../../editor/count-brief-words.ts';
import type { RichTextEditor } from '../../editor/create-rich-text-editor.ts';

/** What stands beside the text of a brief, for views. */
export type { BriefWords, BriefWriting };

/**
 * The editor of the brief on the screen, for what stands beside it: the outline, the find bar, the count of words. One for
 * a window, whichever brief is shown.
 */
export class OpenBrief {
  readonly #listeners = new Set<() => void>();
  #editor: RichTextEditor | null = null;
  #stop: (() => void) | null = null;
  #editName: string | null = null;
  #records: readonly ProjectRecord[] = [];

  /** `null`: no brief is shown. */
  get editor(): RichTextEditor | null {
    return this.#editor;
  }

  /** Says which editor is shown now. */
  show(editor: RichTextEditor | null): void {
    this.#stop?.();
    this.#editor = editor;
    this.#stop = editor?.writing?.subscribe(() => this.#tell()) ?? null;
    this.#tell();
  }

  /**
   * Calls back when another editor is shown, and after changes of its document or selection, once a frame. Returns what
   * ends it. Bound, for views.
   */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Lets the next saving of the brief bear a name of its own: what undo calls it. */
  nameEdit(name: string): void {
    this.#editName = name;
  }

  /** Lets the next saving of the brief make these records as well: a figure and its picture are one change. */
  bringRecords(records: readonly ProjectRecord[]): void {
    this.#records = records;
  }

  /** The records that were brought, once. */
  takeRecords(): readonly ProjectRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  /** The name that was given, once. */
  takeEditName(): string | null {
    const name = this.#editName;
    this.#editName = null;
    return name;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
