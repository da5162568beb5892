import { decodeEntities } from './decode-entities.ts';
import type { HtmlDocument } from './html-node.ts';

/** The contents of a page's `meta` elements by name: lower case, `dc:title` as `dc.title`. Items' properties are none. */
export function metaContents(document: HtmlDocument): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'http-equiv']) {
      for (const written of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        // `DC:title`, `dc.title` and `dcterms:issued` are spellings of one thing.
        const name = written.replace(/^(dc|dcterms)[.:]/, '$1.');
        if (name === 'content-language') add(contents, 'language', content);
        else if (name !== '') add(contents, name, decodeEntities(content));
      }
    }
  }
  return contents;
}

function add(contents: Map<string, string[]>, name: string, content: string): void {
  const known = contents.get(name);
  if (known === undefined) contents.set(name, [content]);
  else known.push(content);
}
