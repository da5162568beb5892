/**
 * What a page with notes at its foot adds to its style sheet, on paper alone. The text has a width of its own, so that its lines
 * are the same when it is measured and when it is printed; a note stands where the script that lays it out says, over what
 * borders reach down there. A page holds whole pixels, 963: of what is more the engine loses track, and links lead to the page before.
 */
export const paperStyle = `
@media print {
@page { size: A4; margin: 75.52px 83px 84px }
main { width: 624px; text-rendering: geometricPrecision }
main:has(> .table-frame) > :not(.table-frame) { max-width: none }
.footnote { position: absolute; left: 0; width: 624px; padding-bottom: 3px; font-size: .8rem; line-height: 1.45; text-rendering: geometricPrecision; background: var(--paper) }
.footnote p, .footnote ul, .footnote ol { margin: 0; orphans: 2; widows: 2 }
.footnote > * + * { margin-top: .2rem }
.footnote > blockquote.set-off, .footnote > .figure { margin-block: .3rem }
.footnote [role="doc-backlink"] { display: inline; font: 600 .9em var(--ui); text-decoration: none; color: inherit; margin-inline-end: .35em }
.footnote.first-on-page::before { content: ""; position: absolute; left: 0; top: -7px; width: 100%; height: 7px; background: linear-gradient(var(--soft), var(--soft)) left 1px / 25% 1px no-repeat var(--paper) }
sup a { padding: 0 }
.notes-in-text .footnote { position: static; width: auto; margin: 0 0 .6rem 1.6rem }
.target { position: absolute; left: 0 }
.page-part { display: block }
.page-part + .page-part { text-indent: 0 }
.page-start { break-before: page; margin-top: 0 !important }
.picture img { max-height: 760px; object-fit: contain }
.table-frame { min-width: 0; width: auto }
td, th { overflow-wrap: anywhere }
tr.to-go-on > * { border-bottom-style: hidden }
tr.goes-on > *, td.goes-on { border-top-style: hidden }
}
`;
