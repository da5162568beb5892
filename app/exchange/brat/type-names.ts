import { writePath } from '../../annotation/tag-paths.ts';
import { tagTree } from '../../annotation/tag-tree.ts';
import type { LinkTypeId, TagId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import { freeName } from '../free-name.ts';

/** The type of a highlight without a tag: brat knows none without a type. */
export const untagged = 'Annotation';
/** The type of a note that holds an id of this program, by which a second import finds what the first made. */
export const idNote = 'VariorumId';
/** What begins a line of `annotation.conf` that says which tag or type of links a name stands for. */
export const tagLine = '# tag: ';
export const relationLine = '# relation: ';

const longest = 40;

/** The names that brat allows for our tags and types of links, and the files that explain them. */
export interface TypeNames {
  readonly tags: ReadonlyMap<TagId, string>;
  readonly linkTypes: ReadonlyMap<LinkTypeId, string>;
  /** `annotation.conf`: what may be annotated; in comments the real names. */
  readonly configuration: string;
  /** `visual.conf`: the real names as labels. */
  readonly labels: string;
}

/**
 * Names types for brat, which allows ASCII letters, digits, `_` and `-`: a tag's own name where it has such letters, told
 * apart by numbers. The same records make the same names.
 */
export function typeNames(records: RecordSource): TypeNames {
  const taken = new Set([untagged.toLowerCase(), idNote.toLowerCase(), 'annotatornotes', 'equiv']);
  const tree = tagTree(records.list('tag'));
  const tags = new Map<TagId, string>();
  for (const { id, name } of tree.inOrder) tags.set(id, plainName(name, 'Tag', taken));
  const types = [...records.list('linkType')].sort((one, other) => (one.id < other.id ? -1 : 1));
  const linkTypes = new Map<LinkTypeId, string>();
  for (const { id, name } of types) linkTypes.set(id, plainName(name, 'Link', taken));
  const path = (id: TagId): string => writePath(tree.path(id).map(({ name }) => oneLine(name)));
  const configuration = [
    ...tree.inOrder.map(({ id }) => `${tagLine}${tags.get(id)} = ${path(id)}`),
    ...types.map(({ id, name }) => `${relationLine}${linkTypes.get(id)} = ${oneLine(name)}`),
    '',
    '[entities]',
    untagged,
    ...tree.inOrder.map(({ id }) => `${'\t'.repeat(tree.path(id).length - 1)}${tags.get(id)}`),
    '',
    '[relations]',
    ...types.map(({ id, symmetric }) => {
      const kind = symmetric ? ', <REL-TYPE>:symmetric' : '';
      return `${linkTypes.get(id)}\tArg1:<ENTITY>, Arg2:<ENTITY>${kind}`;
    }),
    '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
    '',
    '[events]',
    '',
    '[attributes]',
    '',
  ].join('\n');
  const labels = [
    '[labels]',
    ...tree.inOrder.map(({ id, name }) => `${tags.get(id)} | ${label(name)}`),
    ...types.map(({ id, name }) => `${linkTypes.get(id)} | ${label(name)}`),
    '',
    // brat complains of a file without this part.
    '[drawing]',
    '',
  ].join('\n');
  return { tags, linkTypes, configuration, labels };
}

/** A name in ASCII, which no other type has but for case. */
function plainName(name: string, fallback: string, taken: Set<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .slice(0, longest)
    .replace(/^[_-]+|[_-]+$/g, '');
  return freeName(plain || fallback, taken, '_');
}

function oneLine(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}

function label(name: string): string {
  return oneLine(name).replaceAll('|', '¦');
}
