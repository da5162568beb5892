import type { ReactNode } from 'react';
import { cancelExchange, percentOf } from '../../session/exchange/exchange.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** How far an export or import is, in the status line. */
export function ExchangeStatus(): ReactNode {
  const session = useSession();
  const running = useSessionState(({ exchange }) => exchange.running);
  if (running === null) return null;
  const percent = percentOf(running);
  const words = running.state === 'saving' ? 'saving…' : percent === null ? '' : `${percent} %`;
  return (
    <span className="status-job">
      <span className="status-job-title">{running.title}</span>
      <span className="job-progress">
        <span
          className="job-bar"
          role="progressbar"
          aria-label={running.title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent ?? undefined}
        >
          <span style={{ width: `${percent ?? 100}%` }} />
        </span>
        <span className="job-words">{words}</span>
      </span>
      {running.state === 'running' && (
        <button
          type="button"
          title={running.title}
          onClick={() => cancelExchange(session, running)}
        >
          Cancel
        </button>
      )}
    </span>
  );
}
