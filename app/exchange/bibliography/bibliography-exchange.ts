import { decodeText } from '../decode-text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ExchangeWriter,
  type ImportContext,
  type ImportInput,
} from '../exchange-format.ts';
import type { ImportDraft } from '../import-draft.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { readRis } from './read-ris.ts';
import type { Reference } from './reference.ts';
import { referenceDrafts } from './reference-drafts.ts';
import { writeBibtex, writeCslJson, writeRis } from './write-bibliography.ts';

export const bibliographyWriters: readonly ExchangeWriter[] = [
  { id: 'csl-json', write: writeCslJson },
  { id: 'bibtex', write: writeBibtex },
  { id: 'ris', write: writeRis },
];

export const bibliographyReaders: readonly ExchangeReader[] = [
  {
    id: 'csl-json',
    recognise({ text }) {
      if (!/^\s*[[{]/.test(text)) return 0;
      const isOne = /"(?:container-title|date-parts|citation-key)"\s*:/.test(text);
      return isOne && /"type"\s*:/.test(text) && !text.includes('"@context"') ? 0.9 : 0;
    },
    read: (input, context) => drafts(input, context, readCslJson),
  },
  {
    id: 'bibtex',
    recognise({ name, text }) {
      const entry = /^\s*@(?:article|book|online|misc|www|in\w+|report|string)\s*[{(]/im.test(text);
      return entry ? (/\.bib(?:tex)?$/i.test(name) ? 0.99 : 0.8) : 0;
    },
    read: (input, context) =>
      drafts(input, context, (text) => {
        const { references, faults } = readBibtex(text);
        for (const { where, reason } of faults) context.report.refuse(where, reason);
        return references;
      }),
  },
  {
    id: 'ris',
    recognise: ({ text }) =>
      /^\s*TY[ \t\u00a0\u3000]{1,3}-\s?\S/m.test(text.slice(0, 5_000)) ? 0.95 : 0,
    read: (input, context) => drafts(input, context, readRis),
  },
];

async function* drafts(
  { files }: ImportInput,
  context: ImportContext,
  read: (text: string) => readonly Reference[],
): AsyncGenerator<ImportDraft> {
  const references: Reference[] = [];
  for (const file of files) {
    const { text, isSound } = decodeText(await file.bytes());
    if (!isSound) {
      context.report.remark(
        'The file is not in UTF-8; letters with accents may be wrong. Save it in UTF-8.',
      );
    }
    references.push(...read(text));
  }
  if (references.length === 0) {
    throw new ExchangeFault('There are no references in this file. Choose another file or format.');
  }
  let done = 0;
  for (const draft of referenceDrafts(references, context)) {
    done += 1;
    context.progress(Math.min(done, references.length), references.length);
    yield draft;
  }
}
