import type { ImportContext } from '../exchange-format.ts';
import type { ClaimDraft, SpeakerDraft } from '../import-draft.ts';
import { claimNumberIn, confidenceIn, importanceIn, statusIn } from './claim-cells.ts';
import {
  type ClaimColumn,
  type ClaimFact,
  claimColumns,
  claimFacts,
  claimOrigin,
} from './claim-columns.ts';
import { firstWords, type NamedRow } from './named-rows.ts';
import { noteOf } from './note-words.ts';
import { readQuestions } from './question-list.ts';
import { idIn } from './row-passage.ts';
import { timeIn } from './row-time.ts';
import { readTagList } from './tag-list.ts';

const factColumns = (Object.keys({ ...claimFacts, ...claimOrigin }) as ClaimFact[]).filter(
  (column) => !['claim', 'wording', 'id', 'silent'].includes(column),
);

/** What the first rows of claims say in the columns of facts, by the keys of the claims. Kept for one import. */
export type FirstFacts = Map<string, readonly string[]>;

/** Reads what rows say of their claims, and tells what they say in vain. */
export class ClaimFacts {
  readonly #isOurs: boolean;
  readonly #isPercent: boolean;
  readonly #report: ImportContext['report'];
  readonly #first: FirstFacts;

  /**
   * @param isPercent whether the table counts confidence of 100
   * @param first of the tables of the same file that were read before
   */
  constructor(
    isOurs: boolean,
    isPercent: boolean,
    first: FirstFacts,
    report: ImportContext['report'],
  ) {
    this.#first = first;
    this.#isOurs = isOurs;
    this.#isPercent = isPercent;
    this.#report = report;
  }

  /** The claim of its first row, without what it is a part of, and its speaker where the row has the id of one. */
  first(
    { where, cell }: NamedRow<ClaimColumn>,
    key: string,
  ): { readonly draft: ClaimDraft; readonly speaker: SpeakerDraft | null } {
    this.#first.set(
      key,
      factColumns.map((column) => cell(column).trim()),
    );
    const name = cell('speaker').trim();
    const speakerId = name === '' ? null : idIn(cell('speakerId'));
    const isGroup = /organi[sz]ation|institution|company|group/i.test(cell('speakerNature'));
    const [status, importance] = [statusIn(cell('status')), importanceIn(cell('importance'))];
    const confidence = confidenceIn(cell('confidence'), this.#isPercent);
    if (status === undefined) this.#lose('status', 'The claims are open.', where, cell);
    if (importance === undefined) this.#lose('importance', 'It was left out.', where, cell);
    if (confidence === undefined) this.#lose('confidence', 'It was left out.', where, cell);
    if (idIn(cell('id')) === null && cell('id').trim() !== '') {
      this.#lose('id', 'Claims are known again by number and wording.', where, cell);
    }
    const number = claimNumberIn(cell('claim'));
    const [isOurs, text] = [this.#isOurs, cell('wording').trim()];
    return {
      speaker:
        speakerId === null
          ? null
          : {
              kind: 'speaker',
              key: speakerId,
              name,
              nature: isGroup ? 'organisation' : 'person',
            },
      draft: {
        kind: 'claim',
        key,
        where: `${where}: “${firstWords(text)}”`,
        wording: text,
        speaker: speakerId !== null ? { key: speakerId } : name === '' ? null : { name },
        saidOn: cell('saidOn').trim() || null,
        saidUntil: cell('saidUntil').trim() || null,
        place: cell('place').trim() || null,
        status: status ?? 'open',
        confidence: confidence ?? null,
        importance: importance ?? null,
        tags: readTagList(cell('tags'), isOurs ? ';' : ';,|\n').map((path) => ({ path })),
        questions: readQuestions(cell('questions'), isOurs),
        note: noteOf(cell('note')),
        author: cell('author').trim() || null,
        createdAt: timeIn(cell('created')),
        ...(number === null ? {} : { number }),
      },
    };
  }

  /** Tells what a further row of a claim says otherwise than its first one. */
  tellFurther({ where, cell }: NamedRow<ClaimColumn>, key: string): void {
    const first = this.#first.get(key);
    for (const [index, column] of factColumns.entries()) {
      const said = cell(column).trim();
      if (said === '' || said === (first?.[index] ?? '')) continue;
      const why = 'A claim has its facts from its first row; this one says something else.';
      this.#report.lose(
        `Cells of “${claimColumns[column]}” in further rows of a claim`,
        why,
        `${where}: ${said}`,
      );
    }
  }

  #lose(
    column: ClaimColumn,
    instead: string,
    where: string,
    cell: NamedRow<ClaimColumn>['cell'],
  ): void {
    this.#report.lose(
      `Cells of “${claimColumns[column]}” that could not be read`,
      instead,
      `${where}: ${cell(column).trim()}`,
    );
  }
}
