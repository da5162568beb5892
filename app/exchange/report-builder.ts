import type {
  CarriedCounts,
  CarriedKind,
  ExchangeReport,
  LostField,
  RefusedPart,
} from './exchange-report.ts';

const mostExamples = 5;
const mostRefused = 1_000;
const longestExample = 200;

interface Loss {
  readonly what: string;
  readonly why: string;
  count: number;
  readonly examples: string[];
}

/** Takes what became of each thing as it is done. Bounded, however much is told: counts go on, examples stop. */
export class ReportBuilder {
  readonly #carried = new Map<CarriedKind, number>();
  readonly #known = new Map<CarriedKind, number>();
  readonly #lost = new Map<string, Loss>();
  readonly #refused: RefusedPart[] = [];
  readonly #remarks = new Set<string>();
  #refusedCount = 0;

  /** So many went or came. */
  carry(kind: CarriedKind, count = 1): void {
    if (count > 0) this.#carried.set(kind, (this.#carried.get(kind) ?? 0) + count);
  }

  /** So many are in the project already. */
  know(kind: CarriedKind, count = 1): void {
    if (count > 0) this.#known.set(kind, (this.#known.get(kind) ?? 0) + count);
  }

  /**
   * Something could not be carried. The same `what` and `why` are counted together, so neither names the one case.
   *
   * @param what as a list has it: "The colour of a highlight"
   * @param why a sentence
   * @param example where: "3:10", "row 12"
   */
  lose(what: string, why: string, example: string | null = null, count = 1): void {
    if (count <= 0) return;
    const key = `${what}\n${why}`;
    const loss = this.#lost.get(key) ?? { what, why, count: 0, examples: [] };
    this.#lost.set(key, loss);
    loss.count += count;
    if (example !== null && loss.examples.length < mostExamples) loss.examples.push(cut(example));
  }

  /** A part of the file was not taken. */
  refuse(where: string, reason: string): void {
    this.#refusedCount += 1;
    if (this.#refused.length < mostRefused) this.#refused.push({ where: cut(where), reason });
  }

  /** Something to know, in a sentence; the same one is told once. */
  remark(sentence: string): void {
    this.#remarks.add(sentence);
  }

  report(): ExchangeReport {
    return {
      carried: counts(this.#carried),
      known: counts(this.#known),
      lost: [...this.#lost.values()].map((loss): LostField => ({ ...loss })),
      refused: [...this.#refused],
      refusedCount: this.#refusedCount,
      remarks: [...this.#remarks],
    };
  }
}

function counts(map: ReadonlyMap<CarriedKind, number>): CarriedCounts {
  return Object.fromEntries(map);
}

function cut(text: string): string {
  return text.length <= longestExample ? text : `${text.slice(0, longestExample - 1)}…`;
}
