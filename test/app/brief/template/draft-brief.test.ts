import { describe, expect, it } from 'vitest';
import { checkBrief } from '../../../../app/brief/check/check-brief.ts';
import { citationsIn } from '../../../../app/brief/cited-ids.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import { readTemplate } from '../../../../app/brief/template/brief-template.ts';
import { builtInTemplates } from '../../../../app/brief/template/built-in-templates.ts';
import { draftBrief } from '../../../../app/brief/template/draft-brief.ts';
import { draftMaterial } from '../../../../app/brief/template/draft-material.ts';
import { templateData } from '../../../../app/brief/template/template-data.ts';
import type { TagId } from '../../../../app/record/ids.ts';
import type { ProjectRecord, TagRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture } from '../brief-fixture.ts';

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('On 8 May 2024 the cost rose to 4.2 billion crowns.', {
    outlet: 'The *Times*',
    title: 'Cost [of] tunnel | rises',
  });
  const ledger = fixture.article('The bill stands at 3.9 billion crowns, not 4.2.', {
    outlet: 'The Ledger',
  });
  fixture.article('Nothing of the tunnel.', { outlet: 'Quay' });
  const cost = annotateWords(fixture, times, 'On 8 May 2024 the cost rose to 4.2 billion crowns.');
  const bill = annotateWords(fixture, ledger, 'The bill stands at 3.9 billion crowns, not 4.2.');
  const claim = fixture.claim('The tunnel will cost 4.2 billion crowns.', [
    [cost, 'asserts'],
    [bill, 'denies'],
  ]);
  const open = fixture.claim('The cost rose in May.', [[cost, 'asserts']]);
  fixture.claims[1] = { ...open, status: 'corroborated', speaker: null };
  return { fixture, times, ledger, cost, bill, claim, open };
}

function sourceOf(fixture: BriefFixture, ...more: ProjectRecord[]) {
  const { annotations, articles, revisions, claims, evidence } = fixture;
  return recordSourceOf([
    ...articles,
    ...revisions,
    ...annotations,
    ...claims,
    ...evidence,
    ...more,
  ]);
}

function draft(text: string, fixture = project().fixture, ...more: ProjectRecord[]) {
  const source = sourceOf(fixture, ...more);
  const claimIds = fixture.claims.map(({ id }) => id);
  const material = draftMaterial(source, { kind: 'claims', claimIds });
  const data = templateData(source, material, 'Brief', () => null);
  return draftBrief(readTemplate('file:own.md', 'own.md', text), data);
}

