import { SaxesParser } from 'saxes';
import { failure, type Result, success } from '../../base/result.ts';

/** An element in the form that citeproc reads: a text is a child that is a string. */
export interface CslElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslElement | string)[];
}

/** The longest style or locale that is read, in UTF-16 code units: what a `citationStyle` record holds. */
const longestCsl = 500_000;
/** The deepest and the largest style of 2,500 published ones have a tenth of these. */
const deepestNesting = 120;
const mostElements = 30_000;

class Refusal extends Error {}

/**
 * Reads the XML of a CSL style or locale, strictly: no document type, no entities but XML's own five, bounded in size and
 * depth. Fails with a sentence that names the line. Linear.
 */
export function readCsl(xml: string): Result<CslElement, 'unreadable'> {
  const refused = (reason: string) => failure('unreadable', reason);
  if (xml.length > longestCsl) {
    return refused('The file is larger than a citation style can be (500,000 characters).');
  }
  const root: Draft = { name: '', attrs: {}, children: [] };
  const open: Draft[] = [root];
  let count = 0;
  const parser = new SaxesParser({ position: true, xmlns: false });
  const refuse = (reason: string): never => {
    throw new Refusal(`This is no sound XML: line ${parser.line}: ${reason}`);
  };
  parser.on('error', (error) => refuse(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => refuse('a document type, which no citation style has.'));
  parser.on('opentag', ({ name, attributes }) => {
    count += 1;
    if (count > mostElements) refuse('more elements than a citation style can have.');
    if (open.length > deepestNesting) refuse('elements are nested too deeply.');
    const element: Draft = { name, attrs: { ...attributes }, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => addText(open.at(-1), text));
  parser.on('cdata', (text) => addText(open.at(-1), text));
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) settle(element);
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.message);
  }
  const [element] = elementsOf(root);
  // Without a root element the parser has refused it.
  return element === undefined ? refused('There is no element in this XML.') : success(element);
}

/** The elements in an element, of one name if one is given. */
export function elementsOf(element: CslElement, name?: string): readonly CslElement[] {
  return element.children.filter(
    (child): child is CslElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The text that stands directly in an element, without space around it. */
export function textOf(element: CslElement | undefined): string {
  return (element?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

interface Draft extends CslElement {
  readonly children: (CslElement | string)[];
}

function addText(element: Draft | undefined, text: string): void {
  if (element === undefined) return;
  const last = element.children.length - 1;
  const before = element.children[last];
  if (typeof before === 'string') element.children[last] = before + text;
  else element.children.push(text);
}

/** White space between elements is none of the text; an element of the terms without text has an empty one. */
function settle({ name, children }: Draft): void {
  if (children.some((child) => typeof child !== 'string')) {
    const kept = children.filter((child) => typeof child !== 'string');
    children.splice(0, children.length, ...kept);
  } else if (children.length === 0 && /^(?:term|single|multiple)$/.test(name)) children.push('');
  else if (children.length === 1) children[0] = String(children[0]).replace(/[\r\n\t]+/g, ' ');
}
