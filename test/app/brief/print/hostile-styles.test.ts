import { expect, test } from 'vitest';
import { builtInStyles } from '../../../../app/brief/print/built-in-styles.ts';
import { readCitationStyle } from '../../../../app/brief/print/read-citation-style.ts';
import { tryCitationStyle } from '../../../../app/brief/print/try-citation-style.ts';
import { builtInStyle, styleOf } from './printed-lines.ts';

function style(body: string, info = '<info><title>Mine</title></info>'): string {
  return `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">${info}${body}</style>`;
}

const layout = '<citation><layout><text variable="title"/></layout></citation>';

/** Each macro calls the next one twice: 2 to the power of `count` in the end. */
function bomb(count: number): string {
  const macros = Array.from({ length: count }, (_, index) => {
    const call = `<text macro="m${index + 1}"/>`;
    return `<macro name="m${index}">${call}${call}</macro>`;
  });
  return `${macros.join('')}<macro name="m${count}"><text value="x"/></macro><citation><layout><text macro="m0"/></layout></citation>`;
}

test.each([
  ['nothing', '', /no sound XML/],
  ['no XML', 'Dear Sir', /no sound XML/],
  ['broken XML', '<style><info></style>', /no sound XML: line 1/],
  ['another XML', '<locale/>', /no citation style/],
  ['a document type', `<!DOCTYPE style>${style(layout)}`, /document type/],
  [
    'entities that grow',
    `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${style(layout)}`,
    /document type/,
  ],
  ['an unknown entity', style('<citation><layout prefix="&nbsp;"/></citation>'), /line 1/],
  ['ten megabytes', style(`<!--${'x'.repeat(10_000_000)}-->${layout}`), /larger than/],
  [
    'a deep nest',
    style(`${'<group>'.repeat(2_000)}${'</group>'.repeat(2_000)}`),
    /nested too deeply/,
  ],
  ['too many elements', style('<text/>'.repeat(60_000)), /more elements/],
  ['no layout', style('<citation/>'), /does not say how to cite/],
  [
    'a dependent style',
    style(
      '',
      '<info><title>Journal of Tunnels</title><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info>',
    ),
    /“Journal of Tunnels” only says that it is the same as the style “apa”\. Add the file apa\.csl/,
  ],
  [
    'a missing macro',
    style('<citation><layout><text macro="gone"/></layout></citation>'),
    /“gone”/,
  ],
  [
    'a macro that calls itself',
    style(
      '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro><citation><layout><text macro="a"/></layout></citation>',
    ),
    /calls itself/,
  ],
  ['macros that grow', style(bomb(40)), /grow without bound/],
  ['a chain of macros', style(bomb(100)), /too deeply/],
])('C7: %s is refused with its reason', (_, xml, reason) => {
  const read = readCitationStyle(xml);
  expect(read.ok ? '' : read.error.message).toMatch(reason);
});

test('C7: what citeproc can not use is refused with its reason', () => {
  const xml = style(
    '<citation><layout><names variable="author"><bogus-element/></names></layout></citation>',
  );
  const tried = tryCitationStyle(styleOf(xml));
  expect(tried.ok ? '' : tried.error.message).toMatch(/can not be used: .+ Choose another file/);
});

test('C7: a sound style is taken as it is', () => {
  const tried = tryCitationStyle(styleOf(style(layout)));
  expect(tried.ok && tried.value).toMatchObject({
    title: 'Mine',
    inNotes: false,
    hasBibliography: false,
  });
});

test.each(builtInStyles)('C7: $title can be used', ({ id }) => {
  const tried = tryCitationStyle(builtInStyle(id));
  expect(tried.ok && tried.value.hasBibliography).toBe(true);
});
