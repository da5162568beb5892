/**
 * The style sheet of an HTML export: the look of a brief on the screen, light and dark as the reader's system is, and
 * on paper. Names only fonts that the reader's machine may have; fetches nothing.
 */
export const htmlStyle = `
:root { color-scheme: light dark; --paper: #fbfaf6; --chrome: #f2efe8; --line: #ddd7ca; --ink: #211e19; --soft: #6a6358; --rubric: #a2361f; --mark: #f5dd9a; --read: "Literata Variable", Literata, Georgia, serif; --ui: "Inter Variable", Inter, system-ui, sans-serif }
@media (prefers-color-scheme: dark) { :root { --paper: #1c1b18; --chrome: #242320; --line: #39362f; --ink: #e9e4d8; --soft: #a89f8f; --rubric: #e07a5f; --mark: #5a4711 } }
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); font: 17px/1.6 var(--read); -webkit-text-size-adjust: 100% }
body { margin: 0 }
main { max-width: 42rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word }
h1 { font-size: 1.9rem; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 .3rem }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.2rem 0 .5rem }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.8rem 0 .4rem }
h4 { font-size: 1rem; margin: 1.5rem 0 .3rem }
p, ul, ol { margin: 0 0 .9rem }
li > p, li > ul, li > ol { margin-bottom: .3rem }
[dir="auto"] { text-align: start }
a { color: var(--rubric) }
a:focus-visible, :target { outline: 2px solid var(--rubric); outline-offset: 3px; border-radius: 2px }
.about { font: .8rem/1.5 var(--ui); color: var(--soft) }
header .about { margin-bottom: 2rem }
.quotation { white-space: pre-wrap }
a.cited { color: inherit; text-decoration: none }
.quotation > a.cited { border-bottom: 1px solid var(--rubric) }
a.cited:hover { background: var(--mark) }
.citation > a.cited { text-decoration: underline; text-decoration-color: var(--line) }
sup { font: 600 .68em/0 var(--ui); margin-inline-start: .1em; unicode-bidi: isolate }
sup a { text-decoration: none; padding: .2em .1em }
.figure { margin: 1.2rem 0; padding: .1rem 0 .1rem 1.1rem; border-inline-start: 3px solid var(--rubric) }
blockquote { margin: 0 }
blockquote p { margin: 0 }
.cited blockquote p, .evidence blockquote p { white-space: pre-wrap }
blockquote.set-off { margin: 1.2rem 0; padding-inline-start: 1.1rem; border-inline-start: 1px solid var(--line); color: var(--soft) }
blockquote.set-off > p + p { margin-top: .9rem }
.caption, .stance { font: .8rem/1.5 var(--ui); color: var(--soft); margin: .3rem 0 0 }
.claim { margin: 1.4rem 0; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: 7px }
.claim .wording { font-weight: 600; margin: 0 }
.claim .label { font: 600 .75rem var(--ui); color: var(--rubric); margin-inline-end: .3rem }
.claim .about { margin: .2rem 0 .6rem }
.evidence { list-style: none; padding: 0; margin: 0 }
.evidence li { padding: .5rem 0 .2rem; border-top: 1px solid var(--line) }
.stance strong { color: var(--ink) }
.table-frame { margin: 1.4rem auto; max-width: 100%; width: fit-content; min-width: min(42rem, 100%); overflow-x: auto }
main:has(> .table-frame) { max-width: 110rem }
main:has(> .table-frame) > :not(.table-frame) { max-width: 42rem; margin-inline: auto }
table { border-collapse: collapse; font-size: .85rem; line-height: 1.45; min-width: 100% }
th, td { border: 1px solid var(--line); padding: .45rem .6rem; text-align: start; vertical-align: top; min-width: 7rem; max-width: 22rem }
th { font: 600 .78rem/1.4 var(--ui); background: var(--chrome) }
th[scope="row"] { min-width: 11rem }
th > p, td > p { margin: 0 0 .4rem }
th > :last-child, td > :last-child { margin-bottom: 0 }
.contents { margin: 0 0 2.2rem; padding: .8rem 1.1rem; border: 1px solid var(--line); border-radius: 7px; font: .88rem/1.5 var(--ui) }
.contents summary { font-weight: 600; cursor: pointer }
.contents ol { list-style: none; padding: 0; margin: .4rem 0 0 }
.contents .level-2 { padding-inline-start: 1.2rem }
.contents .level-3 { padding-inline-start: 2.4rem }
.contents a { color: inherit; text-decoration-color: var(--line) }
.picture { border: 0; padding: 0 }
.picture img { display: block; max-width: 100%; height: auto; margin: 0 auto; background: #fff }
.drawing { display: block; position: relative; width: fit-content; max-width: 100%; margin: 0 auto }
.picture .description { position: absolute; inset: 0; width: 100%; height: 100%; background: none }
.small-caps { font-variant-caps: small-caps }
.comment { background: var(--mark); font: .8rem/1.4 var(--ui) }
.notes { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: .8rem; font-size: .88rem }
.notes ol { padding-inline-start: 2rem; margin: 0 }
.notes li { margin-bottom: .5rem }
.notes li::marker { font: 600 .8rem var(--ui); color: var(--rubric) }
.notes li > p { margin-bottom: .15rem }
.note-links, .back { font: .75rem/1.5 var(--ui); margin: 0 }
.bibliography { margin-top: 2.5rem; border-top: 1px solid var(--line) }
.bibliography p { margin-bottom: .5rem; overflow-wrap: anywhere }
.hanging p { padding-inline-start: 1.6rem; text-indent: -1.6rem }
.sources { margin-top: 3.5rem; border-top: 1px solid var(--line); font-size: .88rem }
.sources .passage-card { margin: 0 0 1.3rem; padding: .1rem .3rem }
.passages .passage-card { display: none }
.passages .passage-card:target { display: block; position: fixed; inset-inline: 0; bottom: 0; max-height: 60vh; overflow: auto; padding: 1rem max(1.25rem, 50vw - 21rem) 1.4rem; background: var(--chrome); border-top: 2px solid var(--rubric); outline: 0; font-size: .88rem; box-shadow: 0 -8px 30px #0003 }
.source, .place { font: .8rem/1.5 var(--ui); margin: 0 }
.source, .place { overflow-wrap: anywhere }
.place { color: var(--soft) }
.passage { white-space: pre-wrap; color: var(--soft); margin: .3rem 0 }
mark { background: var(--mark); color: var(--ink) }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --rubric: #7c2412; --mark: #eee } html { font-size: 10.5pt } main { max-width: none; padding: 0 } .claim { border-inline: 0; border-radius: 0; padding-inline: 0 } .table-frame { overflow: visible } tr { break-inside: avoid } thead { display: table-header-group } h1, h2, h3, h4, .claim .wording, .claim .about, .stance, .source { break-after: avoid } p { orphans: 3; widows: 3 } .bibliography p, .set-off, .contents { break-inside: avoid } .cited, .picture, .evidence li, .passage-card, .notes li { break-inside: avoid } [role="doc-backlink"], .note-links, .back, .contents, .passages { display: none } a.cited, sup a { color: inherit } @page { size: A4; margin: 2cm 2.2cm 2.2cm } }
@media (forced-colors: active) { .quotation { border-bottom-color: LinkText } mark { outline: 1px solid } }
`;
