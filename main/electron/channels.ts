/** The channels between a window's preload script and main. Nothing else is sent or listened to. */
export const channels = {
  /** Page to main: a call of `HostApi`, answered with a `Result`. */
  call: 'variorum:call',
  /** Main to page: an event of `HostEvents`. */
  event: 'variorum:event',
  /** Preload to main, never from the page's own code: paths of files that were dropped on the window. */
  drop: 'variorum:drop',
} as const;
