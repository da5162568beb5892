import { newRecord, nextRecord } from '../../app/record/record-factory.ts';
import type { SettingRecord } from '../../app/record/records.ts';
import type { Session } from './session.ts';

const name = 'letter-keys';

/** Whether single letters act in a reader. On unless the analyst switched them off (speech input, screen readers). */
export function letterKeysOn(session: Session): boolean {
  return setting(session)?.value !== false;
}

export function toggleLetterKeys(session: Session): void {
  const { store } = session;
  const present = setting(session);
  const value = !letterKeysOn(session);
  const diff =
    present === null
      ? { added: [newRecord(store.maker, 'setting', { name, value })], updated: [], removed: [] }
      : {
          added: [],
          updated: [[present, nextRecord(store.maker, present, { value })] as const],
          removed: [],
        };
  store.commit(value ? 'Switch letter keys on' : 'Switch letter keys off', diff);
  session.say(value ? 'Single-letter keys are on.' : 'Single-letter keys are off.');
}

function setting(session: Session): SettingRecord | null {
  return session.store.records.list('setting').find((record) => record.name === name) ?? null;
}
