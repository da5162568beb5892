import { describe, expect, test } from 'vitest';
import { makeDocx, docxParagraph as p } from './make-docx.ts';
import { makeZip } from './make-zip.ts';
import { describeBlocks } from './parse-text.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

const styles = [
  style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('berschrift2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style('Own', 'House head', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  style('Derived', 'Derived', '', 'berschrift2'),
  style('Zitat', 'Quote', ''),
  style('Beschriftung', 'caption', ''),
  style('Bullets', 'List Bullet', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
  style('Loop', 'Loop', '', 'Loop'),
  `<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>`,
].join('');

function style(id: string, name: string, more: string, basedOn = ''): string {
  const base = basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base}${more}</w:style>`;
}

function styled(id: string): string {
  return `<w:pStyle w:val="${id}"/>`;
}

function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

async function blocksOf(making: Parameters<typeof makeDocx>[0]): Promise<string[]> {
  return describeBlocks(await onlyArticle('a.docx', makeDocx(making)));
}

describe('DOCX', () => {
  test('T13 kinds come from the built-in styles, outline levels and lists', async () => {
    const body = [
      p('Breakwater to be rebuilt', styled('Heading1')),
      p('The figures', styled('berschrift2')),
      p('By port', styled('Own')),
      p('By year', styled('Derived')),
      p('Plain.', styled('Loop')),
      p('By outline', '<w:outlineLvl w:val="3"/>'),
      p('We have heard this before.', styled('Zitat')),
      p('Stone, first.', styled('Bullets')),
      p('Stone, second.', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      p('Not listed.', `${styled('Bullets')}<w:numPr><w:numId w:val="0"/></w:numPr>`),
      p('Figure 1: the mole', styled('Beschriftung')),
      `<w:tbl><w:tr><w:tc>${p('Port')}</w:tc><w:tc>${p('Ships')}${p('per year')}</w:tc></w:tr></w:tbl>`,
      p('The end.'),
    ].join('');
    expect(await blocksOf({ body, styles })).toEqual([
      'heading 1: Breakwater to be rebuilt',
      'heading 2: The figures',
      'heading 3: By port',
      'heading 2: By year',
      'paragraph: Plain.',
      'heading 4: By outline',
      'quotation: We have heard this before.',
      'list-item: Stone, first.',
      'list-item: Stone, second.',
      'paragraph: Not listed.',
      'caption: Figure 1: the mole',
      'table-cell: Port',
      'table-cell: Ships',
      'table-cell: per year',
      'paragraph: The end.',
    ]);
  });

  test('T13 runs join without a space, a break is one, two breaks end the paragraph', async () => {
    const body = `<w:p>${run('Har')}${run('bour')}<w:r><w:br/></w:r>${run('town')}<w:r><w:tab/><w:t>and.</w:t></w:r><w:r><w:br/><w:br/></w:r>${run('next')}<w:r><w:noBreakHyphen/><w:t>to it</w:t></w:r><w:r><w:softHyphen/><w:t>, there</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>${run('.')}</w:p>`;
    expect(await blocksOf({ body })).toEqual([
      'paragraph: Harbour town and.',
      'paragraph: next\u2011to it, thereα.',
    ]);
  });

  test('T13 footnotes come last in the order of their signs, which leave nothing', async () => {
    const footnotes = [
      '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
      `<w:footnote w:id="1">${p('The first note.')}</w:footnote>`,
      `<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' The second note')}</w:p>${p('in two paragraphs.')}</w:footnote>`,
      `<w:footnote w:id="3">${p('Referred to by nobody.')}</w:footnote>`,
    ].join('');
    const body = `<w:p>${run('Agreed')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' by all')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>${run('.')}</w:p>${p('And done.')}`;
    expect(await blocksOf({ body, footnotes })).toEqual([
      'paragraph: Agreed by all.',
      'paragraph: And done.',
      'footnote: The second note',
      'footnote: in two paragraphs.',
      'footnote: The first note.',
    ]);
  });

  test('T13 the text is that with all changes accepted; changes, comments and hidden text are told', async () => {
    const body = [
      `<w:p>${run('It was ')}<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>${run('fully ')}</w:ins>${run('agreed.')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Two paragraphs ')}</w:p>${p('became one.')}`,
      `<w:p>${run('Seen')}${run(' secret', '<w:vanish/>')}${run(' hidden', '<w:rStyle w:val="Secret"/>')}${run(' shown', '<w:vanish w:val="0"/>')}.</w:p>`,
      `<w:p><w:moveFrom>${run('Moved.')}</w:moveFrom></w:p><w:p><w:moveTo>${run('Moved.')}</w:moveTo></w:p>`,
    ].join('');
    const article = await onlyArticle('a.docx', makeDocx({ body, styles }));
    expect(article.text).toBe(
      'It was fully agreed.\nTwo paragraphs became one.\nSeen shown\nMoved.',
    );
    expect(article.remarks).toHaveLength(3);
    expect(article.remarks.join(' ')).toMatch(/tracked changes.*comments.*hides/);
  });

  test('T13 codes of fields are no text, their results are; one of several representations is read', async () => {
    const body = [
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('The link')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      `<w:p>${run('Around')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('In the box.')}${p('And below.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('In the box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run(' the box.')}</w:p>`,
      `<w:p><w:pPr><w:framePr w:dropCap="drop"/></w:pPr>${run('T')}</w:p>${p('he harbour.')}`,
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p('In a control.')}</w:sdtContent></w:sdt>`,
      `<w:p><w:r><w:ruby><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r></w:p>`,
    ].join('');
    expect(await blocksOf({ body })).toEqual([
      'paragraph: The link',
      'paragraph: Around the box.',
      'paragraph: In the box.',
      'paragraph: And below.',
      'paragraph: The harbour.',
      'paragraph: In a control.',
      'paragraph: 漢字',
    ]);
  });

  test('T16 a title that the text does not say gives way to one that it does', async () => {
    const properties = '<dc:title>Press release template v2</dc:title>';
    const named = styles + style('Titel', 'Title', '');
    for (const id of ['Titel', 'Heading1']) {
      const body = p('The Alm Post') + p('Bridge closed', styled(id)) + p('It is.');
      const { metadata, provenance } = await onlyArticle(
        'a.docx',
        makeDocx({ body, styles: named, properties }),
      );
      expect(metadata.title).toBe('Bridge closed');
      expect(provenance.title).toEqual({ source: 'heading', confidence: 'likely' });
    }
    const body = p('It is closed for weeks.');
    const { metadata, provenance } = await onlyArticle('a.docx', makeDocx({ body, properties }));
    expect(metadata.title).toBe('Press release template v2');
    expect(provenance.title).toEqual({ source: 'document-properties', confidence: 'guessed' });
    const said = await onlyArticle(
      'a.docx',
      makeDocx({ body: p(`As “press release template V2” says.`), properties }),
    );
    expect(said.provenance.title?.confidence).toBe('stated');
  });

  test('T16 properties are metadata, and the heading is the title where they state none', async () => {
    const properties =
      '<dc:title>Breakwater to be rebuilt</dc:title><dc:creator>Jane Q. Writer;Li Wei</dc:creator><dcterms:created>2031-05-12T09:14:00Z</dcterms:created><dcterms:modified>2031-05-13T10:00:00Z</dcterms:modified>';
    const body = p('BREAKWATER to be rebuilt') + p('It will take three years.');
    const article = await onlyArticle('a.docx', makeDocx({ body, properties }));
    expect(describeBlocks(article)[0]).toBe('heading 1: BREAKWATER to be rebuilt');
    expect(article.metadata).toMatchObject({
      title: 'Breakwater to be rebuilt',
      byline: 'Jane Q. Writer, Li Wei',
      published: '2031-05-12T09:14:00Z',
    });
    expect(article.provenance.published).toEqual({
      source: 'document-properties',
      confidence: 'guessed',
    });
    const filledIn = '<dc:title>Document1</dc:title><dc:creator>Windows User</dc:creator>';
    const heading = p('A heading', styled('Heading1')) + p('It will take three years.');
    const other = await onlyArticle(
      'a.docx',
      makeDocx({ body: heading, styles, properties: filledIn }),
    );
    expect(other.metadata).toMatchObject({ title: 'A heading', byline: null });
    expect(other.provenance.title).toEqual({ source: 'heading', confidence: 'likely' });
  });

  test('T16 a language that the text contradicts is none: it is read out of the text', async () => {
    const french =
      'Le président a déclaré que les travaux de la digue seront terminés avant la fin de la saison, et que les pêcheurs ne sont pas obligés de payer pour ce qui a été détruit par la tempête.';
    const properties = '<dc:language>en-US</dc:language>';
    const article = await onlyArticle('a.docx', makeDocx({ body: p(french), properties }));
    expect(article.metadata.language).toBe('fr');
    expect(article.provenance.language?.source).toBe('text');
    const english =
      'The president said that the work would be done before the end of the season, and that the fishermen did not have to pay for what was destroyed by the storm and by the sea.';
    const other = await onlyArticle('a.docx', makeDocx({ body: p(english), properties }));
    expect(other.metadata.language).toBe('en-US');
    expect(other.provenance.language?.source).toBe('document-properties');
  });

  test('entities are never resolved: the file is refused', async () => {
    const prolog =
      '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const body = p('&secret; &b;');
    expect(codeOf(await onlyPart('a.docx', makeDocx({ body, prolog })))).toBe('entities');
  });

  test('a document that unpacks to far too much is refused before it is unpacked', async () => {
    const spaces = Buffer.alloc(40 * 1024 * 1024, ' ');
    const bomb = makeDocx({ body: spaces.toString('latin1') });
    expect(bomb.length).toBeLessThan(60_000);
    expect(codeOf(await onlyPart('a.docx', bomb))).toBe('unpacks-too-large');
  });

  test('what is encrypted, of another kind or damaged is refused by name', async () => {
    const ole = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(600),
    ]);
    expect(codeOf(await onlyPart('a.docx', ole))).toBe('encrypted');
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    expect(codeOf(await onlyPart('a.docx', old))).toBe('old-format');
    const whole = makeDocx({ body: p('It will take three years.') });
    expect(codeOf(await onlyPart('a.docx', whole.subarray(0, whole.length - 40)))).toBe(
      'broken-archive',
    );
    const broken = makeDocx({ body: '<w:p><w:r><w:t>not closed' });
    expect(codeOf(await onlyPart('a.docx', broken))).toBe('broken-document');
    const deep = makeDocx({ body: '<w:sdt>'.repeat(100_000) });
    expect(codeOf(await onlyPart('a.docx', deep))).toBe('broken-document');
    expect(codeOf(await onlyPart('a.docx', makeDocx({ body: p(' ') })))).toBe('no-text');
  });

  test('a part that is not in the relations, and one outside of the file, are not looked for', async () => {
    const zip = makeZip([
      {
        name: 'word/document.xml',
        content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('It stands alone.')}</w:body></w:document>`,
      },
      { name: '[Content_Types].xml', content: '<Types/>' },
    ]);
    expect((await onlyArticle('a.docx', zip)).text).toBe('It stands alone.');
  });
});
