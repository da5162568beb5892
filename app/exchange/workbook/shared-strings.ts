import type { ImportFile } from '../exchange-format.ts';
import { cellWords } from './cell-words.ts';
import { PartParser } from './part-parser.ts';
import { partText } from './part-text.ts';
import { tooLargeWorkbook } from './workbook-fault.ts';

/** A workbook of 100,000 annotations has some 800,000. */
const mostStrings = 5_000_000;
const mostLetters = 200_000_000;

/** The words that the sheets of a workbook share, by their number; runs of rich text are joined, readings of signs left out. */
export async function readSharedStrings(part: ImportFile): Promise<readonly string[]> {
  const strings: string[] = [];
  let words = '';
  let letters = 0;
  let isWords = false;
  let readings = 0;
  const parser = new PartParser(part.name, {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') readings += 1;
      else if (name === 't') isWords = readings === 0;
    },
    text(text) {
      if (!isWords) return;
      letters += text.length;
      if (letters > mostLetters) throw tooLargeWorkbook(`over ${mostLetters} letters`);
      words += text;
    },
    close(name) {
      if (name === 't') isWords = false;
      else if (name === 'rPh') readings -= 1;
      else if (name === 'si') {
        if (strings.length >= mostStrings) throw tooLargeWorkbook(`over ${mostStrings} texts`);
        strings.push(cellWords(words));
      }
    },
  });
  for await (const piece of partText(part)) parser.write(piece);
  parser.end();
  return strings;
}
