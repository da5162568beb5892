import type { SourceReader } from '../source.ts';
import { readTable } from './table-reader.ts';

export const csvReader: SourceReader = (source) => readTable(source, 'csv');
