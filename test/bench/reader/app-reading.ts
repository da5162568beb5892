import type { CDPSession, Page } from '@playwright/test';
import { median, spent } from './figures.ts';
import { scriptsUntilFrame, type TraceEvent } from './trace-script.ts';

/** How long opening an article took, in milliseconds. */
export interface Opening {
  /** From Enter in the Library until the highlights in view are painted. */
  readonly open: number;
  /** From then on until nothing is drawn any more and the page answers at once, counted from Enter as well. */
  readonly settled: number;
}

/** Opens an article from the Library with the keyboard. Throws if a highlight in view was not there when it was painted. */
export async function openArticle(
  window: Page,
  protocol: CDPSession,
  title: string,
): Promise<Opening> {
  const row = window.getByRole('grid', { name: 'Articles' }).getByRole('row', { name: title });
  await row.focus();
  // A hand is not quicker: whoever opens an article has been on its row for a moment.
  await window.waitForTimeout(200);
  const { begun, open, inView } = await window.evaluate(async (name) => {
    const reader = () => document.querySelector(`[role="document"][aria-label="${name}"]`);
    const begun = performance.now();
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
    );
    while (reader()?.querySelector('[data-annotations]') == null) {
      await new Promise((done) => setTimeout(done));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const open = performance.now() - begun;
    return {
      begun,
      open,
      inView: [...(reader()?.querySelectorAll('[dir]') ?? [])]
        .slice(0, 8)
        .flatMap((block) => [...block.querySelectorAll('[data-annotations]')]).length,
    };
  }, title);
  const last = await whenIdle(protocol);
  const atLast = await window
    .locator('.reader-text')
    .last()
    .evaluate(
      (text) =>
        [...text.querySelectorAll('[dir]')]
          .slice(0, 8)
          .flatMap((block) => [...block.querySelectorAll('[data-annotations]')]).length,
    );
  if (inView !== atLast) throw new Error('Highlights in view came after the first picture.');
  return { open, settled: Math.max(open, last - begun) };
}

/** How long the main thread is looked at each time, and how long it must have had next to nothing to do, in milliseconds. */
const step = 40;
const quiet = 320;

/**
 * Waits until the page has nothing to do, and gives the end of its last work on the page's own clock. Goes by the time that
 * its thread had a processor, so that other programs on the machine do not count as work.
 */
async function whenIdle(protocol: CDPSession): Promise<number> {
  await protocol.send('Performance.enable');
  let before = await clock(protocol);
  let last = before.now;
  while (before.now - last < quiet) {
    await new Promise((done) => setTimeout(done, step));
    const next = await clock(protocol);
    if (next.busy - before.busy > (next.now - before.now) / 4) last = next.now;
    before = next;
  }
  return last;
}

async function clock(protocol: CDPSession): Promise<{ now: number; busy: number }> {
  const { metrics } = await protocol.send('Performance.getMetrics');
  const of = (name: string): number =>
    (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1_000;
  return { now: of('Timestamp') - of('NavigationStart'), busy: of('ThreadTime') };
}

/** What one more highlight by its key costs, in milliseconds: medians. */
export interface Adding {
  /** From the key until the next frame is drawn. */
  readonly add: number;
  /** From the key until the status line says that it is saved. */
  readonly saved: number;
}

/** Highlights some words in each of several blocks that are in view, by the key `h`. */
export async function addSome(window: Page, count: number): Promise<Adding> {
  const adds: number[] = [];
  const saves: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await select(window, index);
    const { add, saved } = await window.evaluate(async () => {
      const reader = document.activeElement;
      const frameDrawn = () =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(null);
          }),
        );
      await frameDrawn();
      const begun = performance.now();
      const saved = new Promise<number>((done, fail) => {
        setTimeout(() => fail(new Error('Nothing was saved.')), 10_000);
        const changes = new MutationObserver(() => {
          if (document.querySelector('.save-state')?.textContent !== 'Saved') return;
          changes.disconnect();
          done(performance.now() - begun);
        });
        const status = document.querySelector('[aria-label="Status"]') ?? document;
        changes.observe(status, { subtree: true, childList: true, characterData: true });
      });
      const key = new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true });
      reader?.dispatchEvent(key);
      await frameDrawn();
      const add = performance.now() - begun;
      return { add, saved: await saved };
    });
    adds.push(add);
    saves.push(saved);
    await window.waitForTimeout(100);
  }
  return { add: median(adds), saved: median(saves) };
}

