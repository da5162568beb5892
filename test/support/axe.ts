import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the system asks for, and the theme that is shown for it. */
const themes = [
  { colorScheme: 'light', contrast: 'no-preference', theme: 'light' },
  { colorScheme: 'dark', contrast: 'no-preference', theme: 'dark' },
  { colorScheme: 'light', contrast: 'more', theme: 'contrast-light' },
  { colorScheme: 'dark', contrast: 'more', theme: 'contrast-dark' },
] as const;

/** In high contrast text has 7:1. The other rules ask for the same in every theme: they are looked at in two. */
const contrastRules = ['color-contrast', 'color-contrast-enhanced'];

/**
 * Fails for every serious or critical finding of axe on what is shown, in light and in dark, and for text without the
 * contrast that is promised in those and in high contrast.
 */
export async function expectAccessible(window: Page, screen: string): Promise<void> {
  for (const { colorScheme, contrast, theme } of themes) {
    await window.emulateMedia({ colorScheme, contrast, reducedMotion: 'reduce' });
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    // Legacy: Electron opens no page for axe to gather its findings in.
    const axe = new AxeBuilder({ page: window }).setLegacyMode();
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

/** Fails for every control on the screen that has no name. */
export async function expectNamedControls(window: Page): Promise<void> {
  const roles = ['button', 'textbox', 'searchbox', 'combobox', 'radio', 'option', 'link'] as const;
  for (const role of roles) {
    for (const control of await window.getByRole(role).all()) {
      await expect.soft(control, `a ${role}`).toHaveAccessibleName(/\S/);
    }
  }
}
