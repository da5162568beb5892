import { claimFromNothing } from '../claims/claim.ts';
import { claimFromBrief } from '../claims/claim-from-brief.ts';
import { openSpeakers } from '../claims/speakers.ts';
import type { Command } from '../command.ts';

/** Claims where no passage is before the analyst, and who makes them. */
export const claimCommands: readonly Command[] = [
  {
    id: 'claim.new',
    title: 'New claim…',
    group: 'Annotate',
    scope: 'project',
    changes: true,
    run: claimFromNothing,
  },
  {
    id: 'claim.from-brief',
    title: 'Claim from the brief…',
    group: 'Brief',
    key: 'Mod+Shift+C',
    scope: 'project',
    changes: true,
    enabled: (session) => session.get().view === 'brief' && session.briefEditor !== null,
    run: claimFromBrief,
  },
  {
    id: 'speakers.show',
    title: 'Speakers…',
    group: 'Project',
    scope: 'project',
    run: (session) => openSpeakers(session),
  },
];
