import { expect, test } from 'vitest';
import { builtInStyles } from '../../../../app/brief/print/built-in-styles.ts';
import { citationLabels } from '../../../../app/brief/print/citation-labels.ts';
import type { Cite } from '../../../../app/brief/print/cite-cluster.ts';
import { cslItem } from '../../../../app/brief/print/csl-item.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { builtInStyle, linesOf, printed } from './printed-lines.ts';

const guessed = { source: 'text', confidence: 'guessed' } as const;

function story() {
  const fixture = new BriefFixture();
  const ledger = fixture.article('It rises.\nIt will cost 3 billion.', {
    title: 'Cost',
    byline: 'Tomas Reyl',
  });
  const blog = fixture.article('Nobody paid.', { title: 'Seen', outlet: null, published: null });
  fixture.articles[0] = { ...ledger, provenance: { published: guessed } };
  const cost = annotateWords(fixture, ledger, 'It will cost 3 billion.');
  const paid = annotateWords(fixture, blog, 'Nobody paid.');
  const cites: Record<'cost' | 'paid', Cite> = {
    cost: {
      ...{ articleId: ledger.id, annotationId: cost.id },
      ...{ paragraphs: '2', remark: 'date guessed' },
    },
    paid: { articleId: blog.id, annotationId: paid.id, paragraphs: '1', remark: '' },
  };
  const items = fixture.articles.map((article) => cslItem(article));
  return { fixture, cost, paid, cites, items };
}

const inText = builtInStyles.filter(({ inNotes }) => !inNotes);

test.each(inText)(
  'C14 $id: marks on the screen are what is printed, also of what is cited together',
  ({ id }) => {
    const { fixture, cost, paid, cites, items } = story();
    const style = builtInStyle(id);
    const [first, second, both] = citationLabels(
      style,
      [[cites.cost], [cites.paid], [cites.cost, cites.paid]],
      items,
      null,
    );
    const line = (...cited: RichTextNode[]) => paragraph('A ', ...cited, ' end');
    const { blocks } = printed(
      fixture,
      [
        line(inlineCitation(cost)),
        line(inlineCitation(paid)),
        line(inlineCitation(cost), inlineCitation(paid)),
      ],
      style,
    );
    const plain = linesOf(blocks).map((words) => words.replaceAll('_', ''));
    expect(plain).toEqual([
      `A “It will cost 3 billion.” ${first} end`,
      `A “Nobody paid.” ${second} end`,
      `A “It will cost 3 billion.” “Nobody paid.” ${both} end`,
    ]);
    expect(both).not.toBe('');
  },
);

test('C14 a style that can not be used marks nothing', () => {
  const { cites, items } = story();
  const broken = { id: 'x', xml: '<style/>', locale: () => null };
  expect(citationLabels(broken, [[cites.cost]], items, null)).toEqual([]);
});
