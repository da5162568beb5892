import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectRecord, RecordKind } from '../../../app/record/records.ts';
import { recordKinds } from '../../../app/record/records.ts';
import { writeAll } from '../files/write-all.ts';
import type { ImportStep } from './exchange-tasks.ts';

const linesAtATime = 1_000;

/** Lines of one file, written some at a time. */
class Lines {
  readonly path: string;
  readonly #file: number;
  #waiting: string[] = [];

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  add(value: unknown): void {
    this.#waiting.push(`${JSON.stringify(value)}\n`);
    if (this.#waiting.length >= linesAtATime) this.#write();
  }

  close(): void {
    this.#write();
    closeSync(this.#file);
  }

  #write(): void {
    writeAll(this.#file, Buffer.from(this.#waiting.join(''), 'utf8'));
    this.#waiting = [];
  }
}

/** What an import makes, in files beside the project: it may be a hundred thousand records, and may still be given up. */
export class ImportSpool {
  readonly #folder: string;
  readonly #added = new Map<RecordKind, Lines>();
  #updated: Lines | null = null;
  #originals = 0;

  /** @param folder is empty; whoever made it removes it */
  constructor(folder: string) {
    this.#folder = folder;
  }

  add(record: ProjectRecord): void {
    let lines = this.#added.get(record.kind);
    if (lines === undefined) {
      lines = new Lines(join(this.#folder, `added-${record.kind}.jsonl`));
      this.#added.set(record.kind, lines);
    }
    lines.add(record);
  }

  update(before: ProjectRecord, after: ProjectRecord): void {
    this.#updated ??= new Lines(join(this.#folder, 'updated.jsonl'));
    this.#updated.add([before, after]);
  }

  /** Keeps the bytes of an original. Answers where. */
  keepOriginal(bytes: Uint8Array): string {
    this.#originals += 1;
    const path = join(this.#folder, `original-${this.#originals}`);
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 });
    return path;
  }

  /**
   * The files, in the order in which records may refer to others. What changes comes right before the annotations: it refers
   * to tags at most, and has the counters, which the window numbers on from.
   */
  close(): readonly ImportStep[] {
    const steps: ImportStep[] = [];
    for (const kind of recordKinds) {
      if (kind === 'annotation' && this.#updated !== null) {
        this.#updated.close();
        steps.push({ kind: 'updated', path: this.#updated.path });
      }
      const lines = this.#added.get(kind);
      lines?.close();
      if (lines !== undefined) steps.push({ kind: 'added', path: lines.path });
    }
    return steps;
  }
}
