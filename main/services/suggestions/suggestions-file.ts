import type { JournalEnd } from '../catalogue/catalogue-messages.ts';
import { quickCheck } from '../catalogue/check-integrity.ts';
import {
  DerivedFile,
  makeDerived,
  type OpenedFile,
  openDerived,
} from '../catalogue/derived-file.ts';
import type { SuggestionSources } from './suggestion-messages.ts';
import { makeSuggestionTables, suggestionsVersion } from './suggestions-database.ts';

const tables = { version: suggestionsVersion, make: makeSuggestionTables, check: quickCheck };

/** The file of suggestions while it is open to be written. Throws what SQLite and the system throw. */
export class SuggestionsFile extends DerivedFile {
  private constructor(opened: OpenedFile) {
    super(opened);
  }

  /** Opens the file and proves it. `null`: it is whole, but not of this project and version. */
  static open(sources: SuggestionSources): SuggestionsFile | null {
    return openDerived(tables, sources, (opened) => new SuggestionsFile(opened));
  }

  /** An empty one in place of what is there. */
  static make(sources: SuggestionSources): SuggestionsFile {
    return makeDerived(tables, sources, (opened) => new SuggestionsFile(opened));
  }

  /** Within a transaction. Also says whose the tables are: they are complete at any time, whatever is still looked for. */
  override writeEnd(end: JournalEnd): void {
    this.writeOwner();
    super.writeEnd(end);
  }
}
