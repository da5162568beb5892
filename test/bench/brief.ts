// `npm run bench -- brief [pages] [citations]`: a brief of 200 pages with 1,000 citations in the real application. Prints one
// line of JSON: `open_ms`, from the key that shows the brief for the first time in a window to the frame that shows its text,
// the median of the windows; `key_p95_ms` and `key_median_ms`, from a key in the midst of the text to the frame that shows the
// letter, in milliseconds that the page's thread had a processor for (script, styles, layout, painting, by Chromium's own
// trace), savings among them; `docx_s`, `pdf_s`, `html_s`, from asking for an export to its file, in seconds; `heap_mb`, the
// window's page after all that.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { gatherBrief } from '../../app/brief/gather-brief.ts';
import { recordSourceOf } from '../../app/brief/record-source-of.ts';
import { callHost } from '../support/host-calls.ts';
import { type LaunchedVariorum, launchVariorum } from '../support/launch.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { longBrief } from './brief/long-brief.ts';
import { keysUntilPainted } from './brief/until-painted.ts';
import { makeAnnotatedProject } from './reader/annotated-project.ts';
import { longText } from './reader/annotated-text.ts';
import { heapOf, median, percentile, round } from './reader/figures.ts';
import type { TraceEvent } from './reader/trace-script.ts';

const pages = Number(process.argv[2] ?? 200);
const citations = Number(process.argv[3] ?? 1_000);
const windows = 3;
const keys = 160;

const folder = await mkdtemp(join(tmpdir(), 'variorum-brief-'));
try {
  const project = join(folder, 'project');
  const records = await makeAnnotatedProject(
    project,
    [longText(102_000, citations)],
    (maker, made) => longBrief(maker, made, pages, citations),
  );
  const launch = () =>
    launchVariorum({ userDataDir: join(folder, 'data'), args: ['--project', project] });
  // The first opening fills the database; what is measured is every later one.
  const filling = await launch();
  await settled(filling.window);
  await filling.close();
  const openings: number[] = [];
  for (let run = 1; run < windows; run += 1) {
    const { window, close } = await launch();
    await settled(window);
    openings.push(await openBrief(window));
    await close();
  }
  const launched = await launch();
  const { window } = launched;
  await settled(window);
  openings.push(await openBrief(window));
  await window.waitForTimeout(1_500);
  const typed = await typeKeys(window);
  await settled(window);
  const exports = {
    docx: await exportAs(launched, 'docx'),
    pdf: await exportAs(launched, 'pdf'),
    html: await exportAs(launched, 'html'),
  };
  const heap = await heapOf(await window.context().newCDPSession(window));
  await launched.close();
  console.log(
    JSON.stringify({
      name: 'brief',
      pages,
      citations,
      open_ms: round(median(openings)),
      key_p95_ms: round(percentile(typed)),
      key_median_ms: round(median(typed)),
      docx_s: exports.docx,
      pdf_s: exports.pdf,
      html_s: exports.html,
      heap_mb: round(heap),
    }),
  );

  /** Seconds until the file is written; `null`: it was not. */
  async function exportAs({ app }: LaunchedVariorum, format: string): Promise<number | null> {
    const source = recordSourceOf(records);
    const [brief] = source.list('brief');
    if (brief === undefined) throw new Error('There is no brief.');
    await answerSave(app, join(folder, `brief.${format}`));
    const request = {
      ...gatherBrief(source, brief),
      ...{ format, appendix: true, comments: false, wrap: false },
    };
    const begun = performance.now();
    const answer = await callHost(window, 'exportBrief', request);
    const took = performance.now() - begun;
    const { ok, value } = answer as { ok: boolean; value?: { kind: string } };
    if (ok && value?.kind === 'written') return Math.round(took / 10) / 100;
    console.error(JSON.stringify(answer).slice(0, 500));
    return null;
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Everything is in memory and on disk, and the window is at rest. */
async function settled(window: Page): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  await status.getByText('Saved', { exact: true }).waitFor({ timeout: 120_000 });
  await window.waitForTimeout(2_500);
}

function openBrief(window: Page): Promise<number> {
  return window.evaluate(async () => {
    const begun = performance.now();
    const target = document.activeElement ?? document.body;
    const key = { key: '4', ctrlKey: true, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent('keydown', key));
    while (document.querySelectorAll('.brief-editor .rich-text p').length < 10) {
      await new Promise((done) => setTimeout(done));
    }
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
  });
}

/** Types in the midst of the brief, in turn letters and spaces, as quickly as people do. */
async function typeKeys(window: Page): Promise<readonly number[]> {
  const protocol = await window.context().newCDPSession(window);
  await window.evaluate(() => {
    const text = document.querySelector<HTMLElement>('.brief-editor .rich-text');
    const paragraphs = [...(text?.querySelectorAll(':scope > p, .stretch > p') ?? [])];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    text?.focus();
    if (middle?.firstChild) getSelection()?.collapse(middle.firstChild, 5);
    middle?.scrollIntoView({ block: 'center' });
  });
  await window.waitForTimeout(1_000);
  const events: TraceEvent[] = [];
  protocol.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as readonly TraceEvent[]));
  });
  await protocol.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
  });
  for (let press = 0; press < keys; press += 1) {
    await window.keyboard.press(press % 6 === 5 ? 'Space' : 'e');
    // Now and then long enough for what was typed to be saved.
    await window.waitForTimeout(press % 20 === 19 ? 1_000 : 90);
  }
  const ended = new Promise<void>((done) => protocol.once('Tracing.tracingComplete', () => done()));
  await protocol.send('Tracing.end');
  await ended;
  return keysUntilPainted(events);
}
