import { describe, expect, test } from 'vitest';
import { makeOdt } from './make-odt.ts';
import { describeBlocks } from './parse-text.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

const styles = [
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>',
  '<style:style style:name="P2" style:family="paragraph" style:parent-style-name="P2"/>',
  '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
].join('');

function p(text: string, style = 'Standard'): string {
  return `<text:p text:style-name="${style}">${text}</text:p>`;
}

function note(sign: string, body: string): string {
  return `<text:note text:note-class="footnote"><text:note-citation>${sign}</text:note-citation><text:note-body>${body}</text:note-body></text:note>`;
}

async function blocksOf(making: Parameters<typeof makeOdt>[0]): Promise<string[]> {
  return describeBlocks(await onlyArticle('a.odt', makeOdt(making)));
}

describe('ODT', () => {
  test('T13 kinds come from elements and the built-in styles', async () => {
    const body = [
      '<text:h text:outline-level="2">The figures</text:h>',
      p('Plain.'),
      p('Its own parent.', 'P2'),
      p('We have heard this before.', 'P1'),
      `<text:list><text:list-item>${p('Stone.')}<text:list><text:list-item>${p('Granite.')}</text:list-item></text:list></text:list-item></text:list>`,
      `<table:table><table:table-row><table:table-cell>${p('Port')}</table:table-cell><table:table-cell>${p('Ships')}</table:table-cell></table:table-row></table:table>`,
      p('Figure 1: the mole', 'Illustration'),
    ].join('\n');
    expect(await blocksOf({ body, styles })).toEqual([
      'heading 2: The figures',
      'paragraph: Plain.',
      'paragraph: Its own parent.',
      'quotation: We have heard this before.',
      'list-item: Stone.',
      'list-item: Granite.',
      'table-cell: Port',
      'table-cell: Ships',
      'caption: Figure 1: the mole',
    ]);
  });

  test('T13 spaces, tabs and breaks; text boxes stand after their paragraph, notes last', async () => {
    const body = [
      p(
        'One<text:s text:c="3"/>two<text:tab/>three<text:line-break/>four.<text:line-break/><text:line-break/>Five.',
      ),
      p(
        `Agreed${note('1', p('The first note.') + p('It has two paragraphs.'))} by all${note('*', p('The second.'))}.`,
      ),
      p(
        `Around<draw:frame><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame> the box.`,
      ),
      p('An op\u00adtional hyphen.'),
    ].join('');
    expect(await blocksOf({ body })).toEqual([
      'paragraph: One two three four.',
      'paragraph: Five.',
      'paragraph: Agreed by all.',
      'paragraph: Around the box.',
      'paragraph: In the box.',
      'paragraph: An optional hyphen.',
      'footnote: The first note.',
      'footnote: It has two paragraphs.',
      'footnote: The second.',
    ]);
  });

  test('T13 changes are accepted, comments and hidden text left out, and all told', async () => {
    const body = [
      `<text:tracked-changes><text:changed-region><text:deletion>${p('Deleted.')}</text:deletion></text:changed-region></text:tracked-changes>`,
      p(
        'It was <text:change text:change-id="1"/>agreed<office:annotation><dc:creator>J</dc:creator>'.concat(
          p('A comment.'),
          '</office:annotation><text:span text:style-name="T1"> in secret</text:span>.',
        ),
      ),
    ].join('');
    const article = await onlyArticle('a.odt', makeOdt({ body, styles }));
    expect(article.text).toBe('It was agreed.');
    expect(article.remarks.join(' ')).toMatch(/tracked changes.*comments.*hides/);
  });

  test('T16 properties are metadata', async () => {
    const meta =
      '<dc:title>Breakwater to be rebuilt</dc:title><meta:initial-creator>Jane Q. Writer</meta:initial-creator><dc:creator>Somebody Else</dc:creator><meta:creation-date>2031-05-12T09:14:00.123</meta:creation-date><dc:language>en-GB</dc:language>';
    const article = await onlyArticle('a.odt', makeOdt({ body: p('It will take years.'), meta }));
    expect(article.metadata).toMatchObject({
      title: 'Breakwater to be rebuilt',
      byline: 'Jane Q. Writer',
      published: '2031-05-12T09:14:00',
      language: 'en-GB',
    });
    expect(article.text).toBe('It will take years.');
  });

  test('what is encrypted, damaged or asks for entities is refused by name', async () => {
    const body = p('It will take years.');
    const manifest =
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    const encrypted = makeOdt({
      body,
      more: [{ name: 'META-INF/manifest.xml', content: manifest }],
    });
    expect(codeOf(await onlyPart('a.odt', encrypted))).toBe('encrypted');
    const prolog = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
    expect(codeOf(await onlyPart('a.odt', makeOdt({ body: p('&secret;'), prolog })))).toBe(
      'entities',
    );
    expect(codeOf(await onlyPart('a.odt', makeOdt({ body: '<text:p>not closed' })))).toBe(
      'broken-document',
    );
    expect(codeOf(await onlyPart('a.odt', makeOdt({ body: p('&nbsp;') })))).toBe('broken-document');
  });
});
