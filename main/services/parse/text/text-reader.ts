import { decodedPart } from '../decoded-part.ts';
import type { SourceReader } from '../source.ts';
import { parsePlainText } from './parse-plain-text.ts';

export const textReader: SourceReader = (source) => [decodedPart(source, 'text', parsePlainText)];
