/** An element to write. Attributes that are `undefined` are left out; text stands alone in its element. */
export interface XmlPart {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly content?: readonly XmlPart[] | string;
}

// What XML 1.0 can't hold, not even by reference.
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * An element as indented XML, with a line feed behind it. Of our own, and not the builder of fast-xml-parser, because that
 * leaves line ends in attributes and carriage returns in texts as they are, which every reader takes for something else.
 * What XML can't hold is left out. Linear.
 */
export function writeXml(part: XmlPart, depth = 0): string {
  const { content } = part;
  const indent = '  '.repeat(depth);
  if (content === undefined || content.length === 0) return `${indent}${tagOf(part)}/>\n`;
  if (typeof content === 'string') {
    return `${indent}${tagOf(part)}>${escapeText(content)}</${part.name}>\n`;
  }
  const inner = content.map((child) => writeXml(child, depth + 1)).join('');
  return `${indent}${tagOf(part)}>\n${inner}${indent}</${part.name}>\n`;
}

/** Its beginning alone, for an element that is written piece by piece; `</name>` ends it. */
export function openXml(part: Omit<XmlPart, 'content'>, depth = 0): string {
  return `${'  '.repeat(depth)}${tagOf(part)}>\n`;
}

function tagOf({ name, attributes = {} }: XmlPart): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value = '']) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}`;
}

function escapeText(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;');
}

function clean(text: string): string {
  return text.toWellFormed().replace(notXml, '');
}
