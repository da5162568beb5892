import type { Maker } from '../../../app/base/maker.ts';
import { newBriefRecords } from '../../../app/brief/brief-diffs.ts';
import type { AnnotationRecord, ProjectRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { Random } from '../corpus/random.ts';
import { Vocabulary } from '../corpus/vocabulary.ts';

/** Words to a printed page. */
const wordsOnPage = 400;
const vocabulary = new Vocabulary(20_000, 3);

/**
 * A brief of so many pages that cites each annotation once: three of four within a sentence, the others set off. Sections of
 * two levels, lists and a table now and then. The same for the same annotations.
 */
export function longBrief(
  maker: Maker,
  records: readonly ProjectRecord[],
  pages: number,
  citations: number,
): readonly ProjectRecord[] {
  const annotations = records
    .filter((record): record is AnnotationRecord => record.kind === 'annotation')
    .slice(0, citations);
  const random = new Random(pages);
  const blocks: RichTextNode[] = [];
  let words = 0;
  let cited = 0;
  while (words < pages * wordsOnPage || cited < annotations.length) {
    const count = 50 + random.below(60);
    if (blocks.length % 9 === 0) {
      const level = blocks.length % 27 === 0 ? 1 : 2;
      blocks.push({ type: 'heading', attrs: { level }, content: text(random, 4) });
    }
    const due = Math.min(
      annotations.length,
      Math.ceil(((words + count) / (pages * wordsOnPage)) * annotations.length),
    );
    const inline: RichTextNode[] = [...text(random, count)];
    while (cited < due) {
      const annotationId = annotations[cited]?.id;
      if (cited % 4 === 3) {
        blocks.push({ type: 'quotation_citation', attrs: { annotationId } });
      } else {
        inline.push({ type: 'inline_citation', attrs: { annotationId } }, ...text(random, 12));
      }
      cited += 1;
    }
    words += count;
    if (blocks.length % 23 === 0) blocks.push(listOf(random));
    if (blocks.length % 61 === 0) blocks.push(tableOf(random));
    blocks.push({ type: 'paragraph', content: inline });
  }
  return newBriefRecords(maker, { title: 'A long brief' }, blocks);
}

function text(random: Random, words: number): RichTextNode[] {
  const drawn = Array.from({ length: words }, () => vocabulary.draw(random));
  return [{ type: 'text', text: ` ${drawn.join(' ')} ` }];
}

function paragraph(random: Random, words: number): RichTextNode {
  return { type: 'paragraph', content: text(random, words) };
}

function listOf(random: Random): RichTextNode {
  const items = [1, 2, 3].map(() => ({ type: 'list_item', content: [paragraph(random, 8)] }));
  return { type: 'bullet_list', content: items };
}

function tableOf(random: Random): RichTextNode {
  const row = (type: string): RichTextNode => ({
    type: 'table_row',
    content: [1, 2, 3].map(() => ({ type, content: [paragraph(random, 3)] })),
  });
  return { type: 'table', content: [row('table_header'), row('table_cell'), row('table_cell')] };
}
