import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { pagePath, pageScheme } from './page-address.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Makes `app:` a scheme like https. Must be called before the application is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: pageScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the files of one folder under `app://variorum/`, and nothing else under any address. */
export function servePages(folder: string): void {
  protocol.handle(pageScheme, async (request) => {
    const path = request.method === 'GET' ? pagePath(folder, request.url) : null;
    if (path === null) return new Response('Not found', { status: 404 });
    try {
      const bytes = await readFile(path);
      const nonce = randomBytes(16).toString('base64');
      const type = types[extname(path)] ?? 'application/octet-stream';
      const body = extname(path) === '.html' ? withNonce(bytes.toString('utf8'), nonce) : bytes;
      return new Response(body, {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': contentSecurityPolicy(nonce),
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-cache',
        },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

function withNonce(html: string, nonce: string): string {
  return html.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`);
}
