import { afterEach, describe, expect, test } from 'vitest';
import {
  keepReading,
  keptReading,
  readingOf,
  readingScales,
  readingSettings,
  themeChoices,
  usualReading,
  within,
} from '../../../../renderer/session/reading/reading-settings.ts';
import { followReading, themeNow } from '../../../../renderer/session/reading/theme.ts';
import '../../../../renderer/views/styles/tokens.css';

afterEach(() => {
  localStorage.removeItem('reading-settings');
  readingSettings.setState(usualReading, true);
});

describe('The settings that are kept', () => {
  test('what is missing, of another kind or out of bounds is as usual or brought within them', () => {
    expect(readingOf(null)).toEqual(usualReading);
    expect(readingOf('no JSON')).toEqual(usualReading);
    expect(readingOf('[1]')).toEqual(usualReading);
    expect(readingOf('null')).toEqual(usualReading);
    const odd = {
      theme: 'pink',
      face: 'comic',
      size: '120',
      columns: 1e9,
      leading: -1,
      more: true,
    };
    expect(readingOf(JSON.stringify(odd))).toEqual({
      ...usualReading,
      columns: readingScales.columns.most,
      leading: readingScales.leading.least,
    });
  });

  test('what was kept is read again', () => {
    const chosen = { ...usualReading, theme: 'contrast-dark', face: 'inter', size: 150 } as const;
    keepReading(chosen);
    expect(keptReading()).toEqual(chosen);
  });

  test('the usual numbers are steps of their scales', () => {
    for (const name of ['size', 'columns', 'leading'] as const) {
      const { least, most, step } = readingScales[name];
      expect((usualReading[name] - least) % step).toBe(0);
      expect((most - least) % step).toBe(0);
      expect(within(name, Number.NaN)).toBe(usualReading[name]);
    }
  });
});

describe('What the settings do to the page', () => {
  test('every theme but the system’s own is itself and has its own colours', () => {
    const root = document.documentElement;
    const stop = followReading(root);
    const papers = new Set<string>();
    for (const theme of themeChoices) {
      if (theme === 'system') continue;
      expect(themeNow(theme)).toBe(theme);
      readingSettings.setState({ theme });
      expect(root.dataset.theme).toBe(theme);
      papers.add(getComputedStyle(root).getPropertyValue('--paper'));
    }
    expect(papers.size).toBe(4);
    stop();
    readingSettings.setState({ theme: 'dark' });
    expect(root.dataset.theme).toBe('contrast-dark');
  });

  test('a theme leaves no colour of the light one behind', () => {
    const root = document.documentElement;
    const stop = followReading(root);
    const sheets = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const blocks = sheets.filter(
      (rule): rule is CSSStyleRule =>
        rule instanceof CSSStyleRule && rule.selectorText.startsWith(':root'),
    );
    const colours = (selector: string): string[] =>
      blocks
        .filter(({ selectorText }) => selectorText === selector)
        .flatMap(({ style }) => [...style])
        .filter((name) => /^--(?!read|ui|mark|focus-width)/.test(name));
    const light = new Set(colours(':root'));
    expect(light.size).toBeGreaterThan(30);
    for (const theme of ['dark', 'contrast-light', 'contrast-dark']) {
      const own = new Set(colours(`:root[data-theme="${theme}"]`));
      expect(
        [...light].filter((name) => !own.has(name)),
        theme,
      ).toEqual([]);
    }
    stop();
  });

  test('another window’s choice is taken up', () => {
    const stop = followReading(document.documentElement);
    keepReading({ ...usualReading, size: 130 });
    globalThis.dispatchEvent(new StorageEvent('storage', { key: 'reading-settings' }));
    expect(document.documentElement.style.getPropertyValue('--reading-scale')).toBe('1.3');
    stop();
  });
});
