import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF holds for those who read it. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string | null;
  readonly isTagged: boolean;
  /** The headings of its outline, those below others behind them. */
  readonly outline: readonly string[];
  /** The words of each page, with one space for each run of white space. */
  readonly pages: readonly string[];
  /** What its parts are tagged as, by how many there are of each: `H2`, `L`, `TH`. */
  readonly tags: Readonly<Record<string, number>>;
  /** The descriptions of its pictures; `null`: one has none. */
  readonly pictures: readonly (string | null)[];
  /** How many links lead out of it, and how many to a place in it. */
  readonly links: { readonly outside: number; readonly inside: number };
}

interface StructureNode {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

/** Reads a PDF with pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const facts = info as { readonly Title?: string; readonly Language?: string };
  const pages: string[] = [];
  const tags: Record<string, number> = {};
  const pictures: (string | null)[] = [];
  const links = { outside: 0, inside: 0 };
  const walk = ({ role = '', alt, children = [] }: StructureNode): void => {
    if (role !== '') tags[role] = (tags[role] ?? 0) + 1;
    if (role === 'Figure') pictures.push(alt ?? null);
    for (const child of children) walk(child);
  };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) =>
      'str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '',
    );
    // What pdf.js says of it has no type for a description.
    const structure: unknown = await page.getStructTree();
    if (structure !== null) walk(structure as StructureNode);
    for (const link of await page.getAnnotations()) {
      if (typeof link.url === 'string') links.outside += 1;
      else if (link.dest != null) links.inside += 1;
    }
    pages.push(words.join('').replace(/\s+/g, ' '));
  }
  const marks: unknown = await document.getMarkInfo();
  const outline = ((await document.getOutline()) ?? []) as readonly OutlineItem[];
  const read: ReadPdf = {
    title: facts.Title ?? '',
    language: facts.Language ?? null,
    isTagged: marks !== null && typeof marks === 'object' && marked(marks),
    outline: titles(outline),
    pages,
    tags,
    pictures,
    links,
  };
  await task.destroy();
  return read;
}

/** The mark is in a map or in an object, as the version of pdf.js has it. */
function marked(marks: object): boolean {
  return marks instanceof Map
    ? marks.get('Marked') === true
    : (marks as { readonly Marked?: boolean }).Marked === true;
}

function titles(items: readonly OutlineItem[]): string[] {
  return items.flatMap((item) => [item.title, ...titles(item.items)]);
}
