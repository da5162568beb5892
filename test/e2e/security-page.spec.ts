import { expect, test } from '../support/app-test.ts';
import { startServer } from '../support/outside-world.ts';

test('a page can’t reach the network, open windows, go elsewhere or get permissions', async ({
  start,
}) => {
  const outside = await startServer();
  const { app, window } = await start({ expectsComplaints: true });
  const outcome = await window.evaluate(async (address) => {
    const failed = (error: unknown): string => `refused: ${String(error)}`;
    const image = new Image();
    const imageEnd = new Promise((resolve) => {
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
    });
    image.src = address;
    const script = document.createElement('script');
    const scriptEnd = new Promise((resolve) => {
      script.onload = () => resolve('loaded');
      script.onerror = () => resolve('refused');
    });
    script.src = address;
    document.head.append(script);
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.ranInline = true;';
    document.head.append(inline);
    return {
      fetched: await fetch(address).then(() => 'fetched', failed),
      image: await imageEnd,
      script: await scriptEnd,
      inline: 'ranInline' in globalThis,
      opened: globalThis.open(address) === null ? 'refused' : 'opened',
      notifications: await Notification.requestPermission(),
      camera: await navigator.mediaDevices
        .getUserMedia({ video: true })
        .then(() => 'given', failed),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        );
      }),
    };
  }, outside.address);
  expect(outcome).toMatchObject({
    fetched: expect.stringContaining('refused'),
    image: 'refused',
    script: 'refused',
    inline: false,
    opened: 'refused',
    notifications: 'denied',
    camera: expect.stringContaining('refused'),
    place: 'refused',
  });
  // In a task of its own: what the debugger runs is let past this rule, what it starts is not.
  const evaluated = await window.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return 1')());
          } catch (error) {
            resolve((error as Error).name);
          }
        });
      }),
  );
  expect(evaluated).toBe('EvalError');

  // From main: Playwright would wait for these navigations, which never come, for ever after.
  const where = await app.evaluate(async ({ BrowserWindow }, address) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.executeJavaScript(`location.href = ${JSON.stringify(address)}; 0`, true);
    await contents?.executeJavaScript(
      `const link = document.createElement('a');
       link.href = ${JSON.stringify(address)};
       link.target = '_blank';
       document.body.append(link);
       link.click();`,
      true,
    );
    return {
      url: contents?.getURL(),
      heading: await contents?.executeJavaScript(`document.querySelector('h1').textContent`),
      windows: BrowserWindow.getAllWindows().length,
    };
  }, outside.address);
  expect(where).toEqual({
    url: expect.stringMatching(/^app:\/\/variorum\//),
    heading: 'Variorum',
    windows: 1,
  });
  expect(outside.visits).toEqual([]);
  await outside.close();
});

test('the page has no Node, one strict policy, and a bridge of two functions', async ({
  start,
}) => {
  const { app, window } = await start();
  const globals = await window.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'Buffer',
      'global',
      '__dirname',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
  );
  expect(globals).toEqual([]);
  const bridge = await window.evaluate(() => {
    const { variorum } = globalThis as unknown as { variorum: Record<string, unknown> };
    return Object.entries(variorum).map(([name, value]) => `${name}: ${typeof value}`);
  });
  expect(bridge.sort()).toEqual(['call: function', 'on: function']);
  const response = await window.reload();
  const policy = (await response?.headerValue('content-security-policy')) ?? '';
  const directives = new Map(
    policy.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values.join(' ')] as const;
    }),
  );
  expect(directives.get('default-src')).toBe("'none'");
  expect(directives.get('script-src')).toBe("'self'");
  expect(directives.get('connect-src')).toBe("'none'");
  expect(directives.get('base-uri')).toBe("'none'");
  expect(directives.get('form-action')).toBe("'none'");
  expect(directives.get('frame-ancestors')).toBe("'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    const contents = first?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});
