import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { refiReader } from '../../../app/exchange/refi/read-qdpx.ts';
import { readDrafts } from './exchange-io.ts';
import { imported } from './planned-import.ts';

const empty = recordSourceOf([]);
const noTexts = { read: async () => null };

const guid = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const braced = (number: number): string => `{${guid(number).toUpperCase()}}`;

/** A project around its parts; codes 1 to 3 are there, 2 below 1. */
function project(sources: string, rest = '', attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="p" ${attributes}>
<Users><User guid="${guid(90)}" name="Lin"/></Users>
<CodeBook><Codes><Code guid="${guid(1)}" name="Fire" isCodable="true" color="#C8484E"><Description>What burns</Description><Code guid="${braced(2)}" name="Smoke" isCodable="true"/></Code><Code guid="${guid(3)}" name="Water" isCodable="1"/></Codes></CodeBook>
<Sources>${sources}</Sources>${rest}</Project>`;
}

function selection(
  number: number,
  start: number | string,
  end: number | string,
  inner = '',
  more = '',
): string {
  return `<PlainTextSelection guid="${guid(number)}" startPosition="${start}" endPosition="${end}" ${more}>${inner}</PlainTextSelection>`;
}

function coding(code: number, number = code + 500): string {
  return `<Coding guid="${guid(number)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`;
}

