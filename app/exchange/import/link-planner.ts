import { derivedId, readUuid } from '../../base/derived-id.ts';
import { foldCase } from '../../base/fold-case.ts';
import type { AnnotationId, ClaimId, LinkId, LinkTypeId } from '../../record/ids.ts';
import { newRecord } from '../../record/record-factory.ts';
import type { LinkEnd, LinkRecord, LinkTypeRecord } from '../../record/records.ts';
import { draftDescription, draftName } from '../draft-text.ts';
import type { DraftLinkEnd, DraftLinkType, LinkDraft } from '../import-draft.ts';
import type { PlannerParts } from './import-planner.ts';
import { madeBy } from './made-by.ts';

/** Makes links, and the types that they need, as soon as what they join is known. */
export class LinkPlanner {
  readonly #parts: PlannerParts;
  readonly #endOf: (end: DraftLinkEnd) => AnnotationId | ClaimId | null;
  /** What came before one of its ends. */
  readonly #links: LinkDraft[] = [];
  readonly #made = new Set<string>();
  #isFilled = false;
  readonly #typesByName = new Map<string, LinkTypeRecord>();
  readonly #typesById = new Map<string, LinkTypeRecord>();
  readonly #linked = new Set<string>();

  /** @param endOf the record that an end names; `null`: there is none */
  constructor(parts: PlannerParts, endOf: (end: DraftLinkEnd) => AnnotationId | ClaimId | null) {
    this.#parts = parts;
    this.#endOf = endOf;
  }

  /** Made at once if both ends have come, so that a hundred thousand are never held. */
  take(draft: LinkDraft): void {
    if (this.#endOf(draft.from) !== null && this.#endOf(draft.to) !== null) this.#make(draft);
    else this.#links.push(draft);
  }

  finish(): void {
    for (const draft of this.#links) this.#make(draft);
  }

  /** What the project has, looked at when the first link comes. */
  #fill(): void {
    if (this.#isFilled) return;
    this.#isFilled = true;
    const { records } = this.#parts;
    for (const type of records.list('linkType')) this.#noteType(type);
    for (const { typeId, from, to } of records.list('link')) this.#noteLink(typeId, from, to.id);
  }

  #make(draft: LinkDraft): void {
    const { maker, ids, report, sink } = this.#parts;
    this.#fill();
    const from = this.#endOf(draft.from);
    const to = this.#endOf(draft.to);
    if (from === null || to === null) {
      report.refuse(draft.where, 'One of its ends is not in the project and did not come with it.');
      return;
    }
    if (from === to) {
      report.refuse(draft.where, 'It links something with itself.');
      return;
    }
    if (draft.type.name.trim() === '') {
      report.refuse(draft.where, 'It does not say what it means.');
      return;
    }
    const type = this.#typeOf(draft.type);
    if (this.#isLinked(type, from, to)) {
      report.know('link');
      return;
    }
    const made = madeBy(this.#parts, draft, draft.where);
    const wished = readUuid(draft.key);
    const isFree = wished !== null && ids.give(wished, 'link') && !this.#made.has(wished);
    const note = draft.note?.trim() ?? '';
    const record: LinkRecord = {
      ...newRecord(maker, 'link', {
        typeId: type.id,
        from,
        ...(draft.from.kind === 'claim' ? { fromKind: 'claim' } : {}),
        to: { kind: draft.to.kind, id: to } as LinkEnd,
        ...(note === '' ? {} : { note }),
      }),
      ...made,
      id: isFree ? (wished as LinkId) : derivedId<LinkId>(['link', type.id, from, to], null),
    };
    const fault = sink.faultOf(record);
    if (fault !== null) {
      report.refuse(draft.where, fault);
      return;
    }
    this.#made.add(record.id);
    this.#noteLink(type.id, from, to);
    sink.add(record);
    report.carry('link');
  }

  #typeOf(draft: DraftLinkType): LinkTypeRecord {
    const id = draft.key === undefined ? null : readUuid(draft.key);
    const known =
      (id === null ? undefined : this.#typesById.get(id)) ??
      this.#typesByName.get(foldCase(draftName(draft.name)));
    if (known !== undefined) return known;
    const { maker, ids, sink } = this.#parts;
    const name = draftName(draft.name);
    const inverseName = draftName(draft.inverseName ?? name);
    const description = draftDescription(draft.description ?? '');
    const { symmetric = false, color, line } = draft;
    const isFree = id !== null && ids.give(id, 'linkType');
    const type: LinkTypeRecord = {
      ...newRecord(maker, 'linkType', {
        name,
        inverseName,
        symmetric,
        ...(description ? { description } : {}),
        ...(color === undefined ? {} : { color }),
        ...(line === undefined ? {} : { line }),
      }),
      id: isFree ? (id as LinkTypeId) : derivedId<LinkTypeId>(['linkType', foldCase(name)], null),
    };
    this.#noteType(type);
    sink.add(type);
    return type;
  }

  #noteType(type: LinkTypeRecord): void {
    this.#typesById.set(type.id, type);
    const name = foldCase(type.name);
    if (!this.#typesByName.has(name)) this.#typesByName.set(name, type);
  }

  #noteLink(typeId: LinkTypeId, from: string, to: string): void {
    this.#linked.add(`${typeId} ${from} ${to}`);
  }

  #isLinked(type: LinkTypeRecord, from: string, to: string): boolean {
    return (
      this.#linked.has(`${type.id} ${from} ${to}`) ||
      (type.symmetric && this.#linked.has(`${type.id} ${to} ${from}`))
    );
  }
}
