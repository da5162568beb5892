import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docxParagraph, makeDocx } from '../main/parse/make-docx.ts';
import { makePdf } from '../main/parse/make-pdf.ts';
import { makeZip } from '../main/parse/make-zip.ts';

/** Root may read everything, whatever its permissions say. */
const permissionsBind = process.platform !== 'win32' && process.getuid?.() !== 0;

/** Files that are broken, locked or meant to do harm, by name, with words of the reason that must be given. */
export const hostileFiles: Readonly<Record<string, RegExp>> = {
  'broken.pdf': /document is damaged/,
  'pictures.pdf': /holds pictures of pages and no text/,
  'locked.pdf': /protected with a password/,
  'broken.zip': /was not saved or downloaded to the end/,
  'bomb.zip': /unpacks to far more than any article holds/,
  'entities.docx': /asks for text from outside itself/,
  loop: /link to another folder/,
  round: /leads back to itself/,
  ...(permissionsBind ? { closed: /You may not read it/ } : {}),
};

/** Makes them in a folder that is there. A folder that may not be read is among them where permissions bind. */
export async function makeHostileFiles(folder: string): Promise<void> {
  const page = [[{ text: 'Nobody may read this page.', x: 60, y: 100 }]];
  const zip = makeZip([{ name: 'story.txt', content: 'A story.\n'.repeat(50) }]);
  const bomb = ['a', 'b', 'c'].map((name) => ({
    name: `${name}.txt`,
    content: Buffer.alloc(60_000_000),
  }));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'broken.pdf': '%PDF-1.4\n1 0 obj\n<< nothing of it >>',
    'pictures.pdf': makePdf({ pages: [[], []] }),
    'locked.pdf': makePdf({
      pages: page,
      trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`,
    }),
    'broken.zip': zip.subarray(0, zip.length - 30),
    'bomb.zip': makeZip(bomb),
    'entities.docx': makeDocx({
      body: docxParagraph('&secret;'),
      prolog: '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
    }),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await symlink(folder, join(folder, 'loop'));
  await symlink(join(folder, 'turn'), join(folder, 'round'));
  await symlink(join(folder, 'round'), join(folder, 'turn'));
  if (!permissionsBind) return;
  await mkdir(join(folder, 'closed'));
  await chmod(join(folder, 'closed'), 0);
}
