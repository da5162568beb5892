import { expect, test } from 'vitest';
import { CloseProtocol } from '../../../main/electron/close-protocol.ts';

/** A window that notes what happens to it. The test rings the timer and answers for the analyst. */
function fakeWindow() {
  const happened: string[] = [];
  let ring: (() => void) | null = null;
  let answerAnalyst: (close: boolean) => void = () => undefined;
  const state = { canAnswer: true };
  const closing = new CloseProtocol({
    canAnswer: () => state.canAnswer,
    askPage: () => happened.push('ask page'),
    askAnalyst: () => {
      happened.push('ask analyst');
      return new Promise((resolve) => {
        answerAnalyst = resolve;
      });
    },
    startTimer: (callback) => {
      ring = callback;
      return () => {
        ring = null;
      };
    },
    close: () => happened.push('close'),
    stay: () => happened.push('stay'),
  });
  return {
    happened,
    closing,
    state,
    ring: () => ring?.(),
    analystSays: async (close: boolean) => {
      answerAnalyst(close);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('the page is asked, and its yes closes once', () => {
  const { closing, happened, ring } = fakeWindow();
  closing.request(true);
  closing.request(true);
  closing.answer(true);
  closing.answer(true);
  closing.request(true);
  ring();
  expect(happened).toEqual(['ask page', 'close']);
});

test('the page may say no, and be asked again', () => {
  const { closing, happened } = fakeWindow();
  closing.request(true);
  closing.answer(false);
  closing.request(true);
  closing.answer(true);
  expect(happened).toEqual(['ask page', 'stay', 'ask page', 'close']);
});

test('an answer that nobody asked for does nothing', () => {
  const { closing, happened } = fakeWindow();
  closing.answer(true);
  expect(happened).toEqual([]);
});

test('a silent page holds the window until the analyst says so', async () => {
  const { closing, happened, ring, analystSays } = fakeWindow();
  closing.request(true);
  ring();
  closing.request(true);
  await analystSays(false);
  closing.request(true);
  ring();
  await analystSays(true);
  expect(happened).toEqual(['ask page', 'ask analyst', 'stay', 'ask page', 'ask analyst', 'close']);
});

test('a page that answers while the analyst is asked closes the window', async () => {
  const { closing, happened, ring, analystSays } = fakeWindow();
  closing.request(true);
  ring();
  closing.answer(true);
  await analystSays(false);
  expect(happened).toEqual(['ask page', 'ask analyst', 'close']);
});

test('with nobody there, silence means close', async () => {
  const { closing, happened, ring } = fakeWindow();
  closing.request(false);
  ring();
  await new Promise((resolve) => setImmediate(resolve));
  expect(happened).toEqual(['ask page', 'close']);
});

test('a window without a page that could answer closes at once', () => {
  const { closing, happened, state } = fakeWindow();
  state.canAnswer = false;
  closing.request(true);
  expect(happened).toEqual(['close']);
});

test('a page that ends while it is asked no longer holds the window', () => {
  const { closing, happened } = fakeWindow();
  closing.pageGone();
  closing.request(true);
  closing.pageGone();
  expect(happened).toEqual(['ask page', 'close']);
});
