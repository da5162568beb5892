import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the system asks for, and the theme that is shown for it. */
const themes = [
  { colorScheme: 'light', contrast: 'no-preference', theme: 'light' },
  { colorScheme: 'dark', contrast: 'no-preference', theme: 'dark' },
  { colorScheme: 'light', contrast: 'more', theme: 'contrast-light' },
  { colorScheme: 'dark', contrast: 'more', theme: 'contrast-dark' },
] as const;

/** In high contrast text has 7:1. The other rules ask for the same in every theme: they are looked at in one. */
const contrastRules = ['color-contrast', 'color-contrast-enhanced'];

/**
 * Fails for every serious or critical finding of axe on what is shown, in light and in dark, and for text without the
 * contrast that is promised in those and in high contrast.
 */
export async function expectAccessible(window: Page, screen: string): Promise<void> {
  for (const { colorScheme, contrast, theme } of themes) {
    await window.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    // Legacy: Electron opens no page for axe to gather its findings in. To tell all that is right as well would take
    // three times as long.
    const axe = new AxeBuilder({ page: window })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] });
    if (theme === 'dark') axe.withRules('color-contrast');
    if (contrast === 'more') axe.withRules(contrastRules);
    const { violations } = await axe.analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const findings = grave.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
    );
    expect.soft(findings, `${screen}, ${theme}`).toEqual([]);
  }
  await window.emulateMedia({
    colorScheme: 'light',
    contrast: 'no-preference',
    reducedMotion: 'reduce',
  });
}

/** A line of Playwright's picture of the accessibility tree for a control: its role, then its name in quotes if it has one. */
const control =
  /^\s*- '?(button|textbox|searchbox|combobox|radio|option|link|slider|checkbox)\b(.*)$/;

/** Fails for every control on the screen that has no name. */
export async function expectNamedControls(window: Page): Promise<void> {
  const lines = (await window.locator('body').ariaSnapshot()).split('\n');
  const controls = lines.flatMap((line) => control.exec(line) ?? []);
  expect(controls.length, 'controls on the screen').toBeGreaterThan(0);
  const nameless = lines.filter((line) => {
    const [, , rest = ''] = control.exec(line) ?? [];
    return control.test(line) && !/^ (?:"(?:\s*[^\s"])|\/)/.test(rest);
  });
  expect.soft(nameless, 'controls without a name').toEqual([]);
}
