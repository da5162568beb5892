import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { ClaimDialog } from '../../../../renderer/views/dialogs/claim-dialog.tsx';
import { SessionContext } from '../../../../renderer/views/parts/session-context.ts';
import { doc, p } from '../../editor/mounted-editor.ts';
import { briefWindow } from '../writing/brief-window.ts';

let end = (): void => {};

afterEach(() => end());

/** The dialog that asks what a passage is evidence of, in a project with a claim. */
async function claimDialog() {
  const { session, project, records } = await briefWindow((made) => {
    made.annotate();
    made.claim('The tunnel leaks.');
    return doc(p('text'));
  });
  const annotationIds = project.records.list('annotation').map(({ id }) => id);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  end = () => {
    root.unmount();
    place.remove();
  };
  const dialog = createElement(ClaimDialog, { annotationIds });
  root.render(createElement(SessionContext.Provider, { value: session }, dialog));
  await expect.poll(() => document.querySelector('[role="combobox"]')).not.toBeNull();
  const field = document.querySelector<HTMLInputElement>('[role="combobox"]');
  const button = document.querySelector<HTMLButtonElement>('button[type="submit"]');
  if (field === null || button === null) throw new RangeError('The dialog is drawn.');
  const type = (words: string): void => {
    field.focus();
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const evidence = () => records.list('evidence').length;
  return { field, button, type, evidence, claims: () => records.list('claim').length };
}

test('Q1: a number or the wording that was typed is the claim when the field is left', async () => {
  const { field, type, button } = await claimDialog();
  for (const typed of ['1', 'c1', 'the tunnel leaks.']) {
    type(typed);
    await expect.poll(() => field.value).toBe(typed);
    field.blur();
    await expect.poll(() => field.value).toBe('C1: The tunnel leaks.');
    expect(button.textContent).toBe('File as evidence');
  }
});

test('Q1: a press of the button takes the number that was typed; no second claim is made', async () => {
  const { field, type, button, claims, evidence } = await claimDialog();
  type('C1');
  await expect.poll(() => field.value).toBe('C1');
  button.focus();
  expect(button.textContent).toBe('Make claim');
  button.click();
  expect([claims(), evidence()]).toEqual([1, 1]);
});

test('Q1: what names no claim is said at the field and holds the dialog up', async () => {
  const { field, type, button, claims, evidence } = await claimDialog();
  type('C9');
  await expect.poll(() => field.validationMessage).not.toBe('');
  button.focus();
  await expect
    .poll(() => document.querySelector('.field-problem')?.textContent)
    .toBe('“C9” names no claim. Choose one from the list, or empty this field.');
  button.click();
  expect([claims(), evidence()]).toEqual([1, 0]);
  expect(field.value).toBe('C9');
  type('');
  await expect.poll(() => field.validationMessage).toBe('');
  button.click();
  expect([claims(), evidence()]).toEqual([2, 1]);
});
