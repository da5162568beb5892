import { docxNamespaces, languageTag, xmlHead } from './docx-xml.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Inner XML of `w:pPr` and of `w:rPr`, in the order of the schema. */
  readonly paragraph?: string;
  readonly run?: string;
  /** Whether it stands in the list that writers choose from. */
  readonly quick?: boolean;
}

const sans = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>';
const small = '<w:sz w:val="18"/><w:szCs w:val="18"/>';
const soft = '<w:color w:val="595959"/>';

function heading(level: 1 | 2 | 3, size: number, before: number): Style {
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="100" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/>`,
    run: `<w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    quick: true,
  };
}

function contents(level: 1 | 2 | 3): Style {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9062"/></w:tabs><w:spacing w:after="40"/><w:ind w:left="${(level - 1) * 284}"/>`,
  };
}

function note(kind: 'Footnote' | 'Endnote'): Style {
  return {
    id: `${kind}Text`,
    name: `${kind.toLowerCase()} text`,
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    run: small,
  };
}

const paragraphStyles: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>',
    run: '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>',
    quick: true,
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:spacing w:after="320"/>',
    run: `${sans}${soft}${small}`,
    quick: true,
  },
  heading(1, 30, 420),
  heading(2, 26, 340),
  heading(3, 23, 280),
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph:
      '<w:keepLines/><w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="A2361F"/></w:pBdr><w:spacing w:before="160" w:after="60"/><w:ind w:left="567" w:right="284"/>',
    quick: true,
  },
  {
    id: 'QuotationSource',
    name: 'Quotation Source',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:spacing w:after="200"/><w:ind w:left="567"/>',
    run: `${sans}${soft}${small}`,
    quick: true,
  },
  {
    id: 'SetOff',
    name: 'Set Off',
    basedOn: 'Normal',
    paragraph: '<w:ind w:left="567" w:right="284"/>',
    run: soft,
    quick: true,
  },
  {
    id: 'ListParagraph',
    name: 'List Paragraph',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="60"/>',
    quick: true,
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:spacing w:after="240"/>',
    run: `${sans}${soft}${small}`,
    quick: true,
  },
  {
    id: 'Figure',
    name: 'Figure',
    basedOn: 'Normal',
    next: 'Caption',
    paragraph: '<w:spacing w:before="200" w:after="80" w:line="240" w:lineRule="auto"/>',
  },
  {
    id: 'Claim',
    name: 'Claim',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:keepLines/><w:spacing w:before="240" w:after="40"/>',
    run: '<w:b/><w:bCs/>',
    quick: true,
  },
  {
    id: 'ClaimDetails',
    name: 'Claim Details',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="100"/>',
    run: `${sans}${soft}${small}`,
    quick: true,
  },
  {
    id: 'Evidence',
    name: 'Evidence',
    basedOn: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="40"/>',
    run: `${sans}${small}`,
    quick: true,
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:before="50" w:after="50" w:line="240" w:lineRule="auto"/>',
    run: small,
  },
  {
    id: 'TableHead',
    name: 'Table Head',
    basedOn: 'TableText',
    run: `${sans}<w:b/><w:bCs/>`,
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>',
  },
  {
    id: 'Bibliography',
    name: 'Bibliography',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="100"/><w:ind w:left="567" w:hanging="567"/>',
    quick: true,
  },
  {
    id: 'SourceLine',
    name: 'Source Line',
    basedOn: 'Normal',
    paragraph:
      '<w:keepNext/><w:spacing w:before="200" w:after="40" w:line="240" w:lineRule="auto"/>',
    run: `${sans}${small}`,
  },
  {
    id: 'SourcePassage',
    name: 'Source Passage',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="40" w:line="252" w:lineRule="auto"/><w:ind w:left="284"/>',
    run: `${soft}<w:sz w:val="20"/><w:szCs w:val="20"/>`,
  },
  {
    id: 'SourcePlace',
    name: 'Source Place',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/><w:ind w:left="284"/>',
    run: `${sans}${soft}<w:sz w:val="15"/><w:szCs w:val="15"/>`,
  },
  note('Footnote'),
  note('Endnote'),
  {
    id: 'CommentText',
    name: 'annotation text',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>',
    run: '<w:sz w:val="20"/><w:szCs w:val="20"/>',
  },
  {
    id: 'Footer',
    name: 'footer',
    basedOn: 'Normal',
    paragraph: '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
    run: `${sans}${soft}${small}`,
  },
  {
    id: 'TOCHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="80"/>',
    run: '<w:b/><w:bCs/><w:sz w:val="26"/><w:szCs w:val="26"/>',
  },
  contents(1),
  contents(2),
  contents(3),
];

const characterStyles: readonly Style[] = [
  { id: 'Hyperlink', name: 'Hyperlink', run: '<w:color w:val="A2361F"/><w:u w:val="single"/>' },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    run: '<w:vertAlign w:val="superscript"/>',
  },
  { id: 'EndnoteReference', name: 'endnote reference', run: '<w:vertAlign w:val="superscript"/>' },
  {
    id: 'CommentReference',
    name: 'annotation reference',
    run: '<w:sz w:val="16"/><w:szCs w:val="16"/>',
  },
  { id: 'ClaimLabel', name: 'Claim Label', run: `${sans}<w:color w:val="A2361F"/>${small}` },
];

/** The styles of a brief as a part: the built-in ones by Word's own names, so that its menus and other programs know them. */
export function docxStyles(language: string): string {
  const tag = languageTag(language) ?? 'en';
  const defaults = [
    '<w:docDefaults><w:rPrDefault><w:rPr>',
    '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Times New Roman"/>',
    '<w:sz w:val="22"/><w:szCs w:val="22"/>',
    `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:after="140" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  ].join('');
  const fixed = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${border('top')}${border('left')}${border('bottom')}${border('right')}${border('insideH')}${border('insideV')}</w:tblBorders></w:tblPr></w:style>`,
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
  ].join('');
  const made = [
    ...paragraphStyles.map((style) => styleElement(style, 'paragraph')),
    ...characterStyles.map((style) => styleElement(style, 'character')),
  ].join('');
  return `${xmlHead}<w:styles ${docxNamespaces}>${defaults}${fixed}${made}</w:styles>`;
}

function border(side: string): string {
  return `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`;
}

function styleElement(style: Style, type: 'paragraph' | 'character'): string {
  const { id, name, basedOn, next, paragraph, run, quick } = style;
  return [
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>`,
    basedOn === undefined ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    next === undefined ? '' : `<w:next w:val="${next}"/>`,
    quick === true ? '<w:qFormat/>' : '',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}
