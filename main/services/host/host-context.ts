import type { HostInfo } from '../../../app/host/host-api.ts';
import type { ComposeAnswer, ComposeRequest } from '../brief/brief-thread.ts';
import type { Watching } from '../corpus/folder-watch.ts';
import type { Ingest } from '../corpus/ingest.ts';
import type { ExchangeThread } from '../exchange/exchange-tasks.ts';
import type { HistoryThread } from '../history/history-query.ts';
import type { ProjectContext } from '../project/open-project.ts';
import type { RecentProjects } from './recent-projects.ts';

/** What all windows of the program share. */
export interface HostContext extends ProjectContext {
  readonly host: HostInfo;
  readonly recent: RecentProjects;
  readonly ingest: Ingest;
  /** Where exports and imports of other programs' files are made. */
  readonly exchange: ExchangeThread;
  /** Starts what reads the history of one project. */
  startHistory(): HistoryThread;
  /** `null`: folders are looked at only when that is asked for. */
  readonly watching: Watching | null;
  /** Where the sample project is made on first use. */
  readonly sampleParent: string;
  /** The sample's articles and its `project.json`, as they came with the program. */
  readonly sampleSource: string;
  /** The citation styles and locales that came with the program: `resources/citation-styles`. */
  readonly citationStyles: string;
  /** Composes the brief of an export. */
  composeBrief(request: ComposeRequest): Promise<ComposeAnswer>;
  /** Prints a self-contained page as PDF; `null`: there is nothing here that could. */
  readonly printPdf: ((html: string) => Promise<Uint8Array>) | null;
  /** Milliseconds that only grow. */
  clock(): number;
}
