import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { ExchangeReport } from '../../../../app/exchange/exchange-report.ts';
import {
  carriedWords,
  hasMoreToSay,
  reportTable,
} from '../../../../renderer/session/exchange/report-words.ts';

const nothing: ExchangeReport = {
  carried: {},
  known: {},
  lost: [],
  refused: [],
  refusedCount: 0,
  remarks: [],
};

test('counts are said as people say them', () => {
  expect(carriedWords({})).toBe('nothing');
  expect(carriedWords({ annotation: 1 })).toBe('1 annotation');
  expect(carriedWords({ annotation: 1_200, article: 1, evidence: 2, link: 0 })).toBe(
    '1 article, 1,200 annotations and 2 pieces of evidence',
  );
});

test('J1 the table of a report has all that the report has', () => {
  expect(hasMoreToSay(nothing)).toBe(false);
  const report: ExchangeReport = {
    carried: { annotation: 3 },
    known: { tag: 2 },
    lost: [{ what: 'Colours', why: 'No place.', count: 4, examples: ['1:2', '1:3'] }],
    refused: [{ where: 'row 3', reason: 'It says "nothing".' }],
    refusedCount: 5,
    remarks: ['One was moved.'],
  };
  expect(hasMoreToSay(report)).toBe(true);
  const rows = Papa.parse(reportTable(report, 'import'), { skipEmptyLines: true }).data;
  expect(rows).toEqual([
    ['What became of it', 'What or where', 'Count', 'Why', 'Examples'],
    ['Imported', 'annotations', '3', '', ''],
    ['Known already', 'tags', '2', '', ''],
    ['Not carried', 'Colours', '4', 'No place.', '1:2; 1:3'],
    ['Refused', 'row 3', '1', 'It says "nothing".', ''],
    ['Refused', 'others', '4', 'Not listed one by one.', ''],
    ['Remark', '', '', 'One was moved.', ''],
  ]);
});