/**
 * The page's JavaScript from the key `h` until the next frame is painted, in milliseconds of its thread's processor time, so
 * that other programs do not count, and without the styles and the layout that a script asks for: from Chromium's own trace.
 * No debugger is attached, which would have the page run its code unoptimised. Median.
 */
export async function scriptOfAdding(
  window: Page,
  protocol: CDPSession,
  count: number,
): Promise<number> {
  const events: TraceEvent[] = [];
  const take = ({ value }: { readonly value: readonly object[] }): void => {
    events.push(...(value as readonly TraceEvent[]));
  };
  protocol.on('Tracing.dataCollected', take);
  await protocol.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'blink.user_timing'] },
  });
  for (let index = 0; index < count; index += 1) {
    await select(window, index + 1);
    await window.evaluate(async () => {
      const frameDrawn = () =>
        new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(null);
          }),
        );
      await frameDrawn();
      // A task of its own, so that what is counted begins with it.
      await new Promise((done) => setTimeout(done));
      performance.mark('key');
      const key = new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(key);
    });
    await window.waitForTimeout(250);
  }
  const ended = new Promise<void>((done) => protocol.once('Tracing.tracingComplete', () => done()));
  await protocol.send('Tracing.end');
  await ended;
  protocol.off('Tracing.dataCollected', take);
  return median(scriptsUntilFrame(events, 'key'));
}

/** How often something was selected. */
let selections = 0;

/**
 * Selects some words of the block in view with that number, as the keyboard would leave them selected: others each time,
 * since the key changes nothing where exactly those are highlighted.
 */
async function select(window: Page, index: number): Promise<void> {
  selections += 1;
  await window.evaluate(
    ([number, times]) => {
      const reader = document.querySelector<HTMLElement>('[role="document"]');
      const top = reader?.parentElement?.getBoundingClientRect().top ?? 0;
      const blocks = [...(reader?.querySelectorAll('[dir]') ?? [])].filter(
        (block) => block.getBoundingClientRect().bottom > top + 10,
      );
      const block = blocks[1 + (number % 3)];
      const walker = document.createTreeWalker(block ?? document, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      // As many pieces as there are highlights that begin or end in the block: two of them and what is between.
      const at = (times * 5) % Math.max(1, texts.length - 2);
      const [first, last] = [texts[at], texts[Math.min(at + 2, texts.length - 1)]];
      if (reader == null || first === undefined || last === undefined) {
        throw new Error('There is nothing to select.');
      }
      reader.focus();
      // Another end each time: where exactly these words are highlighted the key changes nothing, and nothing is saved.
      const end = last.data.length - (times % Math.min(7, last.data.length));
      getSelection()?.setBaseAndExtent(first, 0, last, end);
    },
    [index, selections] as const,
  );
  await window.waitForTimeout(150);
}

/** What an arrow key costs in a stack of highlights, in milliseconds of script, styles and layout together. Median of thirty. */
export async function keysInStack(window: Page, protocol: CDPSession): Promise<number> {
  await window.evaluate(() => {
    const reader = document.querySelector<HTMLElement>('[role="document"]');
    const marks = reader?.querySelectorAll('[data-annotations]') ?? [];
    const text = marks[Math.floor(marks.length / 2)]?.firstChild;
    reader?.focus();
    if (text) getSelection()?.collapse(text, 0);
  });
  await window.waitForTimeout(500);
  const costs: number[] = [];
  for (let press = 0; press < 30; press += 1) {
    const before = await spent(protocol);
    await window.keyboard.press('ArrowRight');
    await window.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const after = await spent(protocol);
    costs.push(after.script - before.script + after.drawing - before.drawing);
  }
  return median(costs);
}
