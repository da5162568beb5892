import { decodeText } from '../decode-text.ts';
import { declaredEncoding } from '../encoding/declared-encoding.ts';
import { encodingOfLabel } from '../encoding/decode-as.ts';
import { parseHtml } from '../html/parse-html.ts';
import { type MimePart, partHeader, readMime } from '../mail/mime-part.ts';
import { parseFailure } from '../parse-failure.ts';
import type { SourceReader } from '../source.ts';
import { statedName, statedUrl } from '../stated-metadata.ts';

/**
 * A page saved as one file (MHTML): its main part is read as any web page. The address is where that part says that it
 * comes from; the title of a page that states none is the file's subject. The file's date is that of saving.
 */
export const mhtmlReader: SourceReader = (source) => {
  const file = readMime(source.bytes);
  const page = mainPage(file);
  const format = 'mhtml';
  if (page === null) {
    return [{ part: null, format, encoding: null, article: parseFailure('no-text') }];
  }
  const bytes = page.content();
  const label = page.parameters.get('charset');
  const declared = (label === undefined ? null : encodingOfLabel(label)) ?? declaredEncoding(bytes);
  const decoded = decodeText(bytes, { chosen: source.encoding, declared });
  if (!decoded.ok) return [{ part: null, format, encoding: null, article: decoded }];
  const { text, encoding, remarks } = decoded.value;
  const article = parseHtml(text, source.fileName);
  if (article === null) {
    return [{ part: null, format, encoding, article: parseFailure('no-text') }];
  }
  const { metadata, provenance } = article;
  const location =
    statedUrl(partHeader(file, 'snapshot-content-location')) ??
    statedUrl(partHeader(page, 'content-location'));
  const subject = statedName(partHeader(file, 'subject'));
  const hasOwnTitle = provenance.title === undefined || provenance.title.source !== 'file-name';
  const value = {
    ...article,
    metadata: {
      ...metadata,
      title: hasOwnTitle ? metadata.title : (subject ?? metadata.title),
      url: metadata.url ?? location,
    },
    provenance: {
      ...provenance,
      ...(hasOwnTitle || subject === null
        ? {}
        : { title: { source: 'page', confidence: 'likely' } as const }),
      ...(metadata.url !== null || location === null
        ? {}
        : { url: { source: 'page', confidence: 'stated' } as const }),
    },
    remarks: [...remarks, ...article.remarks],
  };
  return [{ part: null, format, encoding, article: { ok: true, value } }];
};

/** The part that the file names as its start, or else the first web page in it. */
function mainPage(file: MimePart): MimePart | null {
  const start = file.parameters.get('start');
  const pages = [...pagesIn(file)];
  return (
    pages.find((page) => start !== undefined && partHeader(page, 'content-id') === start) ??
    pages[0] ??
    null
  );
}

function* pagesIn(part: MimePart): Generator<MimePart> {
  if (part.parts.length === 0) {
    if (part.type === 'text/html' || part.type === 'application/xhtml+xml') yield part;
  } else for (const inner of part.parts) yield* pagesIn(inner);
}