function blocks(text: string): readonly RichTextNode[] {
  const result = draft(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function message(text: string): string {
  const result = draft(text);
  return result.ok ? '' : result.error.message;
}

describe('a draft by a template', () => {
  it('Y30 writes citations where the tags stand, and blocks on their own', () => {
    expect(
      blocks(
        '# One\n\nIt says {% cite passages[0] %}.\n\n{% quote passages[1] %}\n\nWords {% claim claims[0] %} behind {% article articles[0] %}',
      ),
    ).toEqual([
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'One' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'It says ' },
          { type: 'inline_citation', attrs: { annotationId: 'annotation-1' } },
          { type: 'text', text: '.' },
        ],
      },
      { type: 'quotation_citation', attrs: { annotationId: 'annotation-2' } },
      { type: 'paragraph', content: [{ type: 'text', text: 'Words' }] },
      { type: 'claim_citation', attrs: { claimId: 'claim-1' } },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'behind ' },
          { type: 'article_citation', attrs: { articleId: 'article-1' } },
        ],
      },
    ]);
  });

  it('Y30 reads lists, tables, emphasis, links and notes', () => {
    const made = blocks(
      '1. One {% quote passages[0] %}\n2. Two\n\n| A | B |\n| - | - |\n| **x** | {% quote passages[1] %} |\n\nSee[^n] [here](https://example.org) and [there](javascript:alert).\n\n[^n]: Note {% cite passages[0] %}',
    );
    expect(made.map(({ type }) => type)).toEqual(['ordered_list', 'table', 'paragraph']);
    const text = JSON.stringify(made);
    expect(text).toContain(
      '"type":"footnote","content":[{"type":"text","text":"Note "},{"type":"inline_citation"',
    );
    expect(text).toContain('"href":"https://example.org"');
    expect(text).not.toContain('javascript');
  });

  it('Y31 takes what records say for words, whatever signs are in it', () => {
    const [paragraph] = blocks('{{ articles[0].outlet }}: {{ articles[0].title }}');
    expect(paragraph?.content).toEqual([
      { type: 'text', text: 'The *Times*: Cost [of] tunnel | rises' },
    ]);
    const { fixture } = project();
    const hostile = {
      ...fixture.claims[0],
      wording: '# {% cite x %} \uE000cite evil\uE001 <b>\n\n- a',
    };
    const result = draft('{{ claims[0].wording }}', fixture, hostile as ProjectRecord);
    expect(result.ok && result.value).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: '# {% cite x %} cite evil <b> - a' }] },
    ]);
  });

  it('Y32 names file and line of what is wrong', () => {
    expect(message('---\ntitle: x\n---\n\n{{ claimz }}')).toMatch(
      /^“own\.md”, line 5, column 4: there is nothing called “claimz” \(README\.md/u,
    );
    expect(message('One\n{% cite claims[0] %}')).toMatch(/line 2.*wants a passage/u);
    expect(message('{% cite %}')).toMatch(/line 1.*wants to know what/u);
    expect(message('{% for c in claims %}')).toMatch(/line 1.*not closed/u);
    expect(message('{{ title | nonsense }}')).toMatch(/there is no filter “nonsense”/u);
    expect(message('{% source claims[0] %}')).toMatch(/line 1.*wants a passage or an article/u);
    expect(message('{{ claims[0].wordng }}')).toMatch(/nothing called “claims\.0\.wordng”/u);
    expect(message('{% include "x" %}')).toMatch(/include/u);
    expect(message('{% for a in articles %}{% endfor %}')).toMatch(/gives nothing/u);
  });

  it('Y32 ends a template that runs away', () => {
    expect(message('{% for i in (1..1000000000) %}{{ i }}{% endfor %}')).toMatch(
      /was ended|too much/u,
    );
    expect(
      message(
        '{% for a in (1..10000) %}{% for b in (1..10000) %}{% for c in (1..1000) %}x{% endfor %}{% endfor %}{% endfor %}',
      ),
    ).toMatch(/was ended|too much/u);
  });

  it('Y32 tells of nesting without end', () => {
    expect(message("{% for i in (1..9000) %}{{ '> ' | raw }}{% endfor %}x")).toMatch(/too deep/u);
  });

  it('Y32 has no clock and no chance', () => {
    expect(message("{{ 'now' | date: '%Y' }}{{ claims | sample }}")).toMatch(/sample/u);
    expect(message("{{ 'now' | date }}")).toMatch(/gives nothing/u);
  });
});

