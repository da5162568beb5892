import type { CheckItem } from '../../../app/brief/check/check-item.ts';
import type { BriefId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { SettingRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

const none: ReadonlySet<string> = new Set();
const known = new WeakMap<SettingRecord, ReadonlySet<string>>();

/** The name of the setting that holds what is ignored in a brief. */
function nameOf(briefId: BriefId): string {
  return `ignored-checks ${briefId}`;
}

function settingOf(records: RecordSource, briefId: BriefId): SettingRecord | null {
  const name = nameOf(briefId);
  return records.list('setting').find((setting) => setting.name === name) ?? null;
}

/** The keys of what the analyst wants not to be told of in a brief (rule Y19). The same set until it changes. */
export function ignoredChecks(records: RecordSource, briefId: BriefId): ReadonlySet<string> {
  const setting = settingOf(records, briefId);
  if (setting === null) return none;
  const keys =
    known.get(setting) ??
    new Set(
      Array.isArray(setting.value) ? setting.value.filter((key) => typeof key === 'string') : [],
    );
  known.set(setting, keys);
  return keys;
}

/** Ignores a finding, for as long as the words that it is about are the same; it is listed among what is ignored. */
export function ignoreCheck(session: Session, briefId: BriefId, item: CheckItem): void {
  const { store } = session;
  const keys = new Set(ignoredChecks(store.records, briefId)).add(item.key);
  storeKeys(session, briefId, [...keys], 'Ignore a finding of the check');
  session.say('Ignored here. It is kept below, under what is ignored.');
}

/** Tells of a finding again that was ignored; the others stay so. */
export function bringBackCheck(session: Session, briefId: BriefId, item: CheckItem): void {
  const keys = [...ignoredChecks(session.store.records, briefId)].filter((key) => key !== item.key);
  storeKeys(session, briefId, keys, 'Bring back an ignored finding of the check');
  session.say('Brought back. It is listed again.');
}

/** Tells of everything again. */
export function bringAllBack(session: Session, briefId: BriefId): void {
  storeKeys(session, briefId, [], 'Bring back all ignored findings of the check');
  session.say(
    'All brought back: nothing is ignored in this brief any more. Undo ignores it again.',
  );
}

function storeKeys(
  { store }: Session,
  briefId: BriefId,
  value: readonly string[],
  changeName: string,
): void {
  const setting = settingOf(store.records, briefId);
  store.commit(
    changeName,
    setting === null
      ? {
          added: [newRecord(store.maker, 'setting', { name: nameOf(briefId), value })],
          updated: [],
          removed: [],
        }
      : {
          added: [],
          updated: [[setting, nextRecord(store.maker, setting, { value })]],
          removed: [],
        },
  );
}
