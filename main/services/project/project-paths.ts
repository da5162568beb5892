import { join } from 'node:path';

/** Where things are in a project folder. */
export interface ProjectPaths {
  readonly root: string;
  /** Copies of imported files, as they were. */
  readonly articles: string;
  readonly hidden: string;
  /** Says that the folder is a project, of which schema. */
  readonly file: string;
  readonly journal: string;
  readonly texts: string;
  readonly snapshots: string;
  /** Records that a window had and the journal does not know. */
  readonly aside: string;
  readonly lock: string;
  /** The index for searching; derived. */
  readonly catalogue: string;
  /** What the program proposes; derived. */
  readonly suggestions: string;
  /** Jobs and their reports. */
  readonly jobs: string;
  /** What an import makes, while it is made. */
  readonly exchange: string;
  /** Which folders are watched. */
  readonly folders: string;
  /** The watched files as they were last seen. */
  readonly files: string;
}

export function projectPaths(root: string): ProjectPaths {
  const hidden = join(root, '.variorum');
  return {
    root,
    articles: join(root, 'articles'),
    hidden,
    file: join(hidden, 'project.json'),
    journal: join(hidden, 'journal'),
    texts: join(hidden, 'texts'),
    snapshots: join(hidden, 'snapshots'),
    aside: join(hidden, 'aside'),
    lock: join(hidden, 'lock'),
    catalogue: join(hidden, 'catalogue.db'),
    suggestions: join(hidden, 'suggestions.db'),
    jobs: join(hidden, 'jobs'),
    exchange: join(hidden, 'exchange'),
    folders: join(hidden, 'folders.json'),
    files: join(hidden, 'files.jsonl'),
  };
}
