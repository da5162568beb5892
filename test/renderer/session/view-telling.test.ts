import { afterEach, expect, test } from 'vitest';
import { ViewTelling } from '../../../renderer/session/view-telling.ts';

/** Something to subscribe to, with two listeners: one that draws in the frame, one behind it. */
function telling() {
  const views = new ViewTelling();
  const listeners = new Set<() => void>();
  const told: string[] = [];
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const change = () => {
    for (const listener of listeners) listener();
  };
  const stopView = views.wrap(subscribe)(() => told.push('view'));
  const stopText = views.follow(subscribe, () => told.push('text'), 'in-frame');
  stops.push(stopView, stopText);
  return { views, change, told, stopView, stopText };
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

const frame = () => new Promise((done) => requestAnimationFrame(done));
const act = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }));

test('what is not held is told at once', () => {
  const { change, told } = telling();
  change();
  expect(told).toEqual(['view', 'text']);
});

test('while it holds, the text is told with the next frame and views behind it, each once', async () => {
  const { views, change, told } = telling();
  views.holdForFrame();
  change();
  change();
  views.inFrame(() => told.push('caret'));
  expect(told).toEqual([]);
  await frame();
  expect(told).toEqual(['text', 'caret']);
  await expect.poll(() => told).toEqual(['text', 'caret', 'view']);
  change();
  expect(told.slice(3)).toEqual(['view', 'text']);
});

test('who acts before the frame finds everything shown', async () => {
  const { views, change, told } = telling();
  let drawnNow = 0;
  views.drawNow = (run) => {
    drawnNow += 1;
    run();
  };
  views.holdForFrame();
  change();
  act();
  expect(told).toEqual(['text', 'view']);
  expect(drawnNow).toBe(1);
  await frame();
  await frame();
  expect(told).toEqual(['text', 'view']);
});

test('what is held again at once waits for a frame of its own', async () => {
  const { views, change, told } = telling();
  views.holdForFrame();
  change();
  act();
  views.holdForFrame();
  change();
  expect(told).toEqual(['text', 'view']);
  await expect.poll(() => told).toEqual(['text', 'view', 'text', 'view']);
});

test('who left is told nothing more', async () => {
  const { views, change, told, stopView, stopText } = telling();
  views.holdForFrame();
  change();
  stopView();
  stopText();
  act();
  expect(told).toEqual([]);
});

test('a subscription is wrapped once', () => {
  const views = new ViewTelling();
  const subscribe = () => () => undefined;
  expect(views.wrap(subscribe)).toBe(views.wrap(subscribe));
});
