import type { IngestEnd, IngestMessage } from './ingest.ts';

/** How many files are asked for before the first of them is taken: enough work for all workers while a batch of a hundred is synced. */
const filesAhead = 256;

/** A file that is being read, or was. */
export interface FileReading<File> {
  readonly file: File;
  /** What is told of it, as it comes. Ends with the reading. */
  readonly messages: AsyncIterable<IngestMessage>;
  readonly end: Promise<IngestEnd>;
}

type Read<File> = (file: File, onMessage: (message: IngestMessage) => void) => Promise<IngestEnd>;

/** Has files read several at a time and gives them back in their order. */
export class ReadAhead<File> implements AsyncIterable<FileReading<File>> {
  readonly #files: readonly File[];
  readonly #read: Read<File>;
  readonly #ahead: FileReading<File>[] = [];

  constructor(files: readonly File[], read: Read<File>) {
    this.#files = files;
    this.#read = read;
  }

  /** Waits for what was begun and that nobody takes any more. Answers with what was told of it. */
  async abandon(): Promise<readonly (readonly [File, readonly IngestMessage[]])[]> {
    const abandoned: (readonly [File, readonly IngestMessage[]])[] = [];
    for (const { file, messages, end } of this.#ahead.splice(0)) {
      await end.catch(() => undefined);
      const told: IngestMessage[] = [];
      for await (const message of messages) told.push(message);
      abandoned.push([file, told]);
    }
    return abandoned;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FileReading<File>> {
    const ahead = this.#ahead;
    let next = 0;
    for (let taken = 0; taken < this.#files.length; taken += 1) {
      while (ahead.length < filesAhead && next < this.#files.length) {
        const file = this.#files[next];
        if (file !== undefined) ahead.push(this.#begin(file));
        next += 1;
      }
      const first = ahead.shift();
      if (first !== undefined) yield first;
    }
  }

  #begin(file: File): FileReading<File> {
    const messages = new MessageQueue();
    const end = this.#read(file, (message) => messages.push(message)).finally(() =>
      messages.close(),
    );
    // Whoever takes the file hears of it; one that nobody takes any more must not end the program.
    end.catch(() => undefined);
    return { file, messages, end };
  }
}

/** Messages in order, for one reader. */
class MessageQueue implements AsyncIterable<IngestMessage> {
  #messages: IngestMessage[] = [];
  #closed = false;
  #wake: (() => void) | null = null;

  push(message: IngestMessage): void {
    this.#messages.push(message);
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<IngestMessage> {
    for (;;) {
      const messages = this.#messages;
      this.#messages = [];
      yield* messages;
      if (this.#messages.length > 0) continue;
      if (this.#closed) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }
}
