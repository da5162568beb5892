import type { Locator } from '@playwright/test';

/** Chooses a claim that is there, by its number (`C1`) or words of it, in the dialog that asks what a passage is evidence of. */
export async function fileUnderClaim(dialog: Locator, typed: string): Promise<void> {
  const field = dialog.getByRole('combobox', { name: 'File under an existing claim' });
  await field.fill(typed);
  await field.press('Enter');
}
