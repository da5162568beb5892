/** A character encoding that the analyst can choose for a source. */
export interface EncodingChoice {
  /** The name in the Encoding Standard, lower-case; UTF-32 and HZ, which are not in it, by their usual names. */
  readonly name: string;
  /** For people. */
  readonly label: string;
}

/**
 * Every encoding that can be chosen, by script, the usual one of each first. Labels that the Encoding Standard holds for
 * one thing (`iso-8859-1` is `windows-1252`, `gbk` is read as `gb18030`) are one entry.
 */
export const encodings: readonly EncodingChoice[] = [
  { name: 'utf-8', label: 'Unicode (UTF-8)' },
  { name: 'utf-16le', label: 'Unicode (UTF-16, little-endian)' },
  { name: 'utf-16be', label: 'Unicode (UTF-16, big-endian)' },
  { name: 'utf-32le', label: 'Unicode (UTF-32, little-endian)' },
  { name: 'utf-32be', label: 'Unicode (UTF-32, big-endian)' },
  { name: 'windows-1252', label: 'Western European (Windows-1252, ISO 8859-1)' },
  { name: 'iso-8859-15', label: 'Western European with euro (ISO 8859-15)' },
  { name: 'macintosh', label: 'Western European (Mac)' },
  { name: 'windows-1250', label: 'Central European (Windows-1250)' },
  { name: 'iso-8859-2', label: 'Central European (ISO 8859-2)' },
  { name: 'windows-1254', label: 'Turkish (Windows-1254, ISO 8859-9)' },
  { name: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { name: 'iso-8859-4', label: 'Baltic (ISO 8859-4)' },
  { name: 'iso-8859-13', label: 'Baltic (ISO 8859-13)' },
  { name: 'windows-1258', label: 'Vietnamese (Windows-1258)' },
  { name: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { name: 'koi8-r', label: 'Cyrillic (KOI8-R)' },
  { name: 'koi8-u', label: 'Cyrillic, Ukrainian (KOI8-U)' },
  { name: 'iso-8859-5', label: 'Cyrillic (ISO 8859-5)' },
  { name: 'ibm866', label: 'Cyrillic (DOS 866)' },
  { name: 'x-mac-cyrillic', label: 'Cyrillic (Mac)' },
  { name: 'windows-1253', label: 'Greek (Windows-1253)' },
  { name: 'iso-8859-7', label: 'Greek (ISO 8859-7)' },
  { name: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { name: 'iso-8859-8', label: 'Hebrew (ISO 8859-8)' },
  { name: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { name: 'iso-8859-6', label: 'Arabic (ISO 8859-6)' },
  { name: 'windows-874', label: 'Thai (Windows-874)' },
  { name: 'gb18030', label: 'Chinese, simplified (GB18030, GBK)' },
  { name: 'hz-gb-2312', label: 'Chinese, simplified (HZ)' },
  { name: 'big5', label: 'Chinese, traditional (Big5)' },
  { name: 'shift_jis', label: 'Japanese (Shift_JIS)' },
  { name: 'euc-jp', label: 'Japanese (EUC-JP)' },
  { name: 'iso-2022-jp', label: 'Japanese (ISO-2022-JP)' },
  { name: 'euc-kr', label: 'Korean (EUC-KR)' },
];

/** What people call an encoding; its name if it is none of the list. */
export function encodingLabel(name: string): string {
  return encodings.find((encoding) => encoding.name === name)?.label ?? name;
}

/** Whether an encoding can be chosen. */
export function isEncodingName(name: string): boolean {
  return encodings.some((encoding) => encoding.name === name);
}
