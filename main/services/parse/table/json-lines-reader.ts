import type { SourceReader } from '../source.ts';
import { readTable } from './table-reader.ts';

export const jsonLinesReader: SourceReader = (source) => readTable(source, 'json-lines');
