import { describe, expect, test } from 'vitest';
import { isRightToLeft, readsFromRight } from '../../../../app/brief/write/text-direction.ts';
import { writeHtml } from '../../../../app/brief/write/write-html.ts';
import { writeDocx } from '../../../../main/services/brief/docx/write-docx.ts';
import { readDocx } from '../../../main/support/read-docx.ts';
import { printedBrief, says, words } from '../../../support/printed-brief.ts';

describe('C17 the direction of paragraphs', () => {
  test.each(['he', 'ar-EG', 'fa', 'ur', 'az-Arab', 'HE-il'])('%s is from right to left', (tag) => {
    expect(isRightToLeft(tag)).toBe(true);
  });

  test.each(['en', 'de-AT', 'zh-Hant', 'ar-Latn', ''])('%s is not', (tag) => {
    expect(isRightToLeft(tag)).toBe(false);
  });

  test('in a language from right to left a foreign name at the beginning turns nothing around', () => {
    expect(readsFromRight('CNN מדווח', 'he')).toBe(true);
    expect(readsFromRight('Reyl, “Cost,” 2024', 'he')).toBe(false);
    expect(readsFromRight('12', 'he')).toBe(true);
    expect(readsFromRight('CNN מדווח', 'en')).toBe(false);
    expect(readsFromRight('מדווח CNN', 'en')).toBe(true);
    expect(readsFromRight('12', 'en')).toBe(false);
  });

  test('a brief in Hebrew has it in its page, its paragraphs and its notes', () => {
    const brief = printedBrief([says('CNN מדווח', { kind: 'note', number: 1 })], {
      title: 'העלות',
      language: 'he',
      notes: [{ number: 1, blocks: [says('CNN, “העלות”')], passages: [] }],
    });
    const html = writeHtml(brief, { appendix: false });
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(html).toContain('<p dir="rtl">CNN מדווח');
    expect(html).toContain('<p dir="rtl">CNN, “העלות”</p>');
    const { parts } = readDocx(writeDocx(brief, { appendix: false }));
    expect(parts.get('word/document.xml')).toMatch(/<w:p><w:pPr><w:bidi\/><\/w:pPr>.*CNN/);
    expect(parts.get('word/document.xml')).toMatch(/<w:bidi\/><\/w:sectPr>/);
    expect(parts.get('word/footnotes.xml')).toMatch(/"FootnoteText"\/><w:bidi\/>.*CNN/);
  });

  test('a note in Hebrew of a brief in English reads from right to left', () => {
    const brief = printedBrief([says('It rose', { kind: 'note', number: 1 })], {
      notes: [{ number: 1, blocks: [says('העלות, CNN')], passages: [] }],
    });
    expect(writeHtml(brief, { appendix: false })).toContain('<p dir="auto">העלות, CNN</p>');
    const { parts } = readDocx(writeDocx(brief, { appendix: false }));
    expect(parts.get('word/footnotes.xml')).toMatch(/"FootnoteText"\/><w:bidi\/>/);
  });

  test('captions, credits and tables go with their language', () => {
    const hebrew = [words('העלות')];
    const cell = {
      ...{ isHeader: false, columnSpan: 1, rowSpan: 1 },
      blocks: [{ kind: 'paragraph', runs: hebrew } as const],
    };
    const brief = printedBrief([{ kind: 'table', rows: [[cell, cell]] }], { language: 'he' });
    const { parts } = readDocx(writeDocx(brief, { appendix: false }));
    expect(parts.get('word/document.xml')).toContain(
      '<w:tblStyle w:val="TableGrid"/><w:bidiVisual/><w:tblW',
    );
  });
});
