import { createStore, type StoreApi } from 'zustand/vanilla';

/** The themes there are. Each has its block in tokens.css. */
export type Theme = 'light' | 'dark' | 'contrast-light' | 'contrast-dark';

/** What the analyst chose: one of them, or whatever the system asks for. */
export type ThemeChoice = 'system' | Theme;

/** A face of reading text. All are bundled or the system's own; nothing is fetched. */
export type ReadingFace = 'literata' | 'inter' | 'system-serif';

/** How text is shown to who sits here. A habit of theirs on this computer, not of the project, and no matter for undo. */
export interface ReadingSettings {
  readonly theme: ThemeChoice;
  readonly face: ReadingFace;
  /** Of reading text, in percent of the usual size. */
  readonly size: number;
  /** How many characters of the face a line holds. */
  readonly columns: number;
  /** Height of a line, in percent of the size of its letters. */
  readonly leading: number;
}

export const usualReading: ReadingSettings = {
  theme: 'system',
  face: 'literata',
  size: 100,
  columns: 70,
  leading: 162,
};

/** A number that can be set: the least, the most, and the step between two. */
export interface ReadingScale {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

export const readingScales: Readonly<Record<'size' | 'columns' | 'leading', ReadingScale>> = {
  size: { least: 70, most: 250, step: 10 },
  columns: { least: 40, most: 120, step: 5 },
  // The usual one is a step of it, too.
  leading: { least: 130, most: 218, step: 4 },
};

/** The themes in the order in which they are offered. */
export const themeChoices: readonly ThemeChoice[] = [
  'system',
  'light',
  'dark',
  'contrast-light',
  'contrast-dark',
];

/** The faces in the order in which they are offered. */
export const readingFaces: readonly ReadingFace[] = ['literata', 'inter', 'system-serif'];

const storageKey = 'reading-settings';

/** The settings of this window. Changed by `changeReading` and `followReading` alone. */
export const readingSettings: StoreApi<ReadingSettings> = createStore<ReadingSettings>(
  () => usualReading,
);

/** What was kept on this computer; what is missing or makes no sense is as usual. */
export function keptReading(): ReadingSettings {
  return readingOf(localStorage.getItem(storageKey));
}

/** Keeps settings for the next start and the other windows. */
export function keepReading(settings: ReadingSettings): void {
  localStorage.setItem(storageKey, JSON.stringify(settings));
}

/** Whether an event of the storage tells of settings that another window changed. */
export function isReadingEvent({ key }: StorageEvent): boolean {
  return key === storageKey || key === null;
}

/** Settings out of what was kept: what is missing or makes no sense is as usual. */
export function readingOf(kept: string | null): ReadingSettings {
  const values = fieldsOf(kept);
  return {
    theme: themeChoices.find((theme) => theme === values.theme) ?? usualReading.theme,
    face: readingFaces.find((face) => face === values.face) ?? usualReading.face,
    size: within('size', values.size),
    columns: within('columns', values.columns),
    leading: within('leading', values.leading),
  };
}

/** A number brought between the least and the most; the usual one for what is none. */
export function within(name: keyof typeof readingScales, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return usualReading[name];
  const { least, most } = readingScales[name];
  return Math.min(most, Math.max(least, Math.round(value)));
}

function fieldsOf(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
