import {
  isReadingEvent,
  keptReading,
  type ReadingFace,
  type ReadingSettings,
  readingSettings,
  type Theme,
  type ThemeChoice,
} from './reading-settings.ts';

const darkScheme = '(prefers-color-scheme: dark)';
const moreContrast = '(prefers-contrast: more)';

/**
 * A face as style sheets name it, and what a letter takes of a line, in em: the mean width in English text, measured, and a
 * twentieth for what stays free at the ends of lines. The system's serif is another one on each system.
 */
const faces: Readonly<Record<ReadingFace, { readonly family: string; readonly letter: number }>> = {
  literata: { family: '"Literata Variable", Georgia, serif', letter: 0.493 },
  inter: { family: '"Inter Variable", system-ui, sans-serif', letter: 0.494 },
  'system-serif': { family: 'ui-serif, Georgia, "Times New Roman", serif', letter: 0.46 },
};

/**
 * Takes up the settings that were kept and draws by them; from then on follows the system's wishes and what other windows
 * change. Called before the first picture, so that no other theme is seen first. Returns what ends it.
 */
export function followReading(root: HTMLElement): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  const draw = (): void => applyReading(root, readingSettings.getState());
  readingSettings.setState(keptReading(), true);
  draw();
  for (const query of [darkScheme, moreContrast]) {
    matchMedia(query).addEventListener('change', draw, { signal });
  }
  const takeUp = (event: StorageEvent): void => {
    if (isReadingEvent(event)) readingSettings.setState(keptReading(), true);
  };
  globalThis.addEventListener('storage', takeUp, { signal });
  const stop = readingSettings.subscribe(draw);
  return () => {
    abort.abort();
    stop();
  };
}

/**
 * Draws by settings: the theme as `data-theme`, the rest as custom properties of the root. Rules that concern any element go
 * by a class: of those the browser knows at once that no ancestor has it, where it looks through all for an attribute.
 */
function applyReading(root: HTMLElement, settings: ReadingSettings): void {
  const { family, letter } = faces[settings.face];
  const theme = themeNow(settings.theme);
  root.dataset.theme = theme;
  root.classList.toggle('dark', theme === 'dark' || theme === 'contrast-dark');
  root.classList.toggle('more-contrast', theme.startsWith('contrast'));
  root.style.setProperty('--read', family);
  root.style.setProperty('--reading-letter', `${letter}em`);
  root.style.setProperty('--reading-scale', String(settings.size / 100));
  root.style.setProperty('--reading-columns', String(settings.columns));
  root.style.setProperty('--reading-leading', String(settings.leading / 100));
}

/** The theme that is shown for a choice, by what the system asks for now. */
export function themeNow(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  const dark = matchMedia(darkScheme).matches;
  if (matchMedia(moreContrast).matches) return dark ? 'contrast-dark' : 'contrast-light';
  return dark ? 'dark' : 'light';
}
