import { describe, expect, test, vi } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import { ClaimsProject } from '../claim/claims-project.ts';
import { readDrafts } from './exchange-io.ts';

const empty = recordSourceOf([]);

async function read(id: string, content: string | Uint8Array, records = empty) {
  const reader = exchangeReaders.find((one) => one.id === id);
  if (reader === undefined) throw new Error(`There is no ${id}.`);
  const { drafts, report } = await readDrafts(reader, content, records, 'a.csv');
  const of = <Kind extends ImportDraft['kind']>(kind: Kind) =>
    drafts.filter((one): one is Extract<ImportDraft, { kind: Kind }> => one.kind === kind);
  return { of, report };
}

describe('J21 tables of claims as others write them', () => {
  const plain =
    'Statement,Claimant,Verdict,Quote,Stance\nFive died,Lind,false,off the pier,supports\n';

  test.each<[string, string | Uint8Array]>([
    ['commas', plain],
    ['a byte order mark', `\ufeff${plain}`],
    ['semicolons, and the line that says so', `sep=;\n${plain.replaceAll(',', ';')}`],
    ['tabs', plain.replaceAll(',', '\t')],
    ['capitals', plain.replace(/^.*/, (head) => head.toUpperCase())],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${plain}`, 'utf16le'))],
    [
      'another order',
      'Stance,QUOTE,verdict,Statement,said_by\nsupports,off the pier,false,Five died,Lind\n',
    ],
    ['the wording under “Claim”', plain.replace('Statement', 'Claim')],
  ])('%s', async (_, content) => {
    const { of, report } = await read('claims-csv', content);
    expect(of('claim')).toMatchObject([
      { wording: 'Five died', speaker: { name: 'Lind' }, status: 'refuted' },
    ]);
    expect(of('annotation')).toMatchObject([{ selector: { quote: 'off the pier' } }]);
    expect(of('evidence')).toMatchObject([{ stance: 'asserts' }]);
    expect(report.refused).toEqual([]);
  });

  test('rows of one claim belong together, with its wording again or without', async () => {
    const { of } = await read(
      'claims-csv',
      'Wording,Quotation,Stance\nFive died,one,asserts\n,two,denies\nFive died,three,reports\nSix died,,\n',
    );
    const [five, six] = of('claim');
    expect([five?.wording, six?.wording]).toEqual(['Five died', 'Six died']);
    expect(of('evidence').map(({ claimKey, stance }) => [claimKey, stance])).toEqual([
      [five?.key, 'asserts'],
      [five?.key, 'denies'],
      [five?.key, 'reports'],
    ]);
  });

  test('our own table in another order of its rows: the row with the facts of a claim may stand below others', async () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    const { of, report } = await read(
      'claims-csv',
      [
        'Claim,Wording,Status,Id,Stance,Quotation',
        'C1,Five died,,,denies,one',
        ',,,,reports,two',
        `C1,Five died,disputed,${id},asserts,three`,
        'C2,Six died,open,,asserts,four',
        '',
      ].join('\n'),
    );
    expect(of('claim').map(({ key, wording, status }) => [key, wording, status])).toEqual([
      [id, 'Five died', 'disputed'],
      [expect.any(String), 'Six died', 'open'],
    ]);
    const quotes = new Map(of('annotation').map(({ key, selector }) => [key, selector?.quote]));
    expect(
      of('evidence')
        .filter(({ claimKey }) => claimKey === id)
        .map(({ annotationKey, stance }) => [quotes.get(annotationKey), stance]),
    ).toEqual([
      ['three', 'asserts'],
      ['one', 'denies'],
      ['two', 'reports'],
    ]);
    expect(report.refused).toEqual([]);
    expect(report.lost.map(({ what }) => what)).toEqual(['Tags, notes and authors of passages']);
  });

  test('what is in error is told by its row, and costs nothing else', async () => {
    const { of, report } = await read(
      'claims-csv',
      [
        'Claim,Wording,Part of,Status,Confidence (%),Importance (1 to 3),Stance,Quotation,Colour',
        ',,,,,,asserts,lost words,',
        'C1,Five died,C9,perhaps,much,7,maybe,off the pier,red',
        'C2,Six died,C3,open,70,2,,,',
        'C3,Many died,,open,,,asserts,,',
        'C2,Six died,,refuted,,,,,',
        '"C4,unclosed,,,,,,,',
        'C5,The last,,,,,,,',
        '',
      ].join('\n'),
    );
    expect(report.refused).toEqual([
      { where: 'row 2', reason: expect.stringContaining('no wording') },
      { where: 'row 5', reason: expect.stringContaining('neither its words') },
      { where: expect.stringContaining('row 7'), reason: expect.stringContaining('never closed') },
    ]);
    const lost = Object.fromEntries(report.lost.map(({ what, examples }) => [what, examples[0]]));
    expect(lost).toMatchObject({
      'Cells of “Status” that could not be read': 'row 3: perhaps',
      'Cells of “Confidence (%)” that could not be read': 'row 3: much',
      'Cells of “Importance (1 to 3)” that could not be read': 'row 3: 7',
      'Cells of “Stance” that are empty or could not be read': 'row 3: maybe',
      'Cells of “Part of”': 'row 3: “Five died”: C9',
      'Cells of “Status” in further rows of a claim': 'row 6: refuted',
      'Columns that claims have no place for': '“Colour”',
    });
    const claims = of('claim');
    expect(claims.map(({ wording }) => wording).sort()).toEqual(
      ['Five died', 'Many died', 'Six died', 'The last'].sort(),
    );
    const many = claims.find(({ wording }) => wording === 'Many died');
    expect(claims.find(({ wording }) => wording === 'Six died')).toMatchObject({
      parentKey: many?.key,
      confidence: 0.7,
      importance: 2,
      number: 2,
    });
  });

  test('further rows of a claim: who made it and when is told as well, if they say it otherwise', async () => {
    const { report } = await read(
      'claims-csv',
      'Statement,Quote,Stance,Author,Date added\nFive,one,for,Ann,2031-01-01\nFive,two,for,Bob,2031-01-02\nFive,three,for,Ann,\n',
    );
    expect(report.lost.map(({ what, examples }) => [what, ...examples]).slice(1)).toEqual([
      ['Cells of “Author” in further rows of a claim', 'row 3: Bob'],
      ['Cells of “Made” in further rows of a claim', 'row 3: 2031-01-02'],
    ]);
  });

  test('labels of claims are read as their numbers, in whatever form', async () => {
    const { of } = await read(
      'claims-csv',
      'Claim,Wording,Part of\n4,Five died,\nC4,Five died,\nc5,Six died,C4\nC6,Ten died,5\n',
    );
    const [five, six, ten] = of('claim');
    expect(of('claim').map(({ number }) => number)).toEqual([4, 5, 6]);
    expect([six?.parentKey, ten?.parentKey]).toEqual([five?.key, six?.key]);
  });

  test('confidence is a share of 100 where the column says so, else of one', async () => {
    const shares = async (head: string, ...cells: readonly string[]) => {
      const rows = cells.map((cell, index) => `Claim ${index};${cell}`).join('\n');
      const { of } = await read('claims-csv', `Wording;${head}\n${rows}\n`);
      return of('claim').map(({ confidence }) => confidence);
    };
    expect(await shares('Confidence (%)', '70', '1', '70,5', '')).toEqual([0.7, 0.01, 0.705, null]);
    expect(await shares('Confidence', '0.7', '70', '70 %', '1')).toEqual([0.7, 0.7, 0.7, 1]);
  });

  test('the same table twice names the same claims; one without ids those of the project', async () => {
    const project = new ClaimsProject();
    const claim = project.claim('Five people died.');
    const table = `Claim,Wording,Status\nC${claim.number},Five people died.,open\nC7,Another.,open\n`;
    const one = await read('claims-csv', table, project.records);
    const other = await read('claims-csv', table, project.records);
    expect(one.of('claim')).toEqual(other.of('claim'));
    expect(one.of('claim')[0]?.key).toBe(claim.id);
    expect(one.of('claim')[1]?.key).not.toBe(claim.id);
  });

  test('a matrix is refused with the reason, whatever it is taken for', async () => {
    const matrix = 'Claim,Report 1,The Lantern\nC1 Five died,asserts · 1 passage,not yet checked\n';
    await expect(read('claims-csv', matrix)).rejects.toThrow('goes out only');
    const large = matrix.replace('Claim,', 'Claim (an empty cell: not yet checked),');
    await expect(read('claims-csv', large)).rejects.toThrow('goes out only');
    await expect(read('claims-csv', 'Name,Colour\na,b\n')).rejects.toThrow('no column “Wording”');
  });
});

describe('J21 tables of links as others write them', () => {
  test('ends by their words, types by name or read backwards, directions in words and signs', async () => {
    const project = new ClaimsProject();
    const names = { name: 'quotes', inverseName: 'is quoted by', symmetric: false };
    const type = newRecord(project.maker, 'linkType', names);
    project.act({ added: [type], updated: [], removed: [] });
    const { of, report } = await read(
      'links-csv',
      [
        'Target text;Type;Source text;Direction;Mood',
        `two;${type.name};one;;glad`,
        `four;${type.inverseName};three;;`,
        'six;new type;five;<->;',
        'eight;other type;seven;from the second to the first;',
        ';empty;nine;;',
        '',
      ].join('\n'),
      project.records,
    );
    const words = new Map(of('annotation').map(({ key, selector }) => [key, selector?.quote]));
    expect(
      of('link').map(({ type: { name, symmetric }, from, to }) => [
        ...[name, symmetric === true, words.get(from.key), words.get(to.key)],
      ]),
    ).toEqual([
      [type.name, false, 'one', 'two'],
      [type.name, false, 'four', 'three'],
      ['new type', true, 'five', 'six'],
      ['other type', false, 'eight', 'seven'],
    ]);
    expect(report.refused).toEqual([
      { where: 'row 6', reason: expect.stringContaining('where it ends') },
    ]);
    expect(report.lost.map(({ what }) => what)).toContain('Columns that links have no place for');
  });

  test.each<[string, 'forth' | 'back' | 'both' | 'unread']>([
    ['', 'forth'],
    ['->', 'forth'],
    ['no', 'forth'],
    ['Forward', 'forth'],
    ['directed', 'forth'],
    ['one-way', 'forth'],
    ['asymmetric', 'forth'],
    ['not symmetric', 'forth'],
    ['from the first to the second', 'forth'],
    ['<-', 'back'],
    ['backwards', 'back'],
    ['both ways', 'both'],
    ['symmetric', 'both'],
    ['Undirected', 'both'],
    ['bidirectional', 'both'],
    ['two-way', 'both'],
    ['TRUE', 'both'],
    ['up', 'unread'],
  ])('the direction “%s” is read as %s', async (written, meant) => {
    const head = 'From words,Type,To words,Direction';
    const { of, report } = await read('links-csv', `${head}\none,says,two,${written}\n`);
    const [one] = of('annotation');
    const [link] = of('link');
    expect(link?.from.key === one?.key).toBe(meant !== 'back');
    expect(link?.type.symmetric === true).toBe(meant === 'both');
    expect(report.lost.filter(({ what }) => what.includes('“Direction”'))).toMatchObject(
      meant === 'unread' ? [{ examples: ['row 2: up'] }] : [],
    );
  });

  test('an earlier export, without ids at its ends, finds the passages of the project by number and words', async () => {
    const project = new ClaimsProject();
    const [one, other] = [project.annotate(0), project.annotate(1)];
    const claim = project.claim('Five died.');
    const { of } = await read(
      'links-csv',
      [
        'From,From words,Relation,Direction,To,To words',
        `'1:${one.number},${one.passage.quote},repeats,from the first to the second,'2:${other.number},${other.passage.quote}`,
        `'1:${one.number},${one.passage.quote},repeats,from the first to the second,C${claim.number},Five died.`,
        '',
      ].join('\n'),
      project.records,
    );
    expect(of('annotation')).toEqual([]);
    expect(of('claim')).toEqual([]);
    expect(of('link')).toMatchObject([
      { from: { key: one.id }, to: { kind: 'annotation', key: other.id } },
      { from: { key: one.id }, to: { kind: 'claim', key: claim.id } },
    ]);
  });

  test('highlights of an article are gone through once, whatever number of rows name some by number or place', async () => {
    const project = new ClaimsProject();
    const all = Array.from(
      { length: 20 },
      (_, index) => [project.annotate(0), project.annotate(1, 10 + index)] as const,
    );
    const records = recordSourceOf(project.records.all.values());
    const looks = vi.spyOn(records, 'annotationsOf');
    const { of } = await read(
      'links-csv',
      [
        'From,From words,Relation,To words,To start,To end,To hash',
        ...all.map(([{ number, passage }, { passage: other }]) => {
          const hash = records.get('revision', other.revisionId)?.hash;
          return `'1:${number},${passage.quote},repeats,${other.quote},${other.start},${other.end},${hash}`;
        }),
      ].join('\n'),
      records,
    );
    expect(of('annotation')).toEqual([]);
    expect(of('link').map(({ from, to }) => [from.key, to.key])).toEqual(
      all.map(([one, other]) => [one.id, other.id]),
    );
    expect(looks.mock.calls.length).toBeLessThanOrEqual(2);
  });

  test('a file without the columns is refused as a whole', async () => {
    await expect(read('links-csv', 'Name,Colour\na,b\n')).rejects.toThrow('“Relation”');
    await expect(read('links-csv', '')).rejects.toThrow('“Relation”');
  });
});
