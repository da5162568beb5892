import type {
  ReaderAnswer,
  ReaderRequest,
  WriterAnswer,
  WriterRequest,
} from './catalogue-messages.ts';

/** A thread that takes requests and tells answers. Whoever started it ends it. */
export interface CatalogueThread<Request, Answer> {
  post(request: Request): void;
  onAnswer(listener: (answer: Answer) => void): void;
  /** Told once when it ends without having been ended: what it was asked gets no answer. */
  onCrash(listener: (error: unknown) => void): void;
  /** Ends it, a hanging pattern at once, a question to the database when that is answered. Never rejects. */
  end(): Promise<void>;
}

/** Starts the threads of a catalogue. */
export interface CatalogueThreads {
  startWriter(): CatalogueThread<WriterRequest, WriterAnswer>;
  startReader(): CatalogueThread<ReaderRequest, ReaderAnswer>;
}
