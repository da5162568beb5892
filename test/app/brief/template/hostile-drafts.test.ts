import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString as wordsOf } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { mentionName } from '../../../../app/brief/mention-name.ts';
import { nameMentions } from '../../../../app/brief/mentions.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import { builtInTemplates } from '../../../../app/brief/template/built-in-templates.ts';
import { choiceProblem, draftMaterial } from '../../../../app/brief/template/draft-material.ts';
import { writeMarkdown } from '../../../../app/brief/write/write-markdown.ts';
import type { TagId } from '../../../../app/record/ids.ts';
import type { ClaimStatus, Stance, TagRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { briefBlocksSchema } from '../../../../app/schema/rich-text-schema.ts';
import { annotateWords, BriefFixture } from '../brief-fixture.ts';
import { builtInStyle, printed } from '../print/printed-lines.ts';
import { builtIn, drafted, linesOf } from './drafted.ts';

/** Signs that mean something in Markdown, in Liquid, in HTML or to a reader, and some that mean nothing. */
const pieces = [
  ...['*', '**', '_', '`', '```', '[x](y)', '[^1]', '![', '](', '|', '#', '##', '-', '+', '1.'],
  ...['{% cite p %}', '{{ title }}', '{%', '}}', '<b>', '<!--', '&amp;', '&', '\\', '~~', '$'],
  ...['“', '”', '"', '‘', '’', '«', '(', ')', '!', '?', '…', '.', ':', ';', '@', '://', '==='],
  ...['http://a.example', 'www.b.example', 'c@d.example', 'word', 'Tunnel', 'costs', '4.2 billion'],
  ...['  ', '\n', '\n\n', '\u00a0', '\uE000cite x\uE001', '😀', 'مرحبا', '人民', '---', '>'],
];
const hostile = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 })
  .map((parts) => `Aa ${parts.join(' ')} zz`);

const statuses: readonly ClaimStatus[] = ['open', 'corroborated', 'disputed', 'refuted'];
const stances: readonly Stance[] = ['asserts', 'reports', 'denies', 'qualifies', 'questions'];

interface Names {
  readonly wordings: readonly string[];
  readonly titles: readonly string[];
  readonly outlet: string;
  readonly speaker: string;
  readonly quotes: readonly string[];
}

const names: fc.Arbitrary<Names> = fc.record({
  wordings: fc.array(hostile, { minLength: 3, maxLength: 3 }),
  titles: fc.array(hostile, { minLength: 2, maxLength: 2 }),
  outlet: hostile,
  speaker: hostile,
  quotes: fc.array(hostile, { minLength: 3, maxLength: 3 }),
});

function projectOf({ wordings, titles, outlet, speaker, quotes }: Names): BriefFixture {
  const fixture = new BriefFixture();
  const text = `Before. ${quotes.join(' between ')} after.`;
  const articles = [
    fixture.article(text, { title: titles[0] ?? '', outlet: null }),
    fixture.article(text, { title: titles[1] ?? '', outlet }),
  ];
  for (const [index, wording] of wordings.entries()) {
    const evidence = articles.map((article, at) => {
      const words = annotateWords(fixture, article, quotes[index] ?? '');
      return [words, stances[(index + at * 2) % stances.length] ?? 'asserts'] as [
        typeof words,
        Stance,
      ];
    });
    const claim = fixture.claim(wording, evidence);
    fixture.claims[index] = { ...claim, speaker, status: statuses[(index * 3) % 4] ?? 'open' };
  }
  return fixture;
}

