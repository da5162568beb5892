import type {
  ExchangeReader,
  ExchangeWriter,
  ImportFile,
  ImportInput,
  TextSource,
} from '../../../app/exchange/exchange-format.ts';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { ImportDraft } from '../../../app/exchange/import-draft.ts';
import { ReportBuilder } from '../../../app/exchange/report-builder.ts';
import type { ProjectId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { unpackFile } from '../../../main/services/exchange/unpack-file.ts';

/** Everything that a writer writes, and its report. */
export async function written(
  writer: ExchangeWriter,
  records: RecordSource,
  options: Readonly<Record<string, boolean>> = {},
  texts: TextSource = { read: async () => null },
): Promise<{ readonly bytes: Uint8Array; readonly text: string; readonly report: ExchangeReport }> {
  const report = new ReportBuilder();
  const chunks: Uint8Array[] = [];
  const progress = (): void => undefined;
  const projectId = '0190a000-0000-7000-8000-000000000001' as ProjectId;
  const context = { records, texts, options, title: 'Test', projectId, report, progress };
  for await (const chunk of writer.write(context)) {
    chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return {
    bytes,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    report: report.report(),
  };
}

/** Every draft that a reader makes of one file, or of a folder's files by their names, and its report. */
export async function readDrafts(
  reader: ExchangeReader,
  content: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>,
  records: RecordSource,
  name = 'file',
): Promise<{ readonly drafts: readonly ImportDraft[]; readonly report: ExchangeReport }> {
  const report = new ReportBuilder();
  const drafts: ImportDraft[] = [];
  const context = {
    records,
    report,
    progress: (): void => undefined,
    unpack: unpackFile,
  };
  for await (const draft of reader.read(inputOf(content, name), context)) drafts.push(draft);
  return { drafts, report: report.report() };
}

function inputOf(
  content: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>,
  name: string,
): ImportInput {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    return { name, files: [importFile(name, content)] };
  }
  return { name, files: Object.entries(content).map(([path, one]) => importFile(path, one)) };
}

/** A file in memory. */
export function importFile(name: string, content: string | Uint8Array): ImportFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    bytes: async () => bytes,
    async *chunks() {
      yield bytes;
    },
  };
}
