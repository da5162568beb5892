/** Windows' code page of each character set number in an RTF font table; those that iconv-lite has. */
const byCharset: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [130, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [255, 437],
]);

/** The code page of a font's character set; `null`: it says none. */
export function charsetCodePage(charset: number): number | null {
  return byCharset.get(charset) ?? null;
}

/** The name by which iconv-lite knows a code page of Windows or the Macintosh. */
export function codePageName(codePage: number): string {
  if (codePage === 65001) return 'utf8';
  if (codePage === 10000) return 'macroman';
  if (codePage === 10007) return 'maccyrillic';
  return `cp${codePage}`;
}

/** Whether a byte of a code page is the first of two. */
export function isLeadByte(codePage: number, byte: number): boolean {
  switch (codePage) {
    case 932:
      return (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
    case 936:
    case 949:
    case 950:
      return byte >= 0x81 && byte <= 0xfe;
    default:
      return false;
  }
}