/** Words as they come through a draft: white space is one space, and marks of ours in them are gone. */
function plain(words: string): string {
  return words
    .replace(/[\uE000\uE001]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const style = builtInStyle('chicago-notes');

function markdownOf(fixture: BriefFixture, blocks: readonly RichTextNode[]): string {
  const { annotations, articles, revisions, claims, evidence } = fixture;
  const source = recordSourceOf([
    ...articles,
    ...revisions,
    ...annotations,
    ...claims,
    ...evidence,
  ]);
  const named = blocks.map((block) => nameMentions(block, (target) => mentionName(source, target)));
  return writeMarkdown(printed(fixture, named, style), { appendix: false });
}

/** Whether a project takes the blocks; ids of the fixture are none that it has. */
function isSound(blocks: readonly RichTextNode[]): boolean {
  const text = JSON.stringify(blocks).replace(
    /"(?:annotation|claim|article)-(\d+)"/gu,
    (_whole, number: string) => `"018f0000-0000-7000-8000-${number.padStart(12, '0')}"`,
  );
  return briefBlocksSchema.safeParse(JSON.parse(text)).success;
}

/** The text blocks of a Markdown file, as another program reads them. */
function textOf(markdown: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return plain(tree.children.map((node) => wordsOf(node)).join('\n'));
}

describe.each(builtInTemplates)('$id of records with hostile words', (template) => {
  it('Y31 Y33 is a sound document, whose words another program reads back from its Markdown', () => {
    fc.assert(
      fc.property(names, (made) => {
        const fixture = projectOf(made);
        const blocks = drafted(template, fixture);
        expect(isSound(blocks)).toBe(true);
        const lines = plain(linesOf(blocks).join('\n'));
        const read = textOf(markdownOf(fixture, blocks));
        expect(lines).not.toBe('');
        // A note on methods is about the articles, the others about the claims.
        const told = template.id === 'methods-note' ? [made.outlet] : made.wordings;
        for (const words of told) expect(read).toContain(plain(words));
        const headings = blocks.filter(({ type }) => type === 'heading').length;
        const tree = fromMarkdown(markdownOf(fixture, blocks), {
          extensions: [gfm()],
          mdastExtensions: [gfmFromMarkdown()],
        });
        const found = tree.children.filter((node) => node.type === 'heading').length;
        // The title of the brief and the head of the bibliography are not the template's.
        expect(found - headings).toBeGreaterThanOrEqual(1);
        expect(found - headings).toBeLessThanOrEqual(2);
      }),
      { seed: 31, numRuns: 25 },
    );
  });
});

describe('choices at the edge', () => {
  const base = () => {
    const fixture = new BriefFixture();
    const text = Array.from({ length: 200 }, (_, index) => `Sentence no. ${index} of it.`).join(
      ' ',
    );
    const article = fixture.article(text);
    return { fixture, article };
  };

  it('Y33 a claim with two hundred passages tells some and says how many are left', () => {
    const { fixture, article } = base();
    const passages = Array.from({ length: 200 }, (_, index) =>
      annotateWords(fixture, article, `Sentence no. ${index} of it.`),
    );
    fixture.claim(
      'All of it is so.',
      passages.map((one, index) => [one, stances[index % stances.length] ?? 'asserts']),
    );
    expect(linesOf(drafted(builtIn('event-summary'), fixture)).join('\n')).toContain(
      '; 192 passages more.',
    );
    for (const template of builtInTemplates) {
      const blocks = drafted(template, fixture);
      expect(isSound(blocks)).toBe(true);
      expect(textOf(markdownOf(fixture, blocks)).length).toBeGreaterThan(20);
    }
  });

  it('Y34 a claim without evidence is cited itself, whatever the template', () => {
    const { fixture } = base();
    fixture.claim('Nobody has a passage for this.');
    for (const template of builtInTemplates) {
      // A note on methods is about articles.
      if (template.id === 'methods-note' || template.id === 'discrepancies') continue;
      expect(linesOf(drafted(template, fixture)).join('\n')).toContain('[claim-1]');
    }
  });

  it('Y34 Y37 nothing chosen says so, and a tag takes those below it, with its name as it is', () => {
    const { fixture, article } = base();
    const passage = annotateWords(fixture, article, 'Sentence no. 7 of it.');
    const name = '# *Tags* | [x] {{ y }}';
    const tag = (id: string, parentId: string | null): TagRecord =>
      ({
        ...passage,
        ...{ kind: 'tag', id, parentId, color: 1, description: '', key: null },
        name: id === 'deepest' ? name : id,
      }) as unknown as TagRecord;
    const tags = [tag('top', null), tag('middle', 'top'), tag('deepest', 'middle')];
    const tagged = { ...passage, tagIds: ['deepest' as TagId] };
    const choice = { kind: 'tags', tagIds: ['top' as TagId] } as const;
    const blocks = drafted(builtIn('claim-by-claim'), fixture, [...tags, tagged], choice);
    expect(linesOf(blocks)).toEqual([`# ${name}`, '[annotation-1]']);
    expect(textOf(markdownOf(fixture, blocks))).toContain(name);
    const none = { kind: 'tags', tagIds: [] } as const;
    expect(choiceProblem(none, draftMaterial(recordSourceOf([]), none))).toContain('No tag');
  });
});