describe('the built-in templates', () => {
  it.each(builtInTemplates)(
    'Y33 $id states nothing without a citation, and the same each time',
    (template) => {
      const { fixture } = project();
      const source = sourceOf(fixture);
      const claimIds = fixture.claims.map(({ id }) => id);
      const material = draftMaterial(source, { kind: 'claims', claimIds });
      const make = () =>
        draftBrief(
          template,
          templateData(source, material, 'Brief', () => null),
        );
      const first = make();
      if (!first.ok) throw new Error(first.error.message);
      expect(make()).toEqual(first);
      const document = { type: 'doc', content: first.value };
      const report = checkBrief({ document, source, texts: fixture.texts, clusterOf: () => null });
      const asked = [
        'uncited',
        'figure',
        'stated-as-fact',
        'typed-quotation',
        'missing',
        'not-verbatim',
      ];
      expect(
        report.items.filter(({ kind }) => asked.includes(kind)).map(({ kind, key }) => [kind, key]),
      ).toEqual([]);
      if (template.id !== 'methods-note') expect(citationsIn(document).length).toBeGreaterThan(1);
    },
  );

  it('Y33 event-summary tells what is disputed as disputed', () => {
    const template = builtInTemplates[0];
    if (template === undefined) throw new Error('no template');
    const text = JSON.stringify(blocks(template.text));
    expect(text).toContain('What is corroborated');
    expect(text).toContain(
      'Disputed (Premier Ansel, 10 May 2024): The tunnel will cost 4.2 billion crowns. The *Times* asserts it: ',
    );
  });

  it('Y34 takes passages and claims of a tag with those below it', () => {
    const { fixture, cost } = project();
    const base = { createdAt: cost.createdAt, modifiedAt: cost.modifiedAt, author: 'a', rev: 1 };
    const tag = (id: string, parentId: string | null): TagRecord => ({
      ...base,
      kind: 'tag',
      id: id as TagId,
      name: id,
      parentId: parentId as TagId | null,
      color: 1,
      description: '',
      key: null,
    });
    const tagged = { ...cost, tagIds: ['below' as TagId] };
    const source = sourceOf(fixture, tag('above', null), tag('below', 'above'), tagged);
    const choose = (id: string) => draftMaterial(source, { kind: 'tags', tagIds: [id as TagId] });
    expect(choose('above').passages.map(({ id }) => id)).toEqual([cost.id]);
    expect(choose('other').passages).toEqual([]);
    const matrix = draftMaterial(source, {
      kind: 'matrix',
      claimIds: fixture.claims.map(({ id }) => id),
      articleIds: fixture.articles.slice(1).map(({ id }) => id),
    });
    expect(matrix.passages).toHaveLength(1);
    expect(matrix.articles.map(({ number }) => number)).toEqual([2, 3]);
  });
});

describe('what denies a claim', () => {
  function denied() {
    const fixture = new BriefFixture();
    const ledger = fixture.article('It will not cost 4.2 billion.', { outlet: 'The Ledger' });
    const words = annotateWords(fixture, ledger, 'It will not cost 4.2 billion.');
    fixture.claim('The tunnel will cost 4.2 billion crowns.', [[words, 'denies']]);
    return fixture;
  }

  it.each(['Event summary', 'Claim by claim', 'Chronology'])(
    'Y32 is not told as what it rests on: %s',
    (title) => {
      const template = builtInTemplates.find((one) => one.title === title);
      if (template === undefined) throw new RangeError(`There is no template “${title}”.`);
      const fixture = denied();
      const source = sourceOf(fixture);
      const claimIds = fixture.claims.map(({ id }) => id);
      const material = draftMaterial(source, { kind: 'claims', claimIds });
      const drafted = draftBrief(
        template,
        templateData(source, material, 'Brief', () => null),
      );
      const text = JSON.stringify(drafted);
      expect(text).not.toContain('It rests on');
      expect(text).not.toContain('The Ledger: ');
    },
  );
});

describe('a template whose file is wrong', () => {
  it.each([
    ['{% for c in claims %}\nx', /line 1, column 1: .*for c in claims.* is not closed/u],
    ['x\n{% endfor %}', /line 2, column 1: “endfor” closes nothing/u],
    ['x\n\n{% nope %}', /line 3, column 1: there is no tag “nope”/u],
    ['{{ claims', /line 1, column 1: .* is not closed/u],
    ['---\ntitle: A\n\nText', /“own.md”, line 1: its head has no end/u],
    ['---\ntitle: A\n---\n{{ nosuch }}', /line 4, column 4: there is nothing called “nosuch”/u],
    ['', /“own.md” is empty/u],
    ['---\ntitle: A\n---\n \n', /“own.md” is empty/u],
  ])('Y32 says where and why: %j', (text, said) => {
    expect(message(text)).toMatch(said);
  });

  it('Y35 says what is wrong with a file that is no text', () => {
    const template = {
      ...readTemplate('file:own.md', 'own.md', ''),
      problem: '“own.md” is no text.',
    };
    const data = templateData(
      sourceOf(project().fixture),
      { claims: [], passages: [], articles: [] },
      'B',
      () => null,
    );
    expect(draftBrief(template, data)).toMatchObject({
      ok: false,
      error: { message: '“own.md” is no text.' },
    });
  });
});
