import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { ProjectInfo } from '../../../app/host/host-api.ts';
import { CodedError } from '../coded-error.ts';
import { errorCode, fileFailureSentence } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { ProjectPaths } from '../project/project-paths.ts';
import type { ExchangeProgress, ExchangeThread } from './exchange-tasks.ts';

/** A project as far as an export reads it: open here, or only looked at. */
export interface ExportedProject {
  readonly info: Pick<ProjectInfo, 'id' | 'name' | 'lastSequence'>;
  readonly paths: ProjectPaths;
}

export interface ProjectExport {
  readonly project: ExportedProject;
  readonly thread: ExchangeThread;
  /** The id of an `ExchangeFormat`. */
  readonly format: string;
  readonly options: Readonly<Record<string, boolean>>;
  /** The file to write; what stands there is replaced when the new one is whole. */
  readonly path: string;
  tell(progress: ExchangeProgress): void;
  readonly signal: AbortSignal;
}

/**
 * Writes the project, as the journal has it now, in a format. Throws `CodedError` `nothing`, `format`, `disk`, `cancelled`:
 * the file is then as it was.
 */
export async function exportProject(request: ProjectExport): Promise<ExchangeReport> {
  const { project, thread, path, format, options } = request;
  const { info, paths } = project;
  const beside = join(
    dirname(path),
    `.${basename(path).slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    const answer = await thread.export(
      {
        kind: 'export',
        snapshots: paths.snapshots,
        journal: paths.journal,
        sequence: info.lastSequence,
        texts: paths.texts,
        format,
        options,
        title: info.name,
        projectId: info.id,
        path: beside,
      },
      (progress) => request.tell(progress),
      request.signal,
    );
    if (!answer.ok) throw CodedError.of(answer.error);
    await rename(beside, path);
    await syncFolder(dirname(path));
    return answer.value;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (error instanceof CodedError || errorCode(error) === null) throw error;
    throw new CodedError('disk', fileFailureSentence(error));
  }
}
