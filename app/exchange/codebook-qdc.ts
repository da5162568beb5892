import { XMLBuilder } from 'fast-xml-parser';
import { tagTree } from '../annotation/tag-tree.ts';
import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { tintOf } from './tag-colors.ts';

/** What a file holds, with what it could not hold, in sentences. */
export interface WrittenCodebook {
  readonly content: string;
  readonly remarks: readonly string[];
}

/** A node as the builder of the library wants it: one element name, and attributes under `:@`. */
interface XmlNode {
  readonly [name: string]: readonly XmlNode[] | string | Readonly<Record<string, string>>;
}

// What XML 1.0 can't hold, not even by reference.
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/**
 * The tags as a codebook of REFI-QDA 1.5 (QDC), valid after its Codebook.xsd. A tag's id is its guid: read again it is the
 * same tag. The colour is the tint's in `tints`. Keys are not part of the format and are left out. Throws RangeError
 * without tags: the format wants at least one.
 */
export function writeQdc(tags: readonly TagRecord[]): WrittenCodebook {
  if (tags.length === 0) throw new RangeError('A codebook file needs a tag.');
  const tree = tagTree(tags);
  const element = (tag: TagRecord): XmlNode => {
    const { id, name, color, description } = tag;
    const said: readonly XmlNode[] =
      description === '' ? [] : [{ Description: [{ '#text': asXml(description) }] }];
    return {
      Code: [...said, ...elements(id)],
      ':@': { guid: id, name: asXml(name), isCodable: 'true', color: tintOf(color).hex },
    };
  };
  const elements = (parentId: TagId | null): readonly XmlNode[] =>
    tree.children(parentId).map(element);
  const builder = new XMLBuilder({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    format: true,
    suppressEmptyNode: true,
  });
  const root: XmlNode = {
    CodeBook: [{ Codes: elements(null) }],
    ':@': { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Variorum' },
  };
  const keys = tags.filter(({ key }) => key !== null).length;
  return {
    content: `<?xml version="1.0" encoding="utf-8"?>${String(builder.build([root]))}\n`,
    remarks: keys === 0 ? [] : ['QDC has no place for the keys of tags; CSV has.'],
  };
}

function asXml(text: string): string {
  return text.toWellFormed().replace(notXml, '');
}
