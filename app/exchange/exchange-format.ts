import type { RevisionHash } from '../base/brand.ts';
import type { ProjectId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { RevisionText } from '../record/text.ts';
import type { ImportDraft } from './import-draft.ts';
import type { ReportBuilder } from './report-builder.ts';

/**
 * Formats that other programs read and write. One is three things: a line in the list that people choose from
 * (`ExchangeFormat`, in `formats.ts`, which the window loads, too), and a writer, a reader, or both (in `writers.ts` and
 * `readers.ts`, which run in a thread of main). All are pure: no clock, no random ids, no files. The rules are in section J.
 */
export interface ExchangeFormat {
  /** Never changed: scripts name it. In lower case with hyphens: `web-annotation`. */
  readonly id: string;
  /** As its users call it: "W3C Web Annotation". */
  readonly title: string;
  /** One line each on what is carried; `null`: not in this direction. */
  readonly exports: string | null;
  readonly imports: string | null;
  /** The ending of the exported file's name, without the dot: `jsonld`, `qdpx`. */
  readonly extension: string;
  /** Endings that files to import may have, `extension` among them if it is one. Another is no reason to refuse a file. */
  readonly importExtensions: readonly string[];
  /** What may be chosen when exporting. */
  readonly choices: readonly ExportChoice[];
}

/** A yes or no that an export asks. */
export interface ExportChoice {
  readonly id: string;
  readonly title: string;
  readonly initial: boolean;
}

/** By the id of a choice; one that is missing is as its `initial` says. */
export type ExportOptions = Readonly<Record<string, boolean>>;

/** Texts of revisions, by hash. */
export interface TextSource {
  /** `null`: it is not there, or damaged. Cost: a file. */
  read(hash: RevisionHash): Promise<RevisionText | null>;
}

/** What a writer is given. */
export interface ExportContext {
  /** All records. What is in the trash is not left out here: writers do that. */
  readonly records: RecordSource;
  readonly texts: TextSource;
  /** Every choice of the format. */
  readonly options: ExportOptions;
  /** The project's name, for titles inside the file. */
  readonly title: string;
  /** Always the same for a project: for what a file says of itself. */
  readonly projectId: ProjectId;
  /** Takes what went and what could not. Every field of a record that the file does not hold belongs in it. */
  readonly report: ReportBuilder;
  /** Says how far it is, in any unit. Cheap; call it once a record or a text. */
  progress(done: number, total: number): void;
}

/**
 * Writes a project's records. Strict: what comes out is valid. The same records make the same bytes (rule C5).
 * Throws `ExchangeFault` where nothing can be written ("There are no claims to export.").
 */
export interface ExchangeWriter {
  /** The `ExchangeFormat`'s. */
  readonly id: string;
  /** The file, piece by piece, so that a large one is never held whole; text is UTF-8. Pieces of some 64 KB are best. */
  write(context: ExportContext): AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** A file to import, or one of a folder. */
export interface ImportFile {
  /** Its name; of a file in a folder its path below that, with `/` between names. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** All of it. Throws `ExchangeFault` for more than `limit` bytes (100,000,000 if absent). */
  bytes(limit?: number): Promise<Uint8Array>;
  /** Piece by piece, from the beginning. */
  chunks(): AsyncIterable<Uint8Array>;
}

/** What the analyst chose: one file, or the files of a folder in the order of their names. */
export interface ImportInput {
  /** Of the file or the folder. */
  readonly name: string;
  readonly files: readonly ImportFile[];
}

/** By what a reader tells a file of its kind. */
export interface ImportHead {
  readonly name: string;
  /** The first bytes, 65,536 at most. */
  readonly bytes: Uint8Array;
  /** The same as text, UTF-16 or else UTF-8, without a byte order mark; what is no UTF-8 is U+FFFD. */
  readonly text: string;
  /** Names of all files, if a folder was chosen, or of the entries of a ZIP. */
  readonly names: readonly string[];
}

/** What a reader is given besides the file. */
export interface ImportContext {
  /** The project as it is: for readers that want to know its tags or articles. Matching is not their work. */
  readonly records: RecordSource;
  /** Takes what could not be carried and what was refused, with its place in the file. What came is counted by the frame. */
  readonly report: ReportBuilder;
  /**
   * The files in a ZIP, in the order of its directory, each unpacked when it is read, within limits that no file made to fill
   * memory gets over. Names have `/` between them and lead nowhere outside. Throws `ExchangeFault` for what is no sound ZIP.
   */
  unpack(file: ImportFile): Promise<readonly ImportFile[]>;
  progress(done: number, total: number): void;
}

/**
 * Reads a file into drafts. Lenient: what it does not know is passed over and named in the report; one bad part never costs
 * the others. Throws `ExchangeFault` only for a file that is not of this kind, or damaged as a whole: nothing is changed then.
 */
export interface ExchangeReader {
  readonly id: string;
  /** 0: surely not of this kind; 1: surely. Never throws. */
  recognise(head: ImportHead): number;
  /** Drafts in the order that `ImportDraft` names. May be large: nothing should be kept that is not needed again. */
  read(input: ImportInput, context: ImportContext): AsyncIterable<ImportDraft>;
}

/** A file that can't be read, or an export that can't be made: expected, said to the analyst, never a bug. */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault';

  /** @param sentence what is the matter and what to do, for people */
  constructor(sentence: string) {
    super(sentence);
  }
}
