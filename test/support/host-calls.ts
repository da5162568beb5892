import type { Page } from '@playwright/test';

/** Calls the host as a script does that got into the page. Answers with what comes back, whatever it is. */
export function callHost(window: Page, method: unknown, argument: unknown): Promise<unknown> {
  return window.evaluate(
    ([name, value]) => {
      const { variorum } = globalThis as unknown as {
        variorum: { call(method: unknown, argument: unknown): Promise<unknown> };
      };
      return variorum.call(name, value);
    },
    [method, argument],
  );
}

/** A refusal with its code, and no word of main's insides. */
export function refusedByHost(code: string): Record<string, unknown> {
  return { ok: false, error: { code } };
}
