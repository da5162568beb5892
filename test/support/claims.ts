import type { Locator, Page } from '@playwright/test';
import { inspector } from './areas.ts';
import { command } from './commands.ts';
import { whenClosed } from './dialogs.ts';

/** The list of claims. */
export function claims(window: Page): Locator {
  return window.getByRole('treegrid', { name: 'Claims' });
}

/** A claim in the list, by its number. */
export function claim(window: Page, number: number): Locator {
  return claims(window).getByRole('button', { name: new RegExp(`^Claim C${number}:`) });
}

/** The row of a claim in the list. */
export function row(window: Page, number: number): Locator {
  const has = window.getByRole('button', { name: new RegExp(`^Claim C${number}:`) });
  return claims(window).getByRole('row').filter({ has });
}

/** A field of the Inspector. */
export function field(window: Page, name: string): Locator {
  return inspector(window).getByLabel(name, { exact: true });
}

/** Makes a claim by the command, in the words of the analyst. */
export async function newClaim(window: Page, wording: string): Promise<void> {
  await command(window, 'New claim');
  const dialog = window.getByRole('dialog', { name: 'New claim' });
  await dialog.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await window.keyboard.press('Enter');
  await whenClosed(dialog);
}

/** Numbers and levels of the claims in the list, from the top. */
export async function outline(window: Page): Promise<string> {
  const rows = await claims(window)
    .getByRole('row')
    .evaluateAll((all) =>
      all
        .sort((one, other) => Number(one.ariaRowIndex) - Number(other.ariaRowIndex))
        .map((one) => [one.getAttribute('aria-level'), /C\d+/.exec(one.textContent ?? '')?.[0]]),
    );
  return rows.map(([level, name]) => `${'>'.repeat(Number(level) - 1)}${name}`).join(' ');
}
