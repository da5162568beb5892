import { decodedPart } from '../decoded-part.ts';
import type { SourceReader } from '../source.ts';
import { parseHtml } from './parse-html.ts';

export const htmlReader: SourceReader = (source) => [decodedPart(source, 'html', parseHtml)];
