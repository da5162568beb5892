import { foldCase } from '../base/fold-case.ts';
import type { Maker } from '../base/maker.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import { type Diff, emptyDiff } from '../record/diff.ts';
import type { LinkTypeId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { LinkLine, LinkRecord, LinkTypeRecord, TagColor } from '../record/records.ts';
import { reversed } from './edit-links.ts';
import { type SettledLinks, settleLinks } from './settle-links.ts';

/** What an analyst says of a type of link. */
export interface LinkTypeDraft {
  readonly name: string;
  /** As it reads from the other end; not looked at if the type is symmetric. */
  readonly inverseName: string;
  readonly symmetric: boolean;
  readonly description: string;
  /** `null`: the colour of the interface. */
  readonly color: TagColor | null;
  readonly line: LinkLine;
}

/** The lines in the order in which lists offer them. */
export const linkLines: readonly LinkLine[] = ['solid', 'dashed', 'dotted', 'double'];

/** A draft that says what a type says; of none, an empty one. */
export function linkTypeDraft(type: LinkTypeRecord | null): LinkTypeDraft {
  return {
    name: type?.name ?? '',
    inverseName: type?.inverseName ?? '',
    symmetric: type?.symmetric ?? false,
    description: type?.description ?? '',
    color: type?.color ?? null,
    line: type?.line ?? 'solid',
  };
}

/** What is wrong with a draft (rule L4): no name, no inverse name, a name that another type has. `null`: nothing. */
function linkTypeFault(
  types: readonly LinkTypeRecord[],
  draft: LinkTypeDraft,
  own: LinkTypeId | null,
): string | null {
  const name = foldCase(draft.name);
  if (name === '') return 'A type needs a name, such as “repeats”.';
  if (!draft.symmetric && foldCase(draft.inverseName) === '') {
    return 'Say how it reads from the other end, such as “is repeated by”, or that it reads the same.';
  }
  const taken = types.find((type) => type.id !== own && foldCase(type.name) === name);
  return taken === undefined
    ? null
    : `There is a type “${taken.name}” already. Choose another name, or merge the two types.`;
}

/** Makes a type. Fails with `draft` and what is wrong with it. */
export function addLinkType(
  maker: Maker,
  types: readonly LinkTypeRecord[],
  draft: LinkTypeDraft,
): Result<{ readonly type: LinkTypeRecord; readonly diff: Diff }, 'draft'> {
  const fault = linkTypeFault(types, draft, null);
  if (fault !== null) return failure('draft', fault);
  const type = newRecord(maker, 'linkType', fieldsOf(draft));
  return success({ type, diff: { added: [type], updated: [], removed: [] } });
}

/**
 * Changes what a type says; the same is no change. If it reads the same from both ends from now on, links that then say one
 * thing twice become one (rule L3). Fails with `draft`. Cost: the links of the type, if it becomes symmetric.
 */
export function editLinkType(
  maker: Maker,
  source: RecordSource,
  type: LinkTypeRecord,
  draft: LinkTypeDraft,
): Result<SettledLinks, 'draft'> {
  const fault = linkTypeFault(source.list('linkType'), draft, type.id);
  if (fault !== null) return failure('draft', fault);
  const fields = fieldsOf(draft);
  const isSame = JSON.stringify(fieldsOf(linkTypeDraft(type))) === JSON.stringify(fields);
  if (isSame) return success({ diff: emptyDiff, changed: 0, merged: 0 });
  const { description: _text, color: _color, line: _line, ...bare } = type;
  const next = nextRecord<LinkTypeRecord>(maker, bare, fields);
  const settled =
    draft.symmetric && !type.symmetric
      ? settleLinks(
          maker,
          source,
          linksOfType(source, type.id).map((link) => [link, link] as const),
          (id) => id === type.id || source.get('linkType', id)?.symmetric === true,
        )
      : { diff: emptyDiff, changed: 0, merged: 0 };
  const { diff } = settled;
  return success({ ...settled, diff: { ...diff, updated: [[type, next], ...diff.updated] } });
}

/** What becomes of the links of types that are removed: gone with them, or of another type, maybe turned round. */
export type LinksOfRemoved =
  | { readonly kind: 'remove' }
  | { readonly kind: 'move'; readonly to: LinkTypeId; readonly reverse: boolean };

/**
 * Removes types (rule L5). Their links go with them or become links of another type, which must not be among them; merging
 * types is this. One diff. Cost: all links.
 */
export function removeLinkTypes(
  maker: Maker,
  source: RecordSource,
  types: readonly LinkTypeRecord[],
  fate: LinksOfRemoved,
): SettledLinks {
  const ids = new Set<LinkTypeId>(types.map(({ id }) => id));
  if (fate.kind === 'move' && ids.has(fate.to)) throw new RangeError('The type is removed itself.');
  const links = source.list('link').filter(({ typeId }) => ids.has(typeId));
  if (fate.kind === 'remove') {
    return {
      diff: { added: [], updated: [], removed: [...links, ...types] },
      changed: 0,
      merged: 0,
    };
  }
  const isSymmetric = (id: LinkTypeId): boolean => source.get('linkType', id)?.symmetric === true;
  const turns = fate.reverse && !isSymmetric(fate.to);
  const wishes = links.map((link) => {
    const typed = { ...link, typeId: fate.to };
    return [link, turns ? reversed(typed) : typed] as const;
  });
  const settled = settleLinks(maker, source, wishes, isSymmetric);
  const removed = [...settled.diff.removed, ...types];
  return { ...settled, diff: { ...settled.diff, removed } };
}

/** The links of a type. Cost: all links. */
function linksOfType(source: RecordSource, typeId: LinkTypeId): readonly LinkRecord[] {
  return source.list('link').filter((link) => link.typeId === typeId);
}

function fieldsOf(draft: LinkTypeDraft) {
  const name = tidy(draft.name);
  const description = draft.description.trim();
  return {
    name,
    inverseName: draft.symmetric ? name : tidy(draft.inverseName),
    symmetric: draft.symmetric,
    ...(description !== '' && { description }),
    ...(draft.color !== null && { color: draft.color }),
    ...(draft.line !== 'solid' && { line: draft.line }),
  };
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
