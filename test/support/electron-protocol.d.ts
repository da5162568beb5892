// Vitest leaves it to the package of each browser provider to declare what `vitest/browser` exports.
// Ours supports the engine's protocol and nothing of the simulated user events and locators.
import 'vitest/browser';

declare module 'vitest/browser' {
  /** The Chrome DevTools Protocol of the window in which the test runs. */
  export function cdp(): {
    send(method: string, params?: object): Promise<unknown>;
    on(event: string, listener: (params: unknown) => void): void;
    off(event: string, listener: (params: unknown) => void): void;
  };
}
