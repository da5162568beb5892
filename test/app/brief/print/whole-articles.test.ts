import { describe, expect, test } from 'vitest';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { annotateWords, BriefFixture, inlineCitation, paragraph } from '../brief-fixture.ts';
import { builtInStyle, linesOf, noteLines, printed } from './printed-lines.ts';

const notes = builtInStyle('chicago-notes');
const authorDate = builtInStyle('chicago-author-date');
const numbers = builtInStyle('ieee');

function story() {
  const fixture = new BriefFixture();
  const ledger = fixture.article('It will cost 3 billion.', {
    title: 'Cost “rises”',
    outlet: 'The Ledger',
    byline: 'Tomas Reyl',
  });
  const gazette = fixture.article('No comment.', { title: 'Silence', outlet: 'Gazette' });
  const cost = annotateWords(fixture, ledger, 'It will cost 3 billion.');
  return { fixture, ledger, gazette, cost };
}

function whole({ id }: { readonly id: string }): RichTextNode {
  return { type: 'article_citation', attrs: { articleId: id } };
}

function footnote(...content: readonly (string | RichTextNode)[]): RichTextNode {
  return { ...paragraph(...content), type: 'footnote' };
}

describe('C15 a whole article that is cited in the line', () => {
  test('stands there by its name where the style has notes, the mark right behind it', () => {
    const { fixture, ledger, gazette } = story();
    const brief = printed(
      fixture,
      [
        paragraph('The article as a whole ', whole(ledger), '.'),
        paragraph(whole(gazette)),
        paragraph(
          'Against it:',
          whole(ledger),
          '; ',
          whole(gazette),
          ' and (',
          whole(ledger),
          ').',
        ),
      ],
      notes,
    );
    const [one, other] = ['“Cost ‘rises’”', '“Silence”'];
    expect(linesOf(brief.blocks)).toEqual([
      `The article as a whole ${one}.^1`,
      `${other}^2`,
      `Against it: ${one};^3 ${other}^4 and (${one}^5).`,
    ]);
    expect(brief.notes).toHaveLength(5);
  });

  test('leads to where the article is listed', () => {
    const { fixture, gazette } = story();
    const brief = printed(fixture, [paragraph('See ', whole(gazette), '.')], notes);
    expect(brief.blocks[0]).toMatchObject({
      runs: [
        { kind: 'text', text: 'See ' },
        { kind: 'cited', passage: 0, runs: [{ text: '“Silence”' }] },
        { kind: 'text', text: '.' },
        { kind: 'note', number: 1 },
      ],
    });
  });

  test('of several in a row each is named, and they are one citation', () => {
    const { fixture, ledger, gazette } = story();
    const brief = printed(
      fixture,
      [paragraph('See ', whole(ledger), ' ', whole(gazette), '!')],
      notes,
    );
    expect(linesOf(brief.blocks)).toEqual(['See “Cost ‘rises’”; “Silence”!^1']);
  });

  test('behind quoted words only the citation names it: a name would be taken for theirs', () => {
    const { fixture, gazette, cost } = story();
    const content = [paragraph('It says ', inlineCitation(cost), ' ', whole(gazette), '.')];
    const brief = printed(fixture, content, notes);
    expect(linesOf(brief.blocks)).toEqual(['It says “It will cost 3 billion.”^1']);
    expect(noteLines(brief)[0]).toContain('Gazette');
  });

  test('by numbers it is named as well, and what a style writes in words stands for it alone', () => {
    const { fixture, gazette } = story();
    const content = [paragraph('See ', whole(gazette), '.', footnote('And ', whole(gazette), '.'))];
    const numbered = printed(fixture, content, numbers);
    expect(linesOf(numbered.blocks)).toEqual(['See “Silence” [1].^1']);
    expect(noteLines(numbered)).toEqual(['1 And “Silence” [1].']);
    expect(linesOf(printed(fixture, content, authorDate).blocks)).toEqual([
      'See (_Gazette_ 2024).^1',
    ]);
  });

  test('words of the style do not stand alone at the beginning of a line', () => {
    const { fixture, ledger, gazette } = story();
    const content = [
      paragraph(whole(gazette), ', so.'),
      paragraph(whole(gazette), ' ', whole(ledger), ' say so.'),
    ];
    expect(linesOf(printed(fixture, content, authorDate).blocks)).toEqual([
      '“Silence” (_Gazette_ 2024), so.',
      '“Silence”; “Cost ‘rises’” (_Gazette_ 2024; Reyl 2024) say so.',
    ]);
  });

  test('C11 what the note tells is not told in the line as well, guesses neither', () => {
    const { fixture, gazette } = story();
    const guessed = { source: 'text', confidence: 'guessed' } as const;
    fixture.articles[fixture.articles.indexOf(gazette)] = {
      ...gazette,
      provenance: { published: guessed, outlet: guessed },
    };
    const brief = printed(fixture, [paragraph('See ', whole(gazette))], notes);
    expect(linesOf(brief.blocks)).toEqual(['See “Silence”^1']);
    expect(noteLines(brief)[0]).toContain('[outlet and date guessed]');
  });

  test('a title that was guessed names nothing where the outlet is known, and says so', () => {
    const { fixture, gazette } = story();
    const guessed = { source: 'file-name', confidence: 'guessed' } as const;
    const named = (outlet: string | null, corrected = {}) => {
      fixture.articles[1] = {
        ...gazette,
        detected: { ...gazette.detected, title: '000_c1cf', outlet },
        provenance: { title: guessed, published: guessed },
        corrected,
      };
      const brief = printed(fixture, [paragraph('See ', whole(gazette), '.')], notes);
      return [linesOf(brief.blocks)[0], noteLines(brief)[0]];
    };
    const [line, note] = named('CNN');
    expect(line).toBe('See CNN, 12 May 2024 (guessed).^1');
    expect(note).toContain('[title and date guessed]');
    expect(named(null)[0]).toBe('See “000_c1cf” (guessed).^1');
    expect(named('CNN', { title: 'The call' })[0]).toBe('See “The call”.^1');
    expect(named('CNN', { title: 'The call' })[1]).toContain('[date guessed]');
  });
});

