import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { templateGuide } from '../../../app/brief/template/template-guide.ts';
import type { ChosenFile, TemplateFile } from '../../../app/host/chosen-file.ts';
import { CodedError } from '../coded-error.ts';
import { errorCode } from '../files/error-code.ts';
import { readChosenFile } from '../files/read-chosen-file.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

const guideName = 'README.md';
/** More are not listed: a folder of this name with other things in it is no folder of templates. */
const mostTemplates = 200;
/** In bytes. */
const largestTemplate = 200_000;

/**
 * The analyst's own templates, from the folder `templates` of a project, by name; none where there is no such folder. What
 * is no plain file is left out; one that is too large, no text or can't be read says so.
 */
export async function listTemplates(root: string): Promise<readonly TemplateFile[]> {
  const folder = join(root, 'templates');
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && /\.md$/iu.test(entry.name) && entry.name !== guideName)
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .slice(0, mostTemplates);
  const files: TemplateFile[] = [];
  for (const name of names) files.push(await readTemplateFile(join(folder, name), name));
  return files;
}

async function readTemplateFile(path: string, fileName: string): Promise<TemplateFile> {
  const problem = (reason: string): TemplateFile => ({
    fileName,
    content: '',
    problem: `“${fileName}” ${reason}`,
  });
  try {
    const { size } = await stat(path);
    if (size > largestTemplate) {
      return problem('is larger than 200 kB, which no template needs. Shorten it.');
    }
    return await readChosenFile(path);
  } catch (error) {
    return error instanceof CodedError && error.message.includes('no text')
      ? problem('is no text that can be read. Save it as plain text in UTF-8.')
      : problem('could not be read. Check that it is there and may be read.');
  }
}

/**
 * Writes a template to begin with into the folder `templates`, under a name that is free there, and the guide to the format
 * if it is missing. Throws `CodedError` `disk`.
 */
export async function writeTemplate(
  root: string,
  { fileName, content }: ChosenFile,
): Promise<{ readonly fileName: string }> {
  const folder = join(root, 'templates');
  const stem =
    fileName
      .replace(/\.md$/iu, '')
      .replace(/[^\p{L}\p{N}-]+/gu, '-')
      .slice(0, 60) || 'template';
  try {
    await mkdir(folder, { recursive: true });
    const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
    if (!taken.has(guideName.toLowerCase())) {
      await writeFileAtomically(join(folder, guideName), templateGuide);
    }
    let name = `${stem}.md`;
    for (
      let count = 2;
      taken.has(name.toLowerCase()) || name.toLowerCase() === 'readme.md';
      count += 1
    ) {
      name = `${stem}-${count}.md`;
    }
    await writeFileAtomically(join(folder, name), content);
    return { fileName: name };
  } catch (error) {
    const reason = errorCode(error) ?? 'unknown reason';
    throw new CodedError(
      'disk',
      `The template could not be written into the project folder (${reason}). Make room or allow writing there, then try again.`,
    );
  }
}
