import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails for every serious or critical finding of axe on what is shown, in light and in dark. */
export async function expectAccessible(window: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Legacy: Electron opens no page for axe to gather its findings in.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const findings = grave.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
    );
    expect.soft(findings, `${screen}, ${colorScheme}`).toEqual([]);
  }
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
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
