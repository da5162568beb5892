import type { HostInfo } from '../../../app/host/host-api.ts';
import type { Watching } from '../corpus/folder-watch.ts';
import type { Ingest } from '../corpus/ingest.ts';
import type { HistoryThread } from '../history/history-query.ts';
import type { ProjectContext } from '../project/open-project.ts';
import type { RecentProjects } from './recent-projects.ts';

/** What all windows of the program share. */
export interface HostContext extends ProjectContext {
  readonly host: HostInfo;
  readonly recent: RecentProjects;
  readonly ingest: Ingest;
  /** Starts what reads the history of one project. */
  startHistory(): HistoryThread;
  /** `null`: folders are looked at only when that is asked for. */
  readonly watching: Watching | null;
  /** Where the sample project is made on first use. */
  readonly sampleParent: string;
  /** The sample's articles and its `project.json`, as they came with the program. */
  readonly sampleSource: string;
  /** Milliseconds that only grow. */
  clock(): number;
}
