import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePassage } from '../../../app/anchor/passage.ts';
import type { RevisionHash, TextOffset } from '../../../app/base/brand.ts';
import { type Maker, systemMaker } from '../../../app/base/maker.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord, TagColor, TagRecord } from '../../../app/record/records.ts';
import type { Block } from '../../../app/record/text.ts';
import { emptyBase, Journal } from '../../../main/services/journal/journal.ts';
import { firstChange } from '../../../main/services/project/first-change.ts';
import { makeProjectFolder } from '../../../main/services/project/project-file.ts';
import { projectPaths } from '../../../main/services/project/project-paths.ts';
import { type AnnotatedText, tagCount } from './annotated-text.ts';

/** Records journalled in one change. */
const batch = 2_000;

/**
 * Makes a project folder that holds these texts with their highlights, numbered from 1, as an analyst would have left it, and
 * what else `more` makes of them. Gives back all of its records.
 */
export async function makeAnnotatedProject(
  folder: string,
  texts: readonly AnnotatedText[],
  more: (maker: Maker, records: readonly ProjectRecord[]) => readonly ProjectRecord[] = () => [],
): Promise<readonly ProjectRecord[]> {
  const maker = systemMaker('Ada');
  const paths = projectPaths(folder);
  await makeProjectFolder(paths, maker);
  await mkdir(paths.texts, { recursive: true });
  const journal = await Journal.open({
    folder: paths.journal,
    base: emptyBase,
    readOnly: false,
    onEntry: () => undefined,
  });
  await journal.append(firstChange(maker, 'Annotated'));
  const tags = Array.from({ length: tagCount }, (_, index) =>
    newRecord(maker, 'tag', {
      name: `tag ${index + 1}`,
      parentId: null,
      color: ((index % 8) + 1) as TagColor,
      description: '',
      key: index < 9 ? index + 1 : null,
    }),
  );
  const records: ProjectRecord[] = [...tags];
  for (const [index, text] of texts.entries()) {
    records.push(...(await articleOf(maker, paths.texts, text, index + 1, tags)));
  }
  records.push(...more(maker, records));
  for (let from = 0; from < records.length; from += batch) {
    const added = records.slice(from, from + batch);
    const change = newChange(maker, 'Make', { added, updated: [], removed: [] });
    const result = await journal.append(change);
    if (!result.ok) throw new Error(result.error.message);
  }
  await journal.close();
  return records;
}

async function articleOf(
  maker: Maker,
  folder: string,
  { title, paragraphs, ranges }: AnnotatedText,
  number: number,
  tags: readonly TagRecord[],
): Promise<readonly ProjectRecord[]> {
  const text = paragraphs.join('\n');
  const hash = createHash('sha256').update(text).digest('hex') as RevisionHash;
  const blocks: Block[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    const place = { start: start as TextOffset, end: (start + paragraph.length) as TextOffset };
    blocks.push(
      start === 0 ? { kind: 'heading', ...place, level: 1 } : { kind: 'paragraph', ...place },
    );
    start = place.end + 1;
  }
  await writeFile(join(folder, `${hash}.txt`), text);
  await writeFile(join(folder, `${hash}.blocks.json`), JSON.stringify({ schema: 1, blocks }));
  const revisionId = maker.id<RevisionId>();
  const article = newRecord(maker, 'article', {
    number,
    revisionId,
    detected: {
      title,
      outlet: 'Harbour Times',
      byline: null,
      published: `2031-05-0${number}`,
      url: null,
      language: 'en',
    },
    corrected: {},
    origins: [],
    annotationsMade: ranges.length,
    // Opening it must not be a change of its own in the midst of what is measured.
    read: true,
  });
  const revision = newRecord(maker, 'revision', {
    articleId: article.id,
    hash,
    length: text.length,
    blockCount: blocks.length,
    wordCount: text.split(/\s+/).length,
  });
  const annotations = ranges.map(([from, to, tag], index) =>
    newRecord(maker, 'annotation', {
      articleId: article.id,
      number: index + 1,
      passage: makePassage(text, revisionId, from as TextOffset, to as TextOffset),
      tagIds: tags[tag] === undefined ? [] : [tags[tag].id],
      note: null,
    }),
  );
  return [article, { ...revision, id: revisionId }, ...annotations];
}
