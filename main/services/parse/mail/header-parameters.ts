import { decodeAs, encodingOfLabel } from '../encoding/decode-as.ts';

/** A header value with parameters: `text/plain; charset=utf-8`. */
export interface ParameterisedValue {
  /** In lower case; empty if there is none. */
  readonly value: string;
  /** By names in lower case; those in several pieces (RFC 2231) joined. */
  readonly parameters: ReadonlyMap<string, string>;
}

const parameter = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs;
const mostPieces = 100;

/** Reads a header value with its parameters, quoted or not, coded and in pieces by RFC 2231. */
export function readParameters(header: string): ParameterisedValue {
  const semicolon = header.indexOf(';');
  const value = (semicolon === -1 ? header : header.slice(0, semicolon)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  const pieces = new Map<string, string[]>();
  if (semicolon !== -1) {
    for (const [, name = '', quoted, plain = ''] of header.slice(semicolon).matchAll(parameter)) {
      const content = quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/gs, '$1');
      const [, base = '', number, star] = /^([^*]+)(?:\*(\d+))?(\*)?$/.exec(name) ?? [];
      const key = base.toLowerCase();
      if (key === '') continue;
      if (number === undefined) {
        if (star !== undefined || !parameters.has(key)) {
          parameters.set(key, star === undefined ? content : decodeExtended(content));
        }
      } else if (Number(number) < mostPieces) {
        const list = pieces.get(key) ?? [];
        list[Number(number)] = content;
        pieces.set(key, list);
      }
    }
  }
  for (const [key, list] of pieces) {
    const joined = list.join('');
    parameters.set(key, /^[\w-]*'[\w-]*'/.test(joined) ? decodeExtended(joined) : joined);
  }
  return { value, parameters };
}

/** `utf-8'en'%E2%82%AC` */
function decodeExtended(content: string): string {
  const [, label = '', coded = content] = /^([\w-]*)'[\w-]*'(.*)$/s.exec(content) ?? [];
  const bytes = coded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return decodeAs(Buffer.from(bytes, 'latin1'), encodingOfLabel(label) ?? 'utf-8').text;
}
