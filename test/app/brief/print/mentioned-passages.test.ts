import { expect, test } from 'vitest';
import { gatherBrief } from '../../../../app/brief/gather-brief.ts';
import { printBrief } from '../../../../app/brief/print/print-brief.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { AnnotationRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { builtInStyle, linesOf } from './printed-lines.ts';

const style = builtInStyle('chicago-notes');

function mention(kind: string, { id }: { readonly id: string }): RichTextNode {
  return { type: 'reference', attrs: { kind, id } };
}

function story() {
  const fixture = new BriefFixture();
  const ledger = fixture.article(
    'It will cost 3 billion crowns, the minister said, and nobody knows who is to pay for it.\nNobody paid.',
    { title: 'Cost rises', outlet: 'The Ledger' },
  );
  const long = annotateWords(
    fixture,
    ledger,
    'cost 3 billion crowns, the minister said, and nobody knows who is to pay for it.',
  );
  return { fixture, ledger, long, short: annotateWords(fixture, ledger, 'Nobody paid.') };
}

/** A brief of these blocks as the program prints it: gathered from the records of the project. */
function printedFrom(fixture: BriefFixture, content: readonly RichTextNode[]) {
  const { articles, revisions, annotations, claims, evidence } = fixture;
  const { brief } = fixture.bundle(content);
  const records = recordSourceOf([
    ...[brief, ...articles, ...revisions, ...annotations],
    ...[...claims, ...evidence],
  ]);
  return printBrief(gatherBrief(records, brief), fixture.texts, style);
}

test('N4 a passage that is mentioned prints the beginning of its words and where they stand', () => {
  const { fixture, long, short } = story();
  const brief = printedFrom(fixture, [
    paragraph(
      'As in ',
      mention('annotation', short),
      ', or (see ',
      mention('annotation', long),
      ').',
    ),
  ]);
  expect(linesOf(brief.blocks)).toEqual([
    'As in “Nobody paid.” (The Ledger, 12 May 2024), or (see “cost 3 billion crowns, the minister said, and nobody knows …” [The Ledger, 12 May 2024]).',
  ]);
  expect(brief.notes).toEqual([]);
});

test('N4 its words lead to the passage, which is listed with all others (C12)', () => {
  const { fixture, long, short } = story();
  const brief = printedFrom(fixture, [
    paragraph(inlineCitation(short), ' ', mention('annotation', long)),
    paragraph(mention('annotation', short)),
  ]);
  expect(brief.passages.map(({ label }) => label)).toEqual(['1:2', '1:1']);
  expect(brief.blocks[1]).toMatchObject({
    runs: [{ text: '“' }, { kind: 'cited', passage: 0, runs: [{ text: 'Nobody paid.' }] }, {}],
  });
});

test('C2 words of a mentioned passage are printed only if they stand in its text', () => {
  const { fixture, short } = story();
  const lost: AnnotationRecord = { ...short, passage: { ...short.passage, quote: 'Nobody said.' } };
  fixture.annotations[fixture.annotations.indexOf(short)] = lost;
  const brief = printedFrom(fixture, [paragraph('See ', mention('annotation', lost), '.')]);
  expect(linesOf(brief.blocks)).toEqual(['See 1:2 (The Ledger, 12 May 2024).']);
  expect(brief.passages).toEqual([]);
  const gone = { id: 'annotation-99' };
  expect(linesOf(printedFrom(fixture, [paragraph(mention('annotation', gone))]).blocks)).toEqual([
    '[removed annotation]',
  ]);
});

test('N4 an article that is mentioned is told by its title, in quotation marks or in italics', () => {
  const { fixture, ledger } = story();
  const inItalics = { ...mention('article', ledger), marks: [{ type: 'em' }] };
  const brief = printedFrom(fixture, [
    paragraph('See ', mention('article', ledger), '.'),
    paragraph('See ', inItalics, '.'),
  ]);
  expect(linesOf(brief.blocks)).toEqual(['See “Cost rises”.', 'See _Cost rises_.']);
});
