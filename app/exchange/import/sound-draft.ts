import type { ImportDraft } from '../import-draft.ts';

/** NUL, and halves of pairs: what no file of text can hold, and most programs stop at. */
const unsound = /[\0\p{Surrogate}]/gu;

/**
 * A draft whose words every file can hold: what can't be written is U+FFFD there. Texts of articles are made sound where they are
 * read (rule T1); positions count in them. Answers with the same draft if nothing is wrong with it. Cost: its words.
 */
export function soundDraft(draft: ImportDraft): ImportDraft {
  if (draft.kind !== 'article') return sound(draft) as ImportDraft;
  const { text, positionsIn, ...rest } = draft;
  const kept = sound(rest) as typeof rest;
  if (kept === rest) return draft;
  return { ...kept, text, ...(positionsIn === undefined ? {} : { positionsIn }) };
}

function sound(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.search(unsound) === -1 ? value : value.replace(unsound, '\ufffd');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const all = items.map(sound);
    return all.every((item, index) => item === items[index]) ? value : all;
  }
  let changed = false;
  const fields = Object.entries(value).map(([name, field]: [string, unknown]) => {
    const kept = sound(field);
    changed ||= kept !== field;
    return [name, kept] as const;
  });
  return changed ? Object.fromEntries(fields) : value;
}
