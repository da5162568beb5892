import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { said } from '../support/areas.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { openArticle, whenSaved } from '../support/reading.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** The command line as it is shipped: on Electron as Node, without a display. */
async function cli(...words: readonly string[]): Promise<Run> {
  const { executable } = await resolveElectron();
  const script = join(repositoryRoot, 'out', 'main', 'cli.js');
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '', WAYLAND_DISPLAY: '' };
  return new Promise((resolve) => {
    execFile(executable, [script, ...words], { env }, (failure, out, error) => {
      resolve({ code: Number(failure?.code ?? 0), out, error });
    });
  });
}

test('J33 while the window has a project open the command line reads what was saved, and refuses to write', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const { window } = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, '31 kilometres');
  await window.keyboard.press('b');
  await said(window, /^Sent 1:1 to a new brief/);
  await whenSaved(window);
  const journal = join(project, '.variorum', 'journal');
  const journalled = async (): Promise<string> => {
    const files = (await readdir(journal))
      .sort()
      .map((name) => readFile(join(journal, name), 'utf8'));
    return (await Promise.all(files)).join('');
  };
  const before = await journalled();

  await test.step('reading', async () => {
    const found = await cli('search', project, 'kilometres', '--json');
    expect([found.code, found.error]).toEqual([0, '']);
    expect(JSON.parse(found.out).total).toBeGreaterThan(0);
    const table = await cli('export', project, 'annotations');
    expect([table.code, table.out.includes('31 kilometres')]).toEqual([0, true]);
    const check = await cli('check', project, '--json');
    expect(JSON.parse(check.out)).toMatchObject({
      ok: true,
      briefs: [{ quotations: 1, verbatim: 1 }],
    });
    const brief = await cli('export', project, 'brief', 'Brief', '--format', 'text');
    expect([brief.code, brief.out.includes('31 kilometres')]).toEqual([0, true]);
    const verify = await cli('verify', project, '--json');
    expect(JSON.parse(verify.out)).toMatchObject({ ok: true, counts: { quotations: 1 } });
  });

  await test.step('writing', async () => {
    const file = join(folder, 'late.txt');
    await writeFile(file, 'A headline\n\nSome words.\n');
    for (const words of [
      ['import', project, file],
      ['snapshot', project],
      ['restore', project, '--sequence', '1'],
    ]) {
      const run = await cli(...words, '--json');
      expect([words[0], run.code]).toEqual([words[0], 3]);
      expect(run.error).toContain('open in another Variorum');
      expect(JSON.parse(run.out)).toMatchObject({ ok: false, error: { code: 'locked' } });
    }
  });

  expect(await journalled()).toBe(before);
  await highlight(reader, 'tunnel');
  await whenSaved(window);
  const after = await cli('verify', project, '--json');
  expect(JSON.parse(after.out)).toMatchObject({ ok: true, counts: { quotations: 2 } });
});
