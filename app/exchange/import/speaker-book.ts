import { derivedId, readUuid } from '../../base/derived-id.ts';
import { foldName } from '../../base/fold-name.ts';
import type { SpeakerId } from '../../record/ids.ts';
import { newRecord } from '../../record/record-factory.ts';
import type { SpeakerRecord } from '../../record/records.ts';
import { draftDescription } from '../draft-text.ts';
import type { SpeakerDraft } from '../import-draft.ts';
import type { PlannerParts } from './import-planner.ts';
import { cutName } from './sound-metadata.ts';

/** The speakers of an import: one of the same id, name or alias is the same. */
export class SpeakerBook {
  readonly #parts: PlannerParts;
  readonly #byKey = new Map<string, SpeakerId>();
  readonly #names = new Map<SpeakerId, string>();
  readonly #byName = new Map<string, SpeakerId>();
  readonly #made: SpeakerRecord[] = [];

  constructor(parts: PlannerParts) {
    this.#parts = parts;
    for (const { id, name, aliases } of parts.records.list('speaker')) {
      this.#names.set(id, name);
      for (const one of [name, ...aliases]) {
        if (!this.#byName.has(foldName(one))) this.#byName.set(foldName(one), id);
      }
    }
  }

  take(draft: SpeakerDraft): void {
    const { maker, records, report, ids } = this.#parts;
    const name = cutName(draft.name.trim());
    if (name === '') return;
    const wished = readUuid(draft.key);
    const same =
      (wished !== null && records.get('speaker', wished)?.id) || this.#byName.get(foldName(name));
    if (same) {
      this.#byKey.set(draft.key, same);
      report.know('speaker');
      return;
    }
    const isFree = wished !== null && ids.give(wished, 'speaker');
    const id = isFree ? (wished as SpeakerId) : derivedId<SpeakerId>(['speaker', name], null);
    const aliases = [...new Set((draft.aliases ?? []).map(cutName))].filter((one) => one !== name);
    const { nature = 'person' } = draft;
    const description = draftDescription(draft.description ?? '');
    this.#made.push({ ...newRecord(maker, 'speaker', { name, nature, aliases, description }), id });
    this.#byKey.set(draft.key, id);
    this.#names.set(id, name);
    this.#byName.set(foldName(name), id);
    report.carry('speaker');
  }

  /** The speaker of a key, with the name that claims carry beside its id (`speakerOf`); `null`: the file has none. */
  ofKey(key: string): { readonly id: SpeakerId; readonly name: string } | null {
    const id = this.#byKey.get(key);
    const name = id === undefined ? undefined : this.#names.get(id);
    return id === undefined || name === undefined ? null : { id, name };
  }

  finish(): void {
    for (const speaker of this.#made) this.#parts.sink.add(speaker);
  }
}
