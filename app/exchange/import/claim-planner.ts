import { readPublished } from '../../article/read-published.ts';
import { derivedId, readUuid } from '../../base/derived-id.ts';
import { claimsMade } from '../../record/counters.ts';
import type { ClaimId, EvidenceId, SettingId } from '../../record/ids.ts';
import { newRecord, nextRecord } from '../../record/record-factory.ts';
import type { ClaimRecord, EvidenceRecord } from '../../record/records.ts';
import type { ClaimDraft, EvidenceDraft, LinkDraft } from '../import-draft.ts';
import type { AnnotationPlanner } from './annotation-planner.ts';
import type { PlannerParts } from './import-planner.ts';
import { KnownIds } from './known-ids.ts';
import { LinkPlanner } from './link-planner.ts';
import { instantOf, madeBy } from './made-by.ts';
import { soundDate } from './sound-metadata.ts';
import type { SpeakerBook } from './speaker-book.ts';
import type { TagBook } from './tag-book.ts';

/** Makes claims as they come, and at the end what hangs on them: evidence and links. */
export class ClaimPlanner {
  readonly #parts: PlannerParts;
  readonly #tags: TagBook;
  readonly #speakers: SpeakerBook;
  readonly #annotations: AnnotationPlanner;
  readonly #links: LinkPlanner;
  readonly #byKey = new Map<string, ClaimId>();
  readonly #known: KnownIds;
  readonly #made = new Map<ClaimId, { readonly record: ClaimRecord; readonly draft: ClaimDraft }>();
  /** What came before one of its ends. */
  readonly #evidence: EvidenceDraft[] = [];
  readonly #filed = new Set<string>();
  readonly #madeEvidence = new Set<EvidenceId>();
  readonly #numbers = new Set<number>();
  readonly #numberedBefore: number;
  #numbered: number;

