import type { Page } from '@playwright/test';

/** Copies as a person does, from another page so to speak: what stands in a passing element, by the copy key. */
export async function copy(
  window: Page,
  what: { readonly html: string } | { readonly text: string },
): Promise<void> {
  await window.evaluate((copied) => {
    const place = document.createElement('html' in copied ? 'div' : 'textarea');
    place.id = 'copied';
    document.body.append(place);
    if (place instanceof HTMLTextAreaElement) {
      place.value = 'text' in copied ? copied.text : '';
      place.focus();
      place.select();
    } else {
      place.tabIndex = -1;
      place.innerHTML = 'html' in copied ? copied.html : '';
      place.focus();
      getSelection()?.selectAllChildren(place);
    }
  }, what);
  await window.keyboard.press('Control+c');
  await window.evaluate(() => document.getElementById('copied')?.remove());
}
