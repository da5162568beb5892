import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { success } from '../../../app/base/result.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import { composeBrief } from '../../../main/services/brief/compose-brief.ts';
import { richBrief } from './rich-brief.ts';

const citationStyles = join(import.meta.dirname, '../../../resources/citation-styles');

/** What each format is asked for as, and how its file ends; a PDF is composed as the page that is printed. */
const formats = {
  docx: 'docx',
  pdf: 'pdf.html',
  html: 'html',
  markdown: 'md',
  text: 'txt',
} as const;

/**
 * Composes the rich brief in each format, with and without the appendix: SHA-256 by name. `backwards`: from records that come
 * in another order. `folder`: where the files are written, too; `null`: nowhere.
 */
export async function composedHashes(
  style: string,
  backwards: boolean,
  folder: string | null,
): Promise<Readonly<Record<string, string>>> {
  const { bundle, texts } = richBrief(style);
  const hashes: Record<string, string> = {};
  for (const [format, ending] of Object.entries(formats)) {
    for (const appendix of [true, false]) {
      const composed = await composeBrief(
        backwards ? inOtherOrder(bundle) : bundle,
        { format: format as keyof typeof formats, appendix, comments: true, wrap: true },
        { read: async (hash) => success({ text: texts.get(hash) ?? '' } as never) },
        citationStyles,
      );
      if (composed.kind === 'refused') throw new Error(JSON.stringify(composed.problems));
      const content = composed.kind === 'page' ? composed.html : composed.content;
      const name = `${appendix ? 'with' : 'without'}.${ending}`;
      hashes[name] = createHash('sha256').update(content).digest('hex');
      if (folder !== null) await writeFile(join(folder, name), content);
    }
  }
  return hashes;
}

function inOtherOrder(bundle: BriefBundle): BriefBundle {
  return {
    ...bundle,
    annotations: bundle.annotations.toReversed(),
    articles: bundle.articles.toReversed(),
    revisions: bundle.revisions.toReversed(),
    claims: bundle.claims.toReversed(),
    evidence: bundle.evidence.toReversed(),
  };
}

// As a program of its own: another process, with another clock if that is asked for.
if (process.argv[1] === import.meta.filename) {
  const [style = '', folder = null] = process.argv.slice(2);
  const moment = process.env.VARIORUM_TEST_MOMENT;
  if (moment !== undefined) {
    const Real = Date;
    const stopped = new Proxy(Real, {
      construct: (target, words) =>
        Reflect.construct(target, words.length === 0 ? [moment] : words),
    });
    stopped.now = () => Real.parse(moment);
    globalThis.Date = stopped;
  }
  process.stdout.write(JSON.stringify(await composedHashes(style, false, folder)));
}
