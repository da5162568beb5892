import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';
import { readDocx } from './read-docx.ts';

const schemaFile = new URL('./wordprocessing.xsd', import.meta.url);

/**
 * What Word would call a DOCX damaged for, a sentence each: elements that stand elsewhere than the schema allows, ids that are
 * given twice or lead nowhere, ranges that are not closed, cells that do not end with a paragraph, addresses that are none.
 */
export async function docxFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const { parts } = readDocx(bytes);
  const xml = [...parts]
    .filter(([name]) => /^word\/[^/]+\.xml$/.test(name))
    .map(([fileName, contents]) => ({ fileName: fileName.replace('/', '-'), contents }));
  const { errors } = await validateXML({ xml, schema: await readFile(schemaFile, 'utf8') });
  const part = (name: string): string => parts.get(`word/${name}.xml`) ?? '';
  const faults = errors.map(({ message, loc }) => `${loc?.fileName ?? ''}: ${message}`);
  const fault = (isFault: boolean, words: string): void => {
    if (isFault) faults.push(words);
  };
  const text = part('document');
  const all = text + part('footnotes') + part('endnotes');
  for (const [element, attribute] of [
    ['w:bookmarkStart', 'w:id'],
    ['w:bookmarkStart', 'w:name'],
    ['w:footnoteReference', 'w:id'],
    ['w:endnoteReference', 'w:id'],
    ['w:commentReference', 'w:id'],
    ['wp:docPr', 'id'],
  ] as const) {
    const ids = values(all, element, attribute);
    fault(new Set(ids).size !== ids.length, `${element} has the same ${attribute} twice.`);
  }
  const comments = values(part('comments'), 'w:comment', 'w:id');
  fault(new Set(comments).size !== comments.length, 'Two comments have one id.');
  for (const element of ['w:commentReference', 'w:commentRangeStart', 'w:commentRangeEnd']) {
    const ids = values(text, element, 'w:id');
    fault(ids.toSorted().join() !== comments.toSorted().join(), `${element} are not the comments.`);
  }
  const ends = values(text, 'w:bookmarkEnd', 'w:id').join();
  fault(ends !== values(text, 'w:bookmarkStart', 'w:id').join(), 'A bookmark is not closed.');
  for (const kind of ['footnote', 'endnote']) {
    const notes = values(part(`${kind}s`), `w:${kind}`, 'w:id');
    for (const id of values(text, `w:${kind}Reference`, 'w:id')) {
      fault(!notes.includes(id), `There is no ${kind} ${id}.`);
    }
    fault(part(`${kind}s`).includes(`<w:${kind}Reference`), `A mark of a note is in a ${kind}.`);
  }
  const names = new Set(values(text, 'w:bookmarkStart', 'w:name'));
  for (const anchor of values(all, 'w:hyperlink', 'w:anchor')) {
    fault(!names.has(anchor), `A link leads to no bookmark: ${anchor}.`);
  }
  fault(
    /<w:hyperlink [^>]*>(?:(?!<\/w:hyperlink>).)*<w:hyperlink /s.test(all),
    'A link is in a link.',
  );
  fault(/(?<!<\/w:p>)<\/w:tc>/.test(all), 'A cell does not end with a paragraph.');
  fault(/<\/w:tbl>(?!<w:p>)/.test(all), 'No paragraph stands behind a table.');
  const numbers = values(part('numbering'), 'w:num', 'w:numId');
  fault(
    values(all, 'w:numId', 'w:val').some((id) => !numbers.includes(id)),
    'A list has no numbering.',
  );
  const styles = values(part('styles'), 'w:style', 'w:styleId');
  fault(new Set(styles).size !== styles.length, 'Two styles have one id.');
  for (const element of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next']) {
    for (const style of values(all + part('comments') + part('styles'), element, 'w:val')) {
      fault(!styles.includes(style), `There is no style ${style}.`);
    }
  }
  for (const [name, xml] of parts) {
    if (!name.endsWith('.rels')) continue;
    const targets = [...xml.matchAll(/ Target="([^"]*)" TargetMode="External"/g)];
    for (const [, target = ''] of targets) {
      const url = target.replaceAll('&amp;', '&');
      const isSound =
        url.length <= 2_000 && URL.canParse(url) && !/[^\x21-\x7e]|["<>\\^`{|}]/.test(url);
      fault(!isSound, `An address is none: ${url.slice(0, 60)}`);
    }
  }
  return [...new Set(faults)];
}

/** The values of an attribute of an element, in order. */
function values(xml: string, element: string, attribute: string): string[] {
  const pattern = new RegExp(`<${element} [^>]*?${attribute}="([^"]*)"`, 'g');
  return [...xml.matchAll(pattern)].map(([, value = '']) => value);
}
