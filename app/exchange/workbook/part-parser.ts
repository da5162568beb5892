import { SaxesParser } from 'saxes';
import { brokenWorkbook } from './workbook-fault.ts';

/** What is told of a part's elements, in their order. Names are without prefix. */
export interface PartHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text right in the innermost element; may come in pieces. */
  text(text: string): void;
  close(name: string): void;
}

/** Deeper than any sheet is. */
const deepest = 100;

/** Reads a part piece by piece, keeping nothing: sheets of a hundred thousand rows are hundreds of megabytes of XML. */
export class PartParser {
  readonly #parser = new SaxesParser({ position: false, xmlns: false });

  /** @param part its name, for messages */
  constructor(part: string, handler: PartHandler) {
    let depth = 0;
    const parser = this.#parser;
    parser.on('error', ({ message }) => {
      throw brokenWorkbook(`${part}: ${message}`);
    });
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1;
      if (depth > deepest) throw brokenWorkbook(`${part}: elements are nested too deeply`);
      handler.open(bare(name), attributes);
    });
    parser.on('text', (text) => handler.text(text));
    parser.on('cdata', (text) => handler.text(text));
    parser.on('closetag', ({ name }) => {
      depth -= 1;
      handler.close(bare(name));
    });
  }

  /** Takes the next piece. Throws `ExchangeFault` where it is no sound XML. */
  write(piece: string): void {
    this.#parser.write(piece);
  }

  end(): void {
    this.#parser.close();
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
