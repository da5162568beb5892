import { Component, type ReactNode } from 'react';

interface FaultState {
  readonly message: string | null;
}

/** What is shown instead of a blank window when drawing fails: everything saved is on disk, and a reload shows it. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultState> {
  override state: FaultState = { message: null };

  static getDerivedStateFromError(error: unknown): FaultState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <main className="desk-empty" role="alert" aria-label="Fault">
        <h2>This window could not be drawn</h2>
        <p>Everything that was called saved is on disk. {this.state.message}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          Draw it anew
        </button>
      </main>
    );
  }
}