  constructor(
    parts: PlannerParts,
    tags: TagBook,
    speakers: SpeakerBook,
    annotations: AnnotationPlanner,
  ) {
    this.#parts = parts;
    this.#known = new KnownIds(parts.records, 'claim');
    this.#tags = tags;
    this.#speakers = speakers;
    this.#annotations = annotations;
    this.#links = new LinkPlanner(parts, ({ kind, key }) =>
      kind === 'claim' ? this.ofKey(key) : annotations.ofKey(key),
    );
    const { records } = parts;
    const counter = records.list('setting').find(({ name }) => name === claimsMade)?.value;
    const made = typeof counter === 'number' ? counter : 0;
    this.#numberedBefore = records
      .list('claim')
      .reduce((most, { number }) => Math.max(most, number), made);
    this.#numbered = this.#numberedBefore;
  }

  takeClaim(draft: ClaimDraft): void {
    const { maker, records, report, sink, ids } = this.#parts;
    const wording = draft.wording.trim();
    if (wording === '') {
      report.refuse(draft.where, 'A claim without words says nothing.');
      return;
    }
    const made = madeBy(this.#parts, draft, draft.where);
    const wished = readUuid(draft.key);
    const id =
      wished !== null && (records.get('claim', wished) !== null || ids.give(wished, 'claim'))
        ? (wished as ClaimId)
        : derivedId<ClaimId>(['claim', draft.key, wording], instantOf(draft.createdAt));
    this.#byKey.set(draft.key, id);
    if (records.get('claim', id) !== null || this.#made.has(id)) {
      report.know('claim');
      return;
    }
    const record: ClaimRecord = { ...newRecord(maker, 'claim', this.#fields(draft)), ...made, id };
    const fault = sink.faultOf(record);
    if (fault !== null) {
      this.#byKey.delete(draft.key);
      report.refuse(draft.where, fault);
      return;
    }
    this.#made.set(id, { record: { ...record, number: this.#nextNumber(draft.number) }, draft });
    report.carry('claim');
  }

  /** Made at once if both ends have come, so that a hundred thousand are never held. */
  takeEvidence(draft: EvidenceDraft): void {
    if (this.#hasCome(draft)) this.#makeEvidence(draft);
    else this.#evidence.push(draft);
  }

  #hasCome({ claimKey, annotationKey }: EvidenceDraft): boolean {
    return this.ofKey(claimKey) !== null && this.#annotations.ofKey(annotationKey) !== null;
  }

  takeLink(draft: LinkDraft): void {
    this.#links.take(draft);
  }

  finish(): void {
    const { sink } = this.#parts;
    for (const { record, draft } of this.#made.values()) {
      const parentId = draft.parentKey ? this.ofKey(draft.parentKey) : null;
      sink.add(parentId === null || parentId === record.id ? record : { ...record, parentId });
    }
    this.#countClaims();
    this.#finishEvidence();
    this.#links.finish();
  }

  /** The claim of a key: of this file, or of the project by its id; `null`: there is none. */
  ofKey(key: string): ClaimId | null {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const id = readUuid(key);
    return id !== null && this.#known.has(id) ? (id as ClaimId) : null;
  }

  #fields(
    draft: ClaimDraft,
  ): Omit<ClaimRecord, keyof ReturnType<typeof madeBy> | 'id' | 'kind' | 'rev'> {
    const { speaker, questions, importance, place } = draft;
    const until = this.#date(draft, draft.saidUntil);
    const named = speaker && 'name' in speaker ? speaker.name.trim() : null;
    const known = speaker && 'key' in speaker ? this.#speakers.ofKey(speaker.key) : null;
    return {
      number: 1,
      wording: draft.wording.trim(),
      speaker: known?.name ?? (named === '' ? null : named),
      ...(known === null ? {} : { speakerId: known.id }),
      saidOn: this.#date(draft, draft.saidOn),
      ...(until === null ? {} : { saidUntil: until }),
      ...(place ? { place } : {}),
      ...(importance ? { importance } : {}),
      ...(questions === undefined || questions.length === 0 ? {} : { questions }),
      status: draft.status ?? 'open',
      confidence: draft.confidence ?? null,
      tagIds: [...new Set((draft.tags ?? []).flatMap((ref) => this.#tags.resolve(ref) ?? []))],
      note: draft.note ?? null,
    };
  }

  /** One that is no date costs the claim nothing else. */
  #date({ where }: ClaimDraft, written: string | null | undefined): string | null {
    if (!written?.trim()) return null;
    const date = soundDate(written) ?? readPublished(written);
    if (date === null) {
      this.#parts.report.lose(
        'Dates of claims that could not be read',
        'They were left out. Write them as 2031-05-12.',
        `${where}: ${written}`,
      );
    }
    return date;
  }

  #nextNumber(wished: number | undefined): number {
    const mayHave =
      wished !== undefined &&
      Number.isSafeInteger(wished) &&
      wished > this.#numberedBefore &&
      wished < 1_000_000 &&
      !this.#numbers.has(wished);
    const number = mayHave ? wished : this.#numbered + 1;
    this.#numbers.add(number);
    this.#numbered = Math.max(this.#numbered, number);
    return number;
  }

  /** Rule D6: their numbers are never given again. */
  #countClaims(): void {
    const { maker, records, sink } = this.#parts;
    if (this.#made.size === 0) return;
    const counter = records.list('setting').find(({ name }) => name === claimsMade);
    const value = this.#numbered;
    if (counter !== undefined) sink.update(counter, nextRecord(maker, counter, { value }));
    else {
      const made = newRecord(maker, 'setting', { name: claimsMade, value });
      sink.add({ ...made, id: derivedId<SettingId>(['setting', claimsMade], null) });
    }
  }

  #finishEvidence(): void {
    for (const draft of this.#evidence) this.#makeEvidence(draft);
  }

  #makeEvidence(draft: EvidenceDraft): void {
    const { maker, records, report, sink, ids } = this.#parts;
    const claimId = this.ofKey(draft.claimKey);
    const annotationId = this.#annotations.ofKey(draft.annotationKey);
    if (claimId === null || annotationId === null) {
      const what = claimId === null ? 'claim' : 'annotation';
      report.refuse(draft.where, `Its ${what} is not in the project and did not come with it.`);
      return;
    }
    const pair = `${claimId} ${annotationId}`;
    const isThere = records.evidenceFor(annotationId).some((one) => one.claimId === claimId);
    if (isThere || this.#filed.has(pair)) {
      report.know('evidence');
      return;
    }
    this.#filed.add(pair);
    const made = madeBy(this.#parts, draft, draft.where);
    const wished = readUuid(draft.key);
    const isFree =
      wished !== null &&
      ids.give(wished, 'evidence') &&
      !this.#madeEvidence.has(wished as EvidenceId);
    const id = isFree ? (wished as EvidenceId) : derivedId<EvidenceId>(['evidence', pair], null);
    this.#madeEvidence.add(id);
    const fields = { claimId, annotationId, stance: draft.stance };
    const record: EvidenceRecord = { ...newRecord(maker, 'evidence', fields), ...made, id };
    sink.add(record);
    report.carry('evidence');
  }
}
