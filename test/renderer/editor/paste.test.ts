import { describe, expect, test } from 'vitest';
import {
  doc,
  heading,
  inline,
  list,
  mountedEditor,
  p,
  paste,
  quotation,
  selectText,
  text,
  tunnelCitations,
} from './mounted-editor.ts';

function pasted(html: string, kind: 'note' | 'brief' = 'brief') {
  const { editor, dom } = mountedEditor(kind, null, { citations: tunnelCitations() });
  editor.focus();
  paste(dom, { 'text/html': html, 'text/plain': 'not used' });
  return editor.content();
}

describe('Pasting', () => {
  test('Styles, pictures and programs go, words and structure stay', () => {
    const html = `<style>p { color: red }</style><script>alert(1)</script>
<h1 style="color: red">Title</h1><h5>Small</h5>
<p class="x" style="font-size: 40px">One <b>bold</b> <i>em</i> <u>under</u><img src="https://example.org/x.png" onerror="alert(1)"></p>`;
    expect(pasted(html)).toEqual(
      doc(
        heading(1, 'Title'),
        heading(3, 'Small'),
        p('One ', text('bold', 'strong'), ' ', text('em', 'em'), ' under'),
      ),
    );
  });

  test('Links keep http, https and mailto; others lose their address', () => {
    const html =
      '<p><a href="https://example.org/">a</a> <a href="javascript:alert(1)">b</a> <a href="JaVa&#10;script:alert(1)">c</a> <a href="file:///x">d</a></p>';
    const link = { type: 'link', attrs: { href: 'https://example.org/' } };
    expect(pasted(html)).toEqual(doc(p(text('a', link), ' b c d')));
  });

  test('Headings in a note become paragraphs', () => {
    expect(pasted('<h2>Title</h2><p>one</p>', 'note')).toEqual(doc(p('Title'), p('one')));
  });

  test('Bold and italic that are only styles are kept, a bold that is not bold is not', () => {
    const html =
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">a</span> <span style="font-style:italic">b</span> <span style="font-weight:400">c</span></p></b>';
    expect(pasted(html)).toEqual(doc(p(text('a', 'strong'), ' ', text('b', 'em'), ' c')));
  });

  test("Word's lists become lists", () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal>Before<o:p>&nbsp;</o:p></p>
${item(1, '·', 'one')}
${item(2, 'o', 'two')}
${item(1, '·', 'three')}
<p class=MsoNormal>Between</p>
${item(1, '1.', 'four')}
<!--EndFragment--></body></html>`;
    expect(pasted(html)).toEqual(
      doc(
        p('Before'),
        list('bullet_list', [p('one'), list('bullet_list', [p('two')])], [p('three')]),
        p('Between'),
        list('ordered_list', [p('four')]),
      ),
    );
  });

  test('A table in a note becomes its rows, cells apart', () => {
    const html =
      '<table><tr><th>Outlet</th><th>Sum</th></tr><tr><td>Ledger</td><td>4.2 bn</td></tr></table>';
    expect(pasted(html, 'note')).toEqual(doc(p('Outlet | Sum'), p('Ledger | 4.2 bn')));
    // One that only sets things in their places is none in a brief either; what it holds is.
    const layout = `<table><tr><td><p>Above</p>${html}</td></tr></table>`;
    expect(pasted(layout)?.content?.map(({ type }) => type)).toEqual(['paragraph', 'table']);
    expect(pasted(layout, 'note')?.content?.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  test('Plain text becomes paragraphs', () => {
    const { editor, dom } = mountedEditor('note', null);
    editor.focus();
    paste(dom, { 'text/plain': 'one\n\n<b>two</b>' });
    expect(editor.content()).toEqual(doc(p('one'), p('<b>two</b>')));
  });
});

describe('Copying citations', () => {
  function copied(dom: HTMLElement): DataTransfer {
    const clipboardData = new DataTransfer();
    dom.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return clipboardData;
  }

  test('Other programs get the words and the source', async () => {
    const { dom } = mountedEditor('brief', doc(p('They said ', inline('cost'), '.')), {
      citations: tunnelCitations(),
    });
    await selectText(dom, 'They said', 0);
    document.execCommand('selectAll');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const data = copied(dom);
    expect(data.getData('text/plain')).toBe(
      'They said “4.2 billion crowns” (The Harbour Times, 12 May 2024 · 14:3).',
    );
    expect(data.getData('text/html')).toContain('“4.2 billion crowns”');
    const other = mountedEditor('brief', null, { citations: tunnelCitations() });
    other.editor.focus();
    paste(other.dom, { 'text/html': data.getData('text/html') });
    expect(other.editor.content()).toEqual(doc(p('They said ', inline('cost'), '.')));
  });

  test('C1 a citation of a record that is not in this project comes as its words', () => {
    const html =
      '<blockquote data-citation="quotation" data-citation-id="elsewhere">“words” (Outlet)</blockquote>';
    expect(pasted(html)).toEqual(doc({ type: 'blockquote', content: [p('“words” (Outlet)')] }));
    expect(pasted(html.replace('elsewhere', 'cost'))).toEqual(doc(quotation('cost')));
  });
});
