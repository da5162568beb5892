import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../main/electron/content-security-policy.ts';
import { pagePath } from '../../../main/electron/page-address.ts';

const folder = '/program/out/renderer';

test('addresses of our pages mean files of one folder', () => {
  expect(pagePath(folder, 'app://variorum/')).toBe(`${folder}/index.html`);
  expect(pagePath(folder, 'app://variorum/index.html?a#b')).toBe(`${folder}/index.html`);
  expect(pagePath(folder, 'app://variorum/assets/a%20b.js')).toBe(`${folder}/assets/a b.js`);
});

for (const address of [
  'app://variorum/../main/main.js',
  'app://variorum/..%2fmain%2fmain.js',
  'app://variorum/%2e%2e/main/main.js',
  'app://variorum/a/..%2f..%2f..%2fpackage.json',
  'app://variorum/..%5cmain',
  'app://variorum/a%00.js',
  'app://variorum/%',
  'app://other/index.html',
  'app://variorum.example/index.html',
  'https://variorum/index.html',
  'file:///program/out/renderer/index.html',
  'nonsense',
]) {
  test(`${address} means nothing outside the folder`, () => {
    const path = pagePath(folder, address);
    expect(path === null || path.startsWith(`${folder}/`)).toBe(true);
  });
}

test('the policy allows our own files and no code, network or frames', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('http');
});
