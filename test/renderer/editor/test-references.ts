import type { MentionKind, MentionTarget } from '../../../app/brief/mentions.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { ReferenceSource, ShownRecord } from '../../../renderer/editor/reference-source.ts';

/** Records that references show, to be changed under the editor, and what they were asked. */
export class TestReferences implements ReferenceSource {
  readonly records = new Map<string, ShownRecord>();
  readonly opened: MentionTarget[] = [];
  readonly said: string[] = [];
  /** While set, a search waits for it before it tells what it found. */
  hold: Promise<void> | null = null;
  readonly #listeners = new Set<() => void>();

  add(kind: MentionKind, id: string, label: string, name: string): void {
    const target = { kind, id } as MentionTarget;
    this.records.set(id, { target, label, name, detail: '', color: null, trashed: false });
  }

  shown({ id }: MentionTarget): ShownRecord | null {
    return this.records.get(id) ?? null;
  }

  search(
    typed: string,
    onFound: (found: readonly ShownRecord[], isDone: boolean) => void,
  ): () => void {
    let stopped = false;
    const tell = (): void => {
      if (stopped) return;
      const words = typed.toLowerCase();
      const all = [...this.records.values()];
      onFound(
        all.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(words)),
        true,
      );
    };
    if (this.hold === null) tell();
    else void this.hold.then(tell);
    return () => {
      stopped = true;
    };
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(target: MentionTarget): void {
    this.opened.push(target);
  }

  say(text: string): void {
    this.said.push(text);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }
}

/** An annotation, a claim, a tag and an article of the tunnel. */
export function tunnelReferences(): TestReferences {
  const source = new TestReferences();
  source.add('annotation', 'cost', '14:3', '4.2 billion crowns');
  source.add('claim', 'sum', 'C4', 'The tunnel opens in 2032.');
  source.add('tag', 'figure', '', 'figure');
  source.add('article', 'report', '14', 'Cost of tunnel rises');
  return source;
}

export function reference(kind: MentionKind, id: string): RichTextNode {
  return { type: 'reference', attrs: { kind, id } };
}
