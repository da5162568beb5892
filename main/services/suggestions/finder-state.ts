import type { SuggestionsState } from '../../../app/host/suggestions.ts';
import type { RebuildReason } from '../catalogue/catalogue-messages.ts';
import type { Followed, FollowedCount } from './followed-articles.ts';

const noticed: Readonly<Record<RebuildReason, string>> = {
  damaged:
    'What was kept of suggestions was damaged and was looked for anew. Nothing of yours is in it.',
  strange:
    'What was kept of suggestions was of another state of the project and was looked for anew.',
};

/** How far the thread that looks for suggestions is, as it is told. */
export class FinderState {
  #count: FollowedCount = { all: 0, compared: 0, read: 0, failed: 0, missing: 0 };
  /** Articles that are being compared, all together, as far as that is. */
  #comparing = 0;
  #version = 0;
  #found = 0;
  #noticed: string | null = null;
  #failed: string | null = null;

  get hasFailed(): boolean {
    return this.#failed !== null;
  }

  /** @param sentence for people; `null`: it works again */
  fail(sentence: string | null): void {
    this.#failed = sentence;
  }

  /** All is looked for anew, and people may want to know why. */
  notice(reason: RebuildReason): void {
    this.#noticed = noticed[reason];
  }

  count(count: FollowedCount, comparing: number): void {
    this.#count = count;
    this.#comparing = comparing;
  }

  /** Articles that are not looked through yet. */
  get waiting(): number {
    return this.#count.all - this.#done;
  }

  /** Comparing is half of looking through an article, reading the other half. */
  get #done(): number {
    const { all, compared, read, failed, missing } = this.#count;
    const halves = Math.min(all, compared + this.#comparing) + read;
    return Math.min(all, failed + missing + Math.floor(halves / 2));
  }

  /** @param changed what may be otherwise than before: nothing, lists, or also what is found in texts */
  next(state: SuggestionsState['state'], changed: Followed['changed']): SuggestionsState {
    if (changed !== 'nothing') this.#version += 1;
    if (changed === 'texts') this.#found += 1;
    const message = this.#failed ?? this.#message();
    return {
      state,
      done: this.#done,
      total: this.#count.all,
      version: this.#version,
      found: this.#found,
      ...(message === null ? {} : { message }),
    };
  }

  #message(): string | null {
    const { failed, missing } = this.#count;
    const sentences: string[] = [];
    if (this.#noticed !== null) sentences.push(this.#noticed);
    if (failed > 0) {
      sentences.push(
        `${failed === 1 ? 'One article was' : `${failed} articles were`} left out, because looking through ${failed === 1 ? 'it' : 'them'} failed or took too long.`,
      );
    }
    if (missing > 0) {
      sentences.push(
        `The ${missing === 1 ? 'text of one article is' : `texts of ${missing} articles are`} missing, so nothing is proposed of ${missing === 1 ? 'it' : 'them'}. Restore .variorum/texts from a copy of the project folder.`,
      );
    }
    return sentences.length === 0 ? null : sentences.join(' ');
  }
}

/** Why suggestions can't be kept, by SQLite's or the system's code, and what to do. */
export function keepingSentence(code: string): string {
  const rest = 'Everything else works; suggestions will again after the next change or opening.';
  if (/FULL|ENOSPC/.test(code)) {
    return `The disk is full, so suggestions can’t be kept. Free some space. ${rest}`;
  }
  if (/READONLY|CANTOPEN|PERM|EACCES|EROFS/.test(code)) {
    return `Suggestions can’t be kept in the project folder. Check the folder’s permissions. ${rest}`;
  }
  return `Suggestions could not be kept (${code}). ${rest}`;
}
