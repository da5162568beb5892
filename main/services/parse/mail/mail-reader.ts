import { PartKeys } from '../part-keys.ts';
import type { SourceReader } from '../source.ts';
import { parseMail } from './parse-mail.ts';

/** One message in a file (.eml). */
export const mailReader: SourceReader = (source) => [
  parseMail(source.bytes, source, 'mail', null, new PartKeys()),
];
