import { newRecord, nextRecord } from '../../app/record/record-factory.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { SettingRecord } from '../../app/record/records.ts';
import type { Session } from './session.ts';

/** How something is shown, kept with the project under a name. */
export interface ViewSetting<View> {
  /** The project's choice; the default where there is none. The same object until it changes. */
  stored(records: RecordSource): View;
  /** Keeps a choice with the project; no step of undo, as nothing of the work changes. Throws where only reading is allowed. */
  store(session: Session, view: View): void;
}

/**
 * @param read makes a view of what a setting holds, whatever that is
 * @param changeName names the change in the journal
 */
export function viewSetting<View>(options: {
  readonly name: string;
  readonly changeName: string;
  readonly initial: View;
  readonly read: (value: unknown) => View;
}): ViewSetting<View> {
  const known = new WeakMap<SettingRecord, View>();
  const find = (records: RecordSource): SettingRecord | null =>
    records.list('setting').find(({ name }) => name === options.name) ?? null;
  return {
    stored(records) {
      const setting = find(records);
      if (setting === null) return options.initial;
      const view = known.get(setting) ?? options.read(setting.value);
      known.set(setting, view);
      return view;
    },
    store({ store }, view) {
      const setting = find(store.records);
      const none = { added: [], updated: [], removed: [] };
      const diff =
        setting === null
          ? {
              ...none,
              added: [newRecord(store.maker, 'setting', { name: options.name, value: view })],
            }
          : {
              ...none,
              updated: [[setting, nextRecord(store.maker, setting, { value: view })] as const],
            };
      store.commit(options.changeName, diff, { undoable: false });
    },
  };
}
