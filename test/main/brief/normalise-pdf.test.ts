import { expect, test } from 'vitest';
import { normalisePdf } from '../../../main/services/brief/normalise-pdf.ts';

function pdf(date: string, first: number, id: string): Uint8Array {
  const node = (number: number): string => `(node${String(number).padStart(8, '0')})`;
  return new Uint8Array(
    Buffer.from(
      [
        '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1',
        `<</Creator (Mozilla/5.0 \\(X11; Linux\\) Electron/33 (x) end)\n/CreationDate (D:${date}+00'00')\n/ModDate (D:${date}+00'00')>>`,
        `/ID ${node(first)} /ID ${node(first + 30)}`,
        `<</Limits [${node(first)} ${node(first + 30)}] /Names [${node(first)} 4 0 R ${node(first + 30)} 5 0 R]>>`,
        `trailer <</ID [<${id}> <${id}>]>>`,
      ].join('\n'),
      'latin1',
    ),
  );
}

test('C5 two printings of a page differ in nothing, and nothing has moved', () => {
  const one = pdf('20261122102038', 2, '0aF4');
  const other = pdf('20270101000001', 40, '9999');
  expect(Buffer.from(normalisePdf(one))).toEqual(Buffer.from(normalisePdf(other)));
  expect(normalisePdf(one).length).toBe(one.length);
  const text = Buffer.from(normalisePdf(one)).toString('latin1');
  expect(text).toContain("/CreationDate (D:19800101000000+00'00')");
  expect(text).toContain('/Names [(node00000001) 4 0 R (node00000002) 5 0 R]');
  expect(text).toContain('[<0000> <0000>]');
  expect(text).toMatch(/\/Creator \(Variorum +\)\n\/CreationDate/);
  expect(text.startsWith('%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1')).toBe(true);
});

test('C5 an element that the engine came to earlier than at another time has the same number', () => {
  const file = (...[head, text, foot]: readonly [number, number, number]): Uint8Array => {
    const name = (number: number): string => `(node${String(number).padStart(8, '0')})`;
    const list = [
      { number: head, object: 9 },
      { number: text, object: 10 },
      { number: foot, object: 110 },
    ].sort((one, other) => one.number - other.number);
    const names = list.map(({ number, object }) => `${name(number)} ${object} 0 R`).join(' ');
    const limits = `${name(list[0]?.number ?? 0)} ${name(list[2]?.number ?? 0)}`;
    return new Uint8Array(
      Buffer.from(
        `/ID ${name(head)} /ID ${name(text)} /ID ${name(foot)}\n<</Limits [${limits}]\n/Names [${names}]>>`,
        'latin1',
      ),
    );
  };
  const one = normalisePdf(file(4, 7, 9));
  expect(Buffer.from(normalisePdf(file(9, 12, 3)))).toEqual(Buffer.from(one));
  expect(Buffer.from(one).toString('latin1')).toBe(
    '/ID (node00000001) /ID (node00000002) /ID (node00000003)\n<</Limits [(node00000001) (node00000003)]\n/Names [(node00000001) 9 0 R (node00000002) 10 0 R (node00000003) 110 0 R]>>',
  );
});

test('what is like none of them stays as it is', () => {
  const bytes = new Uint8Array(Buffer.from('(node123) /Date (D:1) \u00ff\u0000 endobj', 'latin1'));
  expect(Buffer.from(normalisePdf(bytes))).toEqual(Buffer.from(bytes));
});
