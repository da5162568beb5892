import { afterEach, expect, test } from 'vitest';
import { holdKeysBack } from '../../../renderer/session/coming-dialog.ts';
import type { DialogState } from '../../../renderer/session/session-state.ts';
import { press } from '../reader/press.ts';

const disposers: (() => void)[] = [];
afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose();
});

/** A window with a field behind the place of dialogs, and one that a dialog would have. */
function windowOf() {
  const state: { dialog: DialogState | null } = { dialog: null };
  const heard: string[] = [];
  const field = (): HTMLInputElement => {
    const place = document.createElement('div');
    const input = document.createElement('input');
    place.append(input);
    document.body.append(place);
    disposers.push(() => place.remove());
    return input;
  };
  const [behind, inDialog] = [field(), field()];
  behind.addEventListener('keydown', ({ key }) => heard.push(key));
  const session = {
    get: () => state,
    closeDialog: () => {
      state.dialog = null;
    },
  };
  const { parentElement } = behind;
  if (parentElement === null) throw new Error('It has a place.');
  disposers.push(holdKeysBack(session as never, parentElement));
  behind.focus();
  return { state, heard, behind, inDialog };
}

test('what is typed for a dialog that is on its way is not written where the focus still is', async () => {
  const { state, heard, behind, inDialog } = windowOf();
  await press('a');
  state.dialog = { kind: 'speakers', speakerId: null };
  await press('b');
  await press('c');
  expect(behind.value).toBe('a');
  expect(heard).toEqual(['a']);
  inDialog.focus();
  await press('d');
  expect([behind.value, inDialog.value]).toEqual(['a', 'd']);
});

test('Escape gives up a dialog that is on its way; then keys act as before', async () => {
  const { state, heard, behind } = windowOf();
  state.dialog = { kind: 'speakers', speakerId: null };
  await press('Escape');
  expect(state.dialog).toBeNull();
  expect(heard).toEqual([]);
  await press('a');
  expect(behind.value).toBe('a');
});

test('a dialog that has the focus hears Escape by itself', async () => {
  const { state, inDialog } = windowOf();
  state.dialog = { kind: 'speakers', speakerId: null };
  inDialog.focus();
  await press('Escape');
  expect(state.dialog).not.toBeNull();
});
