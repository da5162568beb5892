// `npm run bench -- graph [links] [articles]`: the graph of the real application, 5,000 links among 2,000 points (200 articles
// with nine passages each) unless told otherwise. Prints one line of JSON, times in milliseconds: `first_picture_ms`, from
// choosing the graph to the frame that shows points and lines; `settled_ms`, to the layout at rest; `zoom_p95_ms` and
// `drag_p95_ms`, the 95th percentile of the time from one frame to the next while the wheel zooms, and while a point is
// dragged, each moving once a frame; `pan_p95_ms`, the same while the view is dragged; `main_block_ms`, the longest time for
// which the window answered nothing from choosing the graph to rest.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { launchVariorum } from '../support/launch.ts';
import { addLinks } from '../support/linked-project.ts';

const links = Number(process.argv[2] ?? 5_000);
const articles = Number(process.argv[3] ?? 200);
const frames = 120;

const folder = await mkdtemp(join(tmpdir(), 'variorum-graph-'));
try {
  const project = join(folder, 'project');
  await makeFilledProject(project, reports(articles), { annotationsEach: 9, claims: 0, links: 0 });
  await addLinks(project, links);
  const { window, close } = await launchVariorum({
    userDataDir: join(folder, 'data'),
    args: ['--project', project],
  });
  await window.setViewportSize({ width: 1440, height: 900 });
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
  await window.keyboard.press('Control+3');
  await window.getByRole('radiogroup', { name: 'Show links as' }).waitFor();
  // What the opening has still to do in the background is not what is measured below.
  await window.waitForTimeout(3_000);
  const opened = await openGraph(window);
  const zoom = await zooming(window);
  const drag = await dragging(window, true);
  const pan = await dragging(window, false);
  const counted = (await window.locator('.graph-count').textContent()) ?? '';
  const [points = 0, lines = 0] = [...counted.replaceAll(',', '').matchAll(/\d+/g)].map(Number);
  await close();
  console.log(
    JSON.stringify({
      name: 'graph',
      nodes: points,
      links,
      lines,
      ...opened,
      zoom_p95_ms: percentile(zoom),
      drag_p95_ms: percentile(drag),
      pan_p95_ms: percentile(pan),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Chooses the graph and waits for rest. A frame every few milliseconds says whether the window answers. */
function openGraph(window: Page) {
  return window.evaluate(async () => {
    const radio = [...document.querySelectorAll<HTMLElement>('[role="radiogroup"] label')].find(
      (label) => label.textContent === 'Graph',
    );
    let block = 0;
    let isOver = false;
    let before = performance.now();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = performance.now();
      block = Math.max(block, now - before);
      before = now;
      if (!isOver) channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    const begun = performance.now();
    radio?.click();
    const until = async (wanted: (progress: string | undefined) => boolean): Promise<number> => {
      for (;;) {
        await new Promise(requestAnimationFrame);
        const frame = document.querySelector<HTMLElement>('.graph-frame');
        if (frame !== null && wanted(frame.dataset.progress)) break;
      }
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return Math.round((performance.now() - begun) * 10) / 10;
    };
    const first = await until((progress) => progress !== 'waiting');
    const settled = await until((progress) => progress === 'settled');
    isOver = true;
    return {
      first_picture_ms: first,
      settled_ms: settled,
      main_block_ms: Math.round(block * 10) / 10,
    };
  });
}

/** Zooms in and out about a place off the middle, one step a frame. */
function zooming(window: Page): Promise<number[]> {
  return window.locator('.graph-frame').evaluate(async (frame, count) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    const times: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let index = 0; index < count; index += 1) {
      const deltaY = (index % 40 < 20 ? -1 : 1) * 60;
      const at = { clientX: left + width * 0.4, clientY: top + height * 0.6 };
      frame.dispatchEvent(new WheelEvent('wheel', { deltaY, cancelable: true, ...at }));
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    return times;
  }, frames);
}

/** Drags a point, or the view, in a circle, one step a frame. */
async function dragging(window: Page, isPoint: boolean): Promise<number[]> {
  await window.locator('.graph-frame').focus();
  await window.keyboard.press('0');
  await window.keyboard.press('Home');
  const frame = window.locator('.graph-frame');
  await frame.evaluate((element) => {
    // No pointer is really down: it can't be captured.
    element.setPointerCapture = () => undefined;
  });
  return frame.evaluate(
    async (element, [count, isPointDragged]) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const spot = isPointDragged ? pointSpot() : { x: left + 6, y: top + height - 6 };
      const send = (type: string, x: number, y: number): void => {
        const init = { bubbles: true, pointerId: 1, button: 0, clientX: x, clientY: y };
        element.dispatchEvent(new PointerEvent(type, init));
      };
      send('pointerdown', spot.x, spot.y);
      const times: number[] = [];
      let before = await new Promise<number>(requestAnimationFrame);
      for (let index = 0; index < count; index += 1) {
        const angle = (index / count) * Math.PI * 4;
        send('pointermove', spot.x + Math.cos(angle) * 120, spot.y + Math.sin(angle) * 120);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - before);
        before = now;
      }
      send('pointerup', spot.x, spot.y);
      return times;

      /** Somewhere in the middle there is a point: where the pointer says so. */
      function pointSpot(): { x: number; y: number } {
        for (let step = 0; step < 4_000; step += 1) {
          const x = left + width / 2 + Math.cos(step) * step * 0.1;
          const y = top + height / 2 + Math.sin(step) * step * 0.1;
          element.dispatchEvent(
            new PointerEvent('pointermove', { bubbles: true, clientX: x, clientY: y }),
          );
          if ((element as HTMLElement).style.cursor === 'pointer') return { x, y };
        }
        throw new Error('There is no point in the middle of the graph.');
      }
    },
    [frames, isPoint] as const,
  );
}

function percentile(values: readonly number[], share = 0.95): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return Math.round((value ?? Number.NaN) * 10) / 10;
}
