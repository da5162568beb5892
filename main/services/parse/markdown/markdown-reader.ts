import { decodedPart } from '../decoded-part.ts';
import type { SourceReader } from '../source.ts';
import { parseMarkdown } from './parse-markdown.ts';

export const markdownReader: SourceReader = (source) => [
  decodedPart(source, 'markdown', parseMarkdown),
];
