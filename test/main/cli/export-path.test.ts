import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/samples.ts';
import { shippedCli } from './built-cli.ts';
import { makeCliProject } from './cli-project.ts';

// Each test starts several processes, one after the other.
vi.setConfig({ testTimeout: 180_000 });

const cli = shippedCli();

const newProject = async () => makeCliProject(join(await temporaryFolder(), 'Ferry'));

test('J9 annotations that are exported as a table and imported elsewhere are the same again', async () => {
  const { paths } = await newProject();
  const file = join(await temporaryFolder(), 'annotations.csv');
  await cli('export', paths.root, 'annotations', '--output', file);
  const before = join(await temporaryFolder(), 'Before');
  await cli('restore', paths.root, '--sequence', '2', '--to', before);
  const run = await cli('import', before, file, '--as', 'auto', '--json');
  expect(JSON.parse(run.out)).toMatchObject({
    ok: true,
    exchanged: [{ format: 'annotations-csv', report: { carried: { annotation: 2 } } }],
  });
  const withoutClaims = (table: string): string => table.replaceAll('C1 reports', '');
  expect((await cli('export', before, 'annotations')).out).toBe(
    withoutClaims(await readFile(file, 'utf8')),
  );
});

test('J32 exports records, the matrix and briefs: the same bytes twice, to a file or standard output', async () => {
  const { paths, annotations, brief } = await newProject();
  const file = join(await temporaryFolder(), 'out.csv');
  const [toFile, toOutput] = [
    await cli('export', paths.root, 'annotations', '--output', file),
    await cli('export', paths.root, 'annotations', '--format', 'csv'),
  ];
  expect([toFile.code, toOutput.code]).toEqual([0, 0]);
  expect(await readFile(file, 'utf8')).toBe(toOutput.out);
  expect(toOutput.out).toContain(annotations[0]?.id);
  expect(toFile.out).toBe('');
  const matrix = await cli('export', paths.root, 'matrix');
  expect(matrix.out).toContain('reports 1:1 (The Harbour Times): “Five people died”');
  for (const format of ['markdown', 'html', 'text', 'docx']) {
    const name = join(await temporaryFolder(), format);
    const words = ['export', paths.root, 'brief', 'what', 'happened', '--format', format];
    const [one, other] = await Promise.all([
      cli(...words, '--output', `${name}-1`),
      cli(...words, '--output', `${name}-2`, '--json'),
    ]);
    expect([one.code, other.code, one.error]).toEqual([0, 0, `Written: ${name}-1\n`]);
    expect(JSON.parse(other.out)).toMatchObject({ ok: true, brief: brief.id });
    const bytes = await readFile(`${name}-1`);
    expect(Buffer.compare(bytes, await readFile(`${name}-2`))).toBe(0);
    if (format !== 'docx') expect(bytes.toString('utf8')).toContain('Five people died');
  }
  const pdf = await cli('export', paths.root, 'brief', brief.id, '--format', 'pdf');
  expect(pdf.code).toBe(5);
  expect(pdf.error).toContain('DOCX');
  const unknown = await cli('export', paths.root, 'brief', 'Nothing');
  expect(unknown.code).toBe(2);
  expect(unknown.error).toContain('What happened');
});

test('J32 whoever stops reading the output has what was wanted', async () => {
  const { paths } = await newProject();
  // More than a pipe holds, however it is packed.
  const noise = createHash('shake256', { outputLength: 200_000 }).update('a').digest('hex');
  const file = join(await temporaryFolder(), 'long.txt');
  await writeFile(file, `Headline\n\n${noise.replace(/.{8}/g, '$& ')}\n`);
  expect((await cli('import', paths.root, file)).code).toBe(0);
  const command = `"${process.execPath}" "${cli.script}" export "${paths.root}" articles --format brat`;
  const line = `${command} | head -c 2; echo " \${PIPESTATUS[0]}"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', line]);
  expect(stdout).toBe('PK 0\n');
});

test('J32 a brief with a quotation that is not verbatim is not exported, and check says so', async () => {
  const { paths, annotations, act } = await newProject();
  const clean = await cli('check', paths.root, '--json');
  expect(JSON.parse(clean.out)).toMatchObject({ briefs: [{ quotations: 1, verbatim: 1 }] });
  const [annotation] = annotations;
  if (annotation === undefined) throw new Error('There is no annotation.');
  const passage = { ...annotation.passage, quote: 'Nine people died' };
  const wrong = { ...annotation, passage, rev: annotation.rev + 1 };
  await act('Damage', { added: [], updated: [[annotation, wrong]], removed: [] });
  const check = await cli('check', paths.root, 'What happened');
  expect(check.code).toBe(1);
  expect(check.out).toContain('quotation not word for word\tblock');
  const file = join(await temporaryFolder(), 'out.html');
  const run = await cli(
    ...['export', paths.root, 'brief', 'What happened', '--format', 'html', '--output', file],
  );
  expect(run.code).toBe(1);
  expect(run.error).toContain('1:1');
  await expect(stat(file)).rejects.toThrow('ENOENT');
  const verify = await cli('verify', paths.root, '--json');
  expect(verify.code).toBe(1);
  expect(JSON.parse(verify.out)).toMatchObject({
    findings: [{ part: 'quotations', where: '1:1' }],
  });
});
