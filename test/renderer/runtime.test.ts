import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';

test('The tests run in the Chromium of an Electron window', () => {
  expect(navigator.userAgent).toMatch(/ Electron\/\d+/);
  expect(document.body).toBeInstanceOf(HTMLElement);
  expect(CSS.highlights).toBeDefined();
});

test('A window has neither Node nor Electron', () => {
  expect('require' in window).toBe(false);
  expect('Buffer' in window).toBe(false);
});

test('IndexedDB keeps what is put into it', async () => {
  const database = await opened(indexedDB.open('runtime', 1), (fresh) => {
    fresh.createObjectStore('words');
  });
  const transaction = database.transaction('words', 'readwrite', { durability: 'strict' });
  await answered(transaction.objectStore('words').put('variorum', 1));
  expect(await answered(database.transaction('words').objectStore('words').get(1))).toBe(
    'variorum',
  );
  database.close();
});

test('A key pressed through the protocol arrives as trusted input', async () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  let trusted = false;
  field.addEventListener('keydown', (event) => (trusted = event.isTrusted));
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'v', text: 'v' });
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'v' });
  expect(field.value).toBe('v');
  expect(trusted).toBe(true);
  expect(document.hasFocus()).toBe(true);
  field.remove();
});

function opened(pending: IDBOpenDBRequest, upgrade: (database: IDBDatabase) => void) {
  pending.onupgradeneeded = () => upgrade(pending.result);
  return answered(pending);
}

function answered<Result>(pending: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    pending.onsuccess = () => resolve(pending.result);
    pending.onerror = () => reject(pending.error);
  });
}
