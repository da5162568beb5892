import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type OutsideServer = {
  readonly address: string;
  /** What was asked for: nothing, ever. */
  readonly visits: readonly string[];
  close(): Promise<void>;
};

/** A web server on this machine that notes who comes. */
export async function startServer(): Promise<OutsideServer> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('seen');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: `http://127.0.0.1:${port}`, visits, close };
}

/** A web page that names all that a browser would fetch, at an address and elsewhere. */
export function callingPage(address: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>The page that calls home</title>
<link rel="stylesheet" href="${address}/style.css"><link rel="icon" href="${address}/icon.png">
<link rel="preload" as="font" href="${address}/font.woff2"><link rel="dns-prefetch" href="https://tracker.example/">
<meta http-equiv="refresh" content="0; url=${address}/refresh">
<script src="${address}/script.js"></script><script>fetch('${address}/fetch')</script>
<style>@import url('${address}/import.css'); body { background: url('${address}/background.png'); }</style></head>
<body><article><h1>The page that calls home</h1>
<p style="background: url(${address}/inline.png)">Nothing may be fetched because an article names it, wherever it names it and however.</p>
<p><img src="${address}/picture.png" srcset="${address}/picture-2.png 2x" alt="A picture" onerror="fetch('${address}/error')">
<iframe src="${address}/frame.html"></iframe><video src="${address}/film.mp4" poster="${address}/poster.png"></video>
A second paragraph with <a href="${address}/link" ping="${address}/ping">a link</a> and pictures from https://pictures.example/.</p>
<object data="${address}/object"></object><embed src="${address}/embed"></article></body></html>`;
}
