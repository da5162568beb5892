import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What is read of a DOCX. */
export interface ReadDocx {
  readonly parts: ReadonlyMap<string, string>;
  readonly names: readonly string[];
  /** The words that each comment stands beside, in the order of the text. */
  readonly commented: readonly { readonly id: string; readonly words: string }[];
  /** Each paragraph of the text: its style and its words. */
  readonly paragraphs: readonly { readonly style: string; readonly words: string }[];
}

/** Unzips a DOCX and reads its text as a program does: breaks are line feeds, tabs tabs. Every XML part is parsed. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const parts = new Map<string, string>();
  for (const name of names) {
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, strFromU8(files[name] ?? new Uint8Array()));
  }
  for (const [name, xml] of parts) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(xml).close();
  }
  return { parts, names, ...readText(parts.get('word/document.xml') ?? '') };
}

function readText(xml: string): Pick<ReadDocx, 'commented' | 'paragraphs'> {
  const commented: { id: string; words: string }[] = [];
  const open = new Map<string, { id: string; words: string }>();
  const paragraphs: { style: string; words: string }[] = [];
  let isText = false;
  const add = (words: string): void => {
    for (const range of open.values()) range.words += words;
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.words += words;
  };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = (attribute: string): string => String(attributes[attribute] ?? '');
    if (name === 'w:p') paragraphs.push({ style: 'Normal', words: '' });
    else if (name === 'w:pStyle') {
      const paragraph = paragraphs.at(-1);
      if (paragraph !== undefined) paragraph.style = value('w:val');
    } else if (name === 'w:t') isText = true;
    else if (name === 'w:br') add('\n');
    else if (name === 'w:tab') add('\t');
    else if (name === 'w:commentRangeStart') {
      const range = { id: value('w:id'), words: '' };
      commented.push(range);
      open.set(range.id, range);
    } else if (name === 'w:commentRangeEnd') open.delete(value('w:id'));
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
  });
  parser.on('text', (text) => {
    if (isText) add(text);
  });
  parser.write(xml).close();
  return { commented, paragraphs };
}
