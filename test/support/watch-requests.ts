import type { ElectronApplication } from '@playwright/test';

/** Every address that any page of the application asks for from now on, however it ends. */
export async function watchRequests(
  app: ElectronApplication,
): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ session }) => {
    const asked: string[] = [];
    (globalThis as unknown as { asked: string[] }).asked = asked;
    // `onSendHeaders` and its like take one listener each; those not used by the application are free.
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void asked.push(url));
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => void asked.push(url));
    session.defaultSession.webRequest.onCompleted(({ url }) => void asked.push(url));
  });
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
}

/** Of addresses, those outside of the application. */
export function outsideOf(urls: readonly string[]): readonly string[] {
  return urls.filter((url) => !/^(?:app:\/\/variorum\/|data:|blob:)/.test(url));
}
