const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Words for the content of an element or an attribute. What XML can not hold has been refused before (`checkCharacters`). */
export function xmlText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Words in one line for an attribute: line feeds and tabs would be read as spaces anyway. */
export function xmlAttribute(text: string): string {
  return xmlText(text.replace(/[\t\n]+/g, ' '));
}

/** A language as the schema takes it, or `null` for what is no tag of BCP 47: records hold what a source says. */
export function languageTag(language: string | null | undefined): string | null {
  const tag = (language ?? '').trim().replaceAll('_', '-');
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespaces that the parts with text use. */
export const docxNamespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');