function textSource(inner: string, attributes = 'plainTextPath="internal://a.txt"'): string {
  return `<TextSource guid="${guid(10)}" name="Report" ${attributes}>${inner}</TextSource>`;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

function packed(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

function read(files: Files | string) {
  const content = typeof files === 'string' ? files : packed(files);
  return readDrafts(refiReader, content, empty, 'a.qdpx');
}

function ofKind<Kind extends ImportDraft['kind']>(drafts: readonly ImportDraft[], kind: Kind) {
  return drafts.filter(
    (draft): draft is Extract<ImportDraft, { kind: Kind }> => draft.kind === kind,
  );
}

/** The words of each annotation, as the file's text has them. */
function words(drafts: readonly ImportDraft[]): readonly string[] {
  const texts = new Map(
    ofKind(drafts, 'article').map(({ key, positionsIn }) => [key, positionsIn ?? '']),
  );
  return ofKind(drafts, 'annotation').map(({ selector, target }) => {
    const { start, end } = selector?.position ?? {};
    return start === undefined
      ? (selector?.quote ?? '')
      : (texts.get(target.key ?? '') ?? '').slice(start, end);
  });
}

const text = 'Smoke rose over the harbour. Then came rain.';

describe('REFI-QDA projects of other programs', () => {
  test.each([
    ['project.qde'],
    ['Project.QDE'],
    ['Interviews 2031.qde'],
    ['Interviews/project.qde'],
  ])('J13: the project is found as %s', async (name) => {
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    const { drafts, report } = await read({
      [name]: project(textSource(selection(20, 0, 5, coding(2)))),
      [`${folder}sources/a.txt`]: text,
    });
    expect(words(drafts)).toEqual(['Smoke']);
    expect(ofKind(drafts, 'annotation')[0]?.tags).toEqual([{ key: guid(2) }]);
    expect(
      ofKind(drafts, 'tag').map(({ name: tag, parentKey, color }) => [tag, parentKey, color]),
    ).toEqual([
      ['Fire', null, 4],
      ['Smoke', guid(1), null],
      ['Water', null, null],
    ]);
    expect(report.refusedCount).toBe(0);
  });

  test.each([
    ['plainTextPath="internal://a.txt"', 'sources/a.txt'],
    ['plainTextPath="a.txt"', 'sources/a.txt'],
    ['plainTextPath="relative:///../texts/a.txt"', 'sources/a.txt'],
    ['plainTextPath="C:\\data\\a.txt"', 'Sources/A.TXT'],
    ['plainTextPath="internal://a%20b.txt"', 'sources/a b.txt'],
    ['plainTextPath="a.txt"', 'a.txt'],
  ])('J13: a source is found by %s', async (attributes, name) => {
    const source = textSource(selection(20, 0, 5), attributes);
    const { drafts } = await read({ 'project.qde': project(source), [name]: text });
    expect(words(drafts)).toEqual(['Smoke']);
  });

  test('J13: the XML alone, with its texts inside, and a codebook alone', async () => {
    const source = textSource(
      `<PlainTextContent>${text}</PlainTextContent>${selection(20, 20, 27)}`,
      '',
    );
    expect(words((await read(project(source))).drafts)).toEqual(['harbour']);
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(project(source), 'utf16le'),
    ]);
    expect(words((await read({ 'a.qde': utf16 })).drafts)).toEqual(['harbour']);
    const { drafts } = await read(
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="${guid(1)}" name="A" isCodable="true"/></Codes></CodeBook>`,
    );
    expect(drafts).toMatchObject([{ kind: 'tag', key: guid(1), name: 'A' }]);
  });

  test.each([
    ['line ends of two signs as two', 'One.\r\nTwo words.\r\nThree.', 10, 15, 'words'],
    ['line ends of two signs as one', 'One.\r\nTwo words.\r\nThree.', 9, 14, 'words'],
    ['code points', '😀 One. Two words. Three.', 11, 16, 'words'],
    ['UTF-16 code units', '😀 One. Two words. Three.', 12, 17, 'words'],
    ['no byte order mark', '\ufeffOne. Two words.', 9, 14, 'words'],
    ['the byte order mark', '\ufeffOne. Two words.', 10, 15, 'words'],
  ])('J13: positions that count %s lead to the words', async (_, content, start, end, expected) => {
    const hinted = selection(20, start, end, `<Description>${expected}</Description>`);
    const { drafts } = await read({
      'project.qde': project(textSource(hinted)),
      'sources/a.txt': content,
    });
    expect(words(drafts)).toEqual([expected]);
    // The words that a program writes beside a selection are no memo.
    expect(ofKind(drafts, 'annotation')[0]?.note).toBeNull();
  });

  test('J13: without words beside them whole words tell', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `The ferry number ${index + 10} sank.`);
    const content = lines.join('\r\n');
    const folded = content.replaceAll('\r\n', '\n');
    const selections = lines.map((line, index) => {
      const start = folded.indexOf('ferry', folded.indexOf(line));
      return selection(20 + index, start, start + 5);
    });
    const { drafts } = await read({
      'project.qde': project(textSource(selections.join(''))),
      'sources/a.txt': content,
    });
    expect(new Set(words(drafts))).toEqual(new Set(['ferry']));
  });

  test('J13: positions lead to the words of the article, however its lines were wrapped', async () => {
    const lines = [
      '  Speaker 1:          Smoke rose over the harbour, and all of the boats that lay ',
      'there were burning before anybody came to help, as two of the witnesses said to ',
      'the court on the second day. Nobody knows what it was that made the fire begin, ',
      'and nobody was charged.  ',
      '',
      'Speaker 2:  Then came rain. ',
    ].join('\r\n');
    const at = (part: string): string =>
      selection(
        20 + lines.indexOf(part),
        lines.indexOf(part),
        lines.indexOf(part) + part.length,
        coding(1),
      );
    const source = textSource(
      `${at('that lay \r\nthere were')}${at('Then came rain. ')}${at('Smoke')}`,
    );
    const bytes = packed({ 'project.qde': project(source), 'sources/a.txt': lines });
    const { records, report } = await imported(refiReader, bytes, empty, noTexts);
    expect(report.refused).toEqual([]);
    expect(
      records
        .list('annotation')
        .map(({ passage }) => passage.quote)
        .sort(),
    ).toEqual(['Smoke', 'Then came rain.', 'that lay there were']);
  });

  test('J14: memos, sets, users, facts, links and cases come or are named', async () => {
    const source = textSource(
      [
        selection(
          20,
          0,
          5,
          `<Description>My thought</Description>${coding(1)}${coding(2)}${coding(77)}<NoteRef targetGUID="${guid(40)}"/>`,
          `creatingUser="${guid(90)}" creationDateTime="2031-05-12T10:00:00Z" weight="3"`,
        ),
        selection(21, 29, 33, '<Strange/>'),
        coding(3, 600),
        `<NoteRef targetGUID="${guid(41)}"/>`,
        `<VariableValue><VariableRef targetGUID="${guid(50)}"/><TextValue>The Times</TextValue></VariableValue>`,
        `<VariableValue><VariableRef targetGUID="${guid(51)}"/><DateValue>2031-05-12</DateValue></VariableValue>`,
        `<VariableValue><VariableRef targetGUID="${guid(52)}"/><IntegerValue>44</IntegerValue></VariableValue>`,
      ].join(''),
    );
    const note = (number: number, inner: string): string =>
      `<Note guid="${guid(number)}" name="m">${inner}</Note>`;
    const rest = [
      `<Notes>${note(40, '<PlainTextContent>A memo\nof two lines</PlainTextContent>')}${note(41, '<Description>On the source</Description>')}${note(42, '<PlainTextContent>Free</PlainTextContent>')}</Notes>`,
      `<Links><Link guid="${guid(60)}" name="explains" direction="OneWay" originGUID="${guid(20)}" targetGUID="${guid(21)}"/><Link guid="${guid(61)}" originGUID="${guid(1)}" targetGUID="${guid(3)}"/></Links>`,
      `<Sets><Set guid="${guid(70)}" name="Press"><MemberSource targetGUID="${guid(10)}"/><MemberCode targetGUID="${guid(1)}"/></Set></Sets>`,
      '<Graphs><Graph guid="x" name="Map"/></Graphs><Description>About</Description>',
    ].join('');
    const variables = `<Variables><Variable guid="${guid(50)}" name="Publisher" typeOfVariable="Text"/><Variable guid="${guid(51)}" name="Date" typeOfVariable="Date"/><Variable guid="${guid(52)}" name="Age" typeOfVariable="Integer"/></Variables><Cases><Case guid="${guid(80)}" name="Anna"/></Cases>`;
    const { drafts, report } = await read({
      'project.qde': project(source, rest).replace('<Sources>', `${variables}<Sources>`),
      'sources/a.txt': text,
    });
    expect(ofKind(drafts, 'article')).toMatchObject([
      {
        metadata: { title: 'Report', outlet: 'The Times', published: '2031-05-12' },
        tags: [{ key: guid(3) }, { path: ['Sets', 'Press'] }],
      },
    ]);
    const [first] = ofKind(drafts, 'annotation');
    expect(first).toMatchObject({
      author: 'Lin',
      createdAt: '2031-05-12T10:00:00Z',
      tags: [{ key: guid(1) }, { key: guid(2) }],
    });
    expect(first?.note?.content?.map(({ content }) => content?.[0]?.text)).toEqual([
      'My thought',
      'A memo',
      'of two lines',
    ]);
    expect(ofKind(drafts, 'link')).toMatchObject([
      {
        type: { name: 'explains', symmetric: false },
        from: { key: guid(20) },
        to: { key: guid(21) },
      },
    ]);
    expect(report.lost.map(({ what }) => what).sort()).toEqual([
      'A coding',
      'Cases',
      'Drawn graphs',
      'Links of codes, sources and memos',
      'Members of sets that are no sources',
      'Memos of the project or of what is not carried',
      'Memos of whole sources',
      'The attribute “weight” of PlainTextSelection',
      'The description of the project',
      'The element “Strange” in PlainTextSelection',
      'The variable “Age”',
    ]);
    expect(report.refused).toEqual([]);
  });

  test('J14: what can’t come is refused one by one, with its codes', async () => {
    const files = {
      'project.qde': project(
        [
          textSource(
            [
              selection(20, 5, 5, coding(1)),
              selection(21, 400, 404),
              selection(22, 9, 3),
              selection(23, 'x', 3),
              selection(24, 5, 6),
              selection(25, -3, 6),
            ].join(''),
          ),
          `<TextSource guid="${guid(11)}" name="Gone" plainTextPath="internal://gone.txt">${selection(30, 0, 3, coding(1) + coding(2), 'name="three"')}</TextSource>`,
          `<PictureSource guid="${guid(12)}" name="Map" path="internal://m.png"><PictureSelection guid="${guid(31)}" firstX="1" firstY="1" secondX="2" secondY="2" name="corner">${coding(3)}</PictureSelection></PictureSource>`,
          `<AudioSource guid="${guid(13)}" name="Call"/><VideoSource guid="${guid(14)}" name="Film"/><PDFSource guid="${guid(15)}" name="Paper" path="internal://p.pdf"/><DanceSource name="Step"/>`,
        ].join(''),
      ),
      'sources/a.txt': text,
    };
    const { drafts, report } = await read(files);
    expect(ofKind(drafts, 'annotation')).toEqual([]);
    expect(ofKind(drafts, 'article')).toHaveLength(1);
    expect(report.refused).toEqual([
      {
        where: 'selection 1 in Report',
        reason: 'It is empty: it begins and ends at one place. It was coded with “Fire”.',
      },
      { where: 'selection 2 in Report', reason: 'Its position is outside the text.' },
      { where: 'selection 3 in Report', reason: 'It ends before it begins.' },
      { where: 'selection 4 in Report', reason: 'Its position is no number.' },
      { where: 'selection 5 in Report', reason: 'There are no words in it.' },
      { where: 'selection 6 in Report', reason: 'Its position is outside the text.' },
      { where: 'Gone', reason: 'Its text (internal://gone.txt) is not in the package.' },
      {
        where: '“three” in Gone',
        reason:
          'Its text (internal://gone.txt) is not in the package. It was coded with “Fire”, “Smoke”.',
      },
      { where: 'Map', reason: 'It is a picture: only texts are read here.' },
      { where: 'corner in Map', reason: 'It is an area of a picture. It was coded with “Water”.' },
      {
        where: 'Call',
        reason: 'It is a sound recording without a transcript: only texts are read here.',
      },
      {
        where: 'Film',
        reason: 'It is a film without a transcript: only texts are read here.',
      },
      { where: 'Paper', reason: 'The PDF is not in the package, and neither is its text.' },
      { where: 'Step', reason: '“DanceSource” is no kind of source that is known here.' },
    ]);
  });

  test('J14: a PDF or a word processor’s file comes as its plain text, where that is there', async () => {
    const representation = `<Representation guid="${guid(16)}" plainTextPath="internal://a.txt">${selection(20, 20, 27, coding(1))}</Representation>`;
    const pdf = `<PDFSource guid="${guid(15)}" name="Paper" path="internal://p.pdf">${representation}</PDFSource>`;
    const docx = `<TextSource guid="${guid(17)}" name="Letter" richTextPath="internal://l.docx" plainTextPath="internal://a.txt">${selection(21, 0, 5)}</TextSource>`;
    const bare = `<TextSource guid="${guid(18)}" name="Memo" richTextPath="internal://l.docx">${selection(22, 0, 5, `<Description>Smoke rose</Description>`)}${selection(23, 0, 5, coding(1))}</TextSource>`;
    const { drafts, report } = await read({
      'project.qde': project(pdf + docx + bare),
      'sources/a.txt': text,
      'sources/l.docx': 'bytes',
    });
    expect(ofKind(drafts, 'article').map(({ metadata }) => metadata.title)).toEqual([
      'Paper',
      'Letter',
      'Memo',
    ]);
    expect(words(drafts)).toEqual(['harbour', 'Smoke', 'Smoke rose']);
    expect(report.refused).toEqual([
      {
        where: 'selection 2 in Memo',
        reason:
          'Its position counts in a plain text that is not in the package. It was coded with “Fire”.',
      },
    ]);
  });

  test('J14: a recording comes as its transcript, with what is selected between points of it', async () => {
    const points = `<SyncPoint guid="${guid(91)}" timeStamp="0" position="20"/><SyncPoint guid="${guid(92)}" timeStamp="9" position="27"/>`;
    const selections = `<TranscriptSelection guid="${guid(20)}" fromSyncPoint="${guid(91)}" toSyncPoint="${braced(92)}">${coding(1)}</TranscriptSelection><TranscriptSelection guid="${guid(21)}" fromSyncPoint="${guid(93)}"/>`;
    const audio = `<AudioSource guid="${guid(13)}" name="Call"><Transcript guid="${guid(19)}" plainTextPath="internal://a.txt">${points}${selections}</Transcript><AudioSelection guid="${guid(22)}" begin="0" end="9" name="first"/></AudioSource>`;
    const { drafts, report } = await read({ 'project.qde': project(audio), 'sources/a.txt': text });
    expect(ofKind(drafts, 'article').map(({ metadata }) => metadata.title)).toEqual(['Call']);
    expect(words(drafts)).toEqual(['harbour']);
    expect(report.refused).toEqual([
      { where: 'selection 2 in Call', reason: 'Its position is no number.' },
      { where: 'first in Call', reason: 'It is a stretch of a sound recording.' },
    ]);
    expect(report.lost.map(({ what }) => what)).toEqual(['Sound and film']);
  });
});

describe('files that are no projects, or made to do harm', () => {
  test.each<[string, Files | string, string]>([
    ['no project in it', { 'a.txt': 'x' }, 'There is no project in this file.'],
    [
      'several projects',
      { 'a.qde': project(''), 'b.qde': project('') },
      'There are several projects in this file (a.qde, b.qde).',
    ],
    ['XML of another kind', '<html/>', 'its first element is “html”'],
    ['broken XML', '<Project name="a"><Users>', 'This is no sound XML: line 1'],
    ['no XML', 'words', 'This is no sound XML'],
    ['nothing', '', 'This is no sound XML'],
    ['elements without end', `<Project>${'<a>'.repeat(100_000)}`, 'nested too deeply'],
    ['a damaged ZIP', 'PK\u0003\u0004 nothing of it', 'damaged'],
  ])('are refused with what to do: %s', async (_, files, message) => {
    await expect(read(files)).rejects.toThrow(message);
  });

  test('entities that a file declares are never put in', async () => {
    const bomb = `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const source = textSource('<PlainTextContent>&b;&f; words</PlainTextContent>', '');
    const { drafts } = await read(project(source).replace('?>', `?>${bomb}`));
    expect(ofKind(drafts, 'article')[0]?.positionsIn).toBe('&b;&f; words');
  });

  test('names that lead out of the package find nothing outside, and a bomb is not unpacked', async () => {
    const { report } = await read({
      'project.qde': project(
        textSource(selection(20, 0, 3), 'plainTextPath="internal://../../etc/passwd"'),
      ),
      '../../etc/shadow': 'root',
    });
    expect(report.refused[0]?.reason).toBe(
      'Its text (internal://../../etc/passwd) is not in the package.',
    );
    const bomb = packed({
      'project.qde': project(textSource('')),
      'sources/a.txt': new Uint8Array(110_000_000),
    });
    const { report: told } = await readDrafts(refiReader, bomb, empty, 'a.qdpx');
    expect(told.refused[0]?.reason).toMatch(/more than 100 MB/);
  });

  test('a hundred thousand selections with two codes each are read', async () => {
    const line = 'The ferry sank. ';
    const count = 100_000;
    const selections = Array.from({ length: count }, (_, index) =>
      selection(
        1_000 + index,
        (index % 1_000) * line.length + 4,
        (index % 1_000) * line.length + 9,
        coding(1, 200_000 + index) + coding(2, 400_000 + index),
      ),
    );
    const { drafts, report } = await read({
      'project.qde': project(textSource(selections.join(''))),
      'sources/a.txt': line.repeat(1_000),
    });
    expect(ofKind(drafts, 'annotation')).toHaveLength(count);
    expect(new Set(words(drafts))).toEqual(new Set(['ferry']));
    expect(report.refusedCount).toBe(0);
  }, 90_000);
});