describe('C15 marks and brackets in the line', () => {
  test('no mark of a footnote stands behind a space', () => {
    const { fixture } = story();
    const note = footnote('Mine.');
    const brief = printed(
      fixture,
      [
        paragraph('A word ', note, ' and ', note, '.'),
        paragraph('A word ', note, 'joined'),
        paragraph('At the end ', note),
        paragraph(note, ' at the beginning'),
      ],
      notes,
    );
    expect(linesOf(brief.blocks)).toEqual([
      'A word^1 and^2.',
      'A word^3 joined',
      'At the end^4',
      '^5 at the beginning',
    ]);
  });

  test('within parentheses of the writer those of a citation are square', () => {
    const { fixture, gazette, cost } = story();
    const content = [
      paragraph(
        'It rose (',
        inlineCitation(cost),
        '; ',
        whole(gazette),
        ') so ',
        whole(gazette),
        '.',
      ),
    ];
    expect(linesOf(printed(fixture, content, authorDate).blocks)).toEqual([
      'It rose (“It will cost 3 billion.” [Reyl 2024, para. 1]; [_Gazette_ 2024]) so (_Gazette_ 2024).',
    ]);
  });

  test('no full stop of the writer stands behind one of quoted words, but for an ellipsis', () => {
    const { fixture, cost, gazette } = story();
    const word = annotateWords(fixture, gazette, 'No');
    const content = [
      paragraph('A ', inlineCitation(cost), '. B ', inlineCitation(cost), ', so.'),
      paragraph('A ', inlineCitation(cost), '.'),
      paragraph('A ', inlineCitation(word), '.', ' B ', inlineCitation(cost), '…'),
    ];
    const quoted = '“It will cost 3 billion.”';
    expect(linesOf(printed(fixture, content, notes).blocks)).toEqual([
      `A ${quoted}^1 B ${quoted},^2 so.`,
      `A ${quoted}^3`,
      `A “No”.^4 B ${quoted}…^5`,
    ]);
    expect(linesOf(printed(fixture, content, authorDate).blocks)[1]).toBe(
      `A ${quoted} (Reyl 2024, para. 1).`,
    );
  });

  test('white space at the ends of a line and beside its breaks is not printed', () => {
    const { fixture, cost } = story();
    const content = [
      paragraph('  One ', { type: 'hard_break' }, ' two  ', { type: 'hard_break' }),
      paragraph(' ', inlineCitation(cost), '  '),
      paragraph('   '),
    ];
    expect(linesOf(printed(fixture, content, authorDate).blocks)).toEqual([
      'One / two',
      '“It will cost 3 billion.” (Reyl 2024, para. 1)',
    ]);
  });
});
