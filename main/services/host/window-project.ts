import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ProjectInfo } from '../../../app/host/host-api.ts';
import { CodedError } from '../coded-error.ts';
import type { Project } from '../project/project.ts';
import type { HostContext } from './host-context.ts';
import { ProjectSession } from './project-session.ts';
import type { WindowPort } from './window-port.ts';

/** The project of one window: which it is, and how one gives way to the next. */
export class WindowProject {
  readonly #context: HostContext;
  readonly #port: WindowPort;
  #session: ProjectSession | null = null;
  /** Opening and closing one after the other. */
  #changing: Promise<unknown> = Promise.resolve();
  #expected: Promise<void> = Promise.resolve();

  constructor(context: HostContext, port: WindowPort) {
    this.#context = context;
    this.#port = port;
  }

  /** `null` on the start screen. */
  get session(): ProjectSession | null {
    return this.#session;
  }

  /** Resolves when what was expected has come, or not. */
  get expected(): Promise<void> {
    return this.#expected;
  }

  /** Lets `expected` wait for an opening that was begun, however it ends. */
  expect(opening: Promise<unknown>): void {
    this.#expected = opening.then(
      () => undefined,
      () => undefined,
    );
  }

  /** The open project. Throws `CodedError` `no-project`. */
  open(): ProjectSession {
    if (this.#session === null) {
      throw new CodedError('no-project', 'No project is open in this window. Open one first.');
    }
    return this.#session;
  }

  /** The open project, if it may be changed. Throws `CodedError` `no-project`, `read-only`. */
  openForWriting(): ProjectSession {
    const session = this.open();
    const { readOnly } = session.project.info;
    if (readOnly !== null) throw new CodedError('read-only', readOnly);
    return session;
  }

  /**
   * Opens a project in place of the present one, which stays open if that fails.
   *
   * @param folder that is to be opened, when it is known: the present project's is not opened again
   */
  change(open: () => Promise<Project>, folder?: string): Promise<ProjectInfo> {
    return this.#inTurn(async () => {
      const present = this.#session?.project ?? null;
      const root = folder === undefined ? null : await realpath(folder).catch(() => null);
      if (present !== null && root === present.paths.root) return present.info;
      const project = await open();
      await this.#letGo();
      this.#session = await ProjectSession.begin(project, this.#context, (name, payload) =>
        this.#port.emit(name, payload),
      );
      await this.#context.recent.note({
        id: project.info.id,
        name: basename(project.paths.root),
        folder: project.paths.root,
        openedAt: this.#context.maker.now(),
      });
      this.#port.projectChanged();
      return project.info;
    });
  }

  /** Closes the project, if one is open: jobs end, a last snapshot is made, the lock is released. Never rejects. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#letGo());
  }

  async #letGo(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.close();
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const running = this.#changing.then(work);
    this.#changing = running.catch(() => undefined);
    return running;
  }
}
