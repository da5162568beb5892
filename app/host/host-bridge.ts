/** What the preload exposes to a page as `window.variorum`: the only way out of the page. */
export interface HostBridge {
  /** Calls a method of `HostApi`; answers with its encoded `Result`, or rejects when main can't be reached. */
  call(method: string, argument: unknown): Promise<unknown>;
  /**
   * Listens for an event of `HostEvents`; answers with its disposer. A payload that may be large comes as JSON: into the
   * page's world an object is copied value by value, which takes ten times as long as reading it from text.
   */
  on(event: string, listener: (payload: unknown) => void): () => void;
}
