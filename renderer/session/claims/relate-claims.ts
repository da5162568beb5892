import { foldCase } from '../../../app/base/fold-case.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { addLinkType, linkTypeDraft } from '../../../app/link/link-types.ts';
import type { ClaimRecord, LinkTypeRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

/** How two claims can be related, in the order in which lists offer it; each from its start and its end (rule Q6). */
const relations = [
  { name: 'contradicts', inverseName: 'is contradicted by', symmetric: true },
  { name: 'narrows', inverseName: 'is narrowed by', symmetric: false },
  { name: 'updates', inverseName: 'is updated by', symmetric: false },
] as const;

/** A way to relate a claim to another: the relation's name as it reads from the claim. */
export interface RelationChoice {
  readonly words: string;
  /** The name of the type of link. */
  readonly name: string;
  /** Whether the link starts at the claim. */
  readonly starts: boolean;
}

/** Every way to relate a claim to another. */
export function relationChoices(types: readonly LinkTypeRecord[]): readonly RelationChoice[] {
  return relations.flatMap((relation): readonly RelationChoice[] => {
    const type = typeNamed(types, relation.name) ?? relation;
    const from = { words: type.name, name: relation.name, starts: true };
    if (type.symmetric) return [from];
    return [from, { words: type.inverseName, name: relation.name, starts: false }];
  });
}

/** Relates a claim to another; the type of link is made if the project has none of that name. One step for undo. */
export function relateClaims(
  session: Session,
  claim: ClaimRecord,
  choice: RelationChoice,
  other: ClaimRecord,
): void {
  const { store } = session;
  const types = store.records.list('linkType');
  const relation = relations.find(({ name }) => name === choice.name);
  if (relation === undefined) return;
  const known = typeNamed(types, relation.name);
  const made =
    known === undefined
      ? addLinkType(store.maker, types, { ...linkTypeDraft(null), ...relation })
      : null;
  if (made !== null && !made.ok) {
    session.say(made.error.message);
    return;
  }
  const type = known ?? made?.value.type;
  if (type === undefined) return;
  const ends = [claim, other].map(({ id }) => ({ kind: 'claim', id }) as const);
  const [from, to] = choice.starts ? ends : ends.toReversed();
  if (from === undefined || to === undefined) return;
  const linked = addLink(store.maker, store.records, from, to, type.id);
  if (!linked.ok) {
    session.say(linked.error.message);
    return;
  }
  const { diff } = linked.value;
  const added = [...(made?.value.diff.added ?? []), ...diff.added];
  store.commit(`Relate C${claim.number} to C${other.number}`, { ...diff, added });
  session.say(`C${claim.number} ${choice.words} C${other.number}.`);
}

/** The type of a name as rule L4 compares names. */
function typeNamed(types: readonly LinkTypeRecord[], wanted: string): LinkTypeRecord | undefined {
  return types.find(({ name }) => foldCase(name) === foldCase(wanted));
}
