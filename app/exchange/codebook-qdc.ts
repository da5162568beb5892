import { tagTree } from '../annotation/tag-tree.ts';
import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { tintOf } from './tag-colors.ts';
import { writeXml, type XmlPart } from './xml/write-xml.ts';

/** What a file holds, with what it could not hold, in sentences. */
export interface WrittenCodebook {
  readonly content: string;
  readonly remarks: readonly string[];
}

/**
 * The tags as a codebook of REFI-QDA 1.5 (QDC), valid after its Codebook.xsd. A tag's id is its guid: read again it is the
 * same tag. The colour is the tint's in `tints`. Keys are not part of the format and are left out. Throws RangeError
 * without tags: the format wants at least one.
 */
export function writeQdc(tags: readonly TagRecord[]): WrittenCodebook {
  if (tags.length === 0) throw new RangeError('A codebook file needs a tag.');
  const root: XmlPart = {
    name: 'CodeBook',
    attributes: { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Variorum' },
    content: [codesPart(tags)],
  };
  const keys = tags.filter(({ key }) => key !== null).length;
  return {
    content: `<?xml version="1.0" encoding="utf-8"?>\n${writeXml(root)}`,
    remarks: keys === 0 ? [] : ['QDC has no place for the keys of tags; CSV has.'],
  };
}

/** The element `Codes` of a codebook or a project, with at least one tag. */
export function codesPart(tags: readonly TagRecord[]): XmlPart {
  const tree = tagTree(tags);
  const codes = (parentId: TagId | null): readonly XmlPart[] =>
    tree.children(parentId).map(({ id, name, color, description }) => ({
      name: 'Code',
      attributes: { guid: id, name, isCodable: 'true', color: tintOf(color).hex },
      content: [
        ...(description === '' ? [] : [{ name: 'Description', content: description }]),
        ...codes(id),
      ],
    }));
  return { name: 'Codes', content: codes(null) };
}
