import type { HostEventName, HostEvents } from './host-api.ts';

/** Listens for an event of the host. Events told before are not repeated. Answers with what ends it. */
export type HostListener = <Name extends HostEventName>(
  name: Name,
  listener: (payload: HostEvents[Name]) => void,
) => () => void;
