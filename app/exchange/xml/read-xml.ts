import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '../../base/result.ts';

/** An element with what is in it, in its order. Names are without prefix: programs choose those as they like. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (XmlElement | string)[];
}

/** Far deeper than any codebook; what is deeper was made to exhaust a reader. */
const deepestNesting = 400;
/** A project of 100,000 selections with two codes each has 500,000. */
const mostElements = 5_000_000;
const pieceLength = 65_536;

/**
 * What programs get wrong without the structure suffering. Entities but XML's own five stand as they are written: none is
 * ever replaced by what a file declares.
 */
const tolerated =
  /undefined entity|malformed character entity|disallowed character\.|attribute without value|duplicate attribute|xml declaration|"\]\]>"|text data outside/i;

class Refusal extends Error {}

/**
 * Reads XML of other programs into a tree. Lenient in what does no harm (see `tolerated`), never in structure. White space
 * between elements is left out, line ends are line feeds as XML has it. Fails as `unreadable` with the line. Linear.
 */
export function readXml(xml: string): Result<XmlElement, 'unreadable'> {
  const root: Draft = { name: '', attributes: {}, content: [] };
  const open: Draft[] = [root];
  let count = 0;
  const parser = new SaxesParser({ position: true, xmlns: false });
  const refuse = (reason: string): never => {
    throw new Refusal(`line ${parser.line.toLocaleString('en-GB')}: ${reason}`);
  };
  parser.on('error', (error) => {
    if (!tolerated.test(error.message)) refuse(error.message.replace(/^\d+:\d+: /, ''));
  });
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > mostElements) refuse('too many elements.');
    if (open.length > deepestNesting) refuse('elements are nested too deeply.');
    const element: Draft = {
      name: withoutPrefix(name),
      attributes: named(attributes),
      content: [],
    };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    open.at(-1)?.content.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) dropSpace(element);
  });
  try {
    // In pieces: of a file that is no XML the whole would be looked through for its first tag.
    for (let start = 0; start < xml.length; start += pieceLength) {
      parser.write(xml.slice(start, start + pieceLength));
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return failure('unreadable', `This is no sound XML: ${error.message}`);
  }
  const [element] = elementsIn(root);
  return element === undefined
    ? failure('unreadable', 'This is no XML: there is no element in it.')
    : success(element);
}

interface Draft {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  content: (Draft | string)[];
}

const isOfXml = /^xml(?:ns)?(?::|$)|:schemaLocation$/;

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function named(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  // Plain objects of one shape: a large file has a million of them. They are only asked for names of the standard.
  const found: Record<string, string> = {};
  for (const name in attributes) {
    if (isOfXml.test(name)) continue;
    const value = attributes[name];
    if (value !== undefined) found[name.includes(':') ? withoutPrefix(name) : name] = value;
  }
  return found;
}

function dropSpace(element: Draft): void {
  const { content } = element;
  if (content.length < 2 || content.every((part) => typeof part === 'string')) return;
  if (content.some((part) => typeof part === 'string' && part.trim() !== '')) return;
  element.content = content.filter((part) => typeof part !== 'string');
}

/** The elements right in another, of a name or all. */
export function elementsIn(element: XmlElement, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (const part of element.content) {
    if (typeof part !== 'string' && (name === undefined || part.name === name)) found.push(part);
  }
  return found;
}

/** All text in an element and in those within it. */
export function textIn(element: XmlElement): string {
  return element.content.map((part) => (typeof part === 'string' ? part : textIn(part))).join('');
}
