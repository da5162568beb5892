/** Words on a page. Points; y is counted from the upper edge down to the line that the letters stand on. */
export interface PdfWords {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** 10 if absent. */
  readonly size?: number;
  /** Anticlockwise. */
  readonly degrees?: number;
  /** Chinese letters, in a typeface that the file does not bring and a coding that needs a table. */
  readonly isChinese?: boolean;
  /** Chinese letters one under the other. */
  readonly isVertical?: boolean;
}

export interface PdfMaking {
  readonly pages: readonly (readonly PdfWords[])[];
  /** Of the information dictionary. */
  readonly info?: Readonly<Record<string, string>>;
  /** More objects, by number from 100 on, and what of the trailer they need. */
  readonly trailer?: string;
}

const pageWidth = 595;
export const pageHeight = 842;

/**
 * A PDF (ISO 32000-1) in Courier, each letter of which is 0.6 of its size wide, so that lines are as long as they are
 * counted. Letters of Windows' code page 1252.
 */
export function makePdf({ pages, info = {}, trailer = '' }: PdfMaking): Uint8Array {
  const objects = new Map<number, string>();
  const pageNumbers = pages.map((_, index) => 10 + index * 2);
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  objects.set(
    2,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
  );
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  objects.set(
    4,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  );
  objects.set(
    8,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-V /DescendantFonts [5 0 R] >>',
  );
  objects.set(
    5,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 6 0 R >>',
  );
  objects.set(
    6,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 900] >>',
  );
  objects.set(
    7,
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${hex(value)}`)
      .join(' ')} >>`,
  );
  for (const [index, words] of pages.entries()) {
    const number = 10 + index * 2;
    const content = words.map(drawn).join('\n');
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${number + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 8 0 R >> >> >>`,
    );
    objects.set(number + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = file.length;
  const size = Math.max(...objects.keys()) + 1;
  file += `xref\n0 ${size}\n`;
  for (let number = 0; number < size; number += 1) {
    const offset = offsets.get(number);
    file +=
      offset === undefined
        ? '0000000000 65535 f \n'
        : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  file += `trailer\n<< /Size ${size} /Root 1 0 R /Info 7 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function drawn(words: PdfWords): string {
  const { text, x, y, size = 10, degrees = 0, isChinese = false, isVertical = false } = words;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(5));
  const matrix = `${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${pageHeight - y}`;
  const letters = isChinese || isVertical ? `<${utf16(text)}>` : literal(text);
  const font = isVertical ? 'F3' : isChinese ? 'F2' : 'F1';
  return `BT /${font} ${size} Tf ${matrix} Tm ${letters} Tj ET`;
}

// The signs of code page 1252 that tests use and that Latin-1 does not have in the same place.
const codes: Readonly<Record<string, string>> = {
  '•': '\\225',
  '–': '\\226',
  '—': '\\227',
  '“': '\\223',
  '”': '\\224',
  '’': '\\222',
  '\u00ad': '\\255',
};

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&').replace(/[•–—“”’\u00ad]/g, (sign) => codes[sign] ?? '')})`;
}

function utf16(text: string): string {
  return [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

function hex(text: string): string {
  return `<feff${utf16(text)}>`;
}

export interface PlacedText {
  readonly x: number;
  readonly y: number;
  /** In letters. */
  readonly width: number;
  readonly size?: number;
  /** From line to line; 1.2 of the size if absent. */
  readonly leading?: number;
  /** How far in the first line begins, in letters. */
  readonly indent?: number;
}

/** The lines of a paragraph, filled as a typewriter does it, and where the next one would stand. */
export function setParagraph(
  text: string,
  { x, y, width, size = 10, leading = size * 1.2, indent = 0 }: PlacedText,
): { readonly words: PdfWords[]; readonly y: number } {
  const words: PdfWords[] = [];
  let line = '';
  let top = y;
  const end = () => {
    const isFirst = words.length === 0;
    words.push({ text: line, x: x + (isFirst ? indent * size * 0.6 : 0), y: top, size });
    top += leading;
    line = '';
  };
  for (const word of text.split(' ')) {
    const room = width - (words.length === 0 ? indent : 0);
    if (line !== '' && line.length + 1 + word.length > room) end();
    line += (line === '' ? '' : ' ') + word;
  }
  end();
  return { words, y: top };
}
