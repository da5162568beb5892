/**
 * The style sheet of an HTML export: the look of a brief on the screen, light and dark as the reader's system is, and
 * on paper. Names only fonts that the reader's machine may have; fetches nothing.
 */
export const briefStyle = `
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
li > p { margin-bottom: .3rem }
[dir="auto"] { text-align: start }
a { color: var(--rubric) }
a:focus-visible, :target { outline: 2px solid var(--rubric); outline-offset: 3px; border-radius: 2px }
.about { font: .8rem/1.5 var(--ui); color: var(--soft) }
header .about { margin-bottom: 2rem }
.quotation { border-bottom: 1px solid var(--rubric); white-space: pre-line }
sup { font: 600 .68em/0 var(--ui); margin-left: .1em }
sup a { text-decoration: none; padding: .2em }
figure { margin: 1.2rem 0; padding: .1rem 0 .1rem 1.1rem; border-inline-start: 3px solid var(--rubric) }
blockquote { margin: 0 }
blockquote p { white-space: pre-line; margin: 0 }
blockquote.set-off { margin: 1.2rem 0; padding-inline-start: 1.1rem; border-inline-start: 1px solid var(--line); color: var(--soft) }
blockquote.set-off > p + p { margin-top: .9rem }
figcaption, .stance { font: .8rem/1.5 var(--ui); color: var(--soft); margin: .3rem 0 0 }
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
.sources { margin-top: 3.5rem; border-top: 1px solid var(--line); font-size: .88rem }
.sources ol { padding-inline-start: 1.6rem }
.sources li { margin-bottom: 1.3rem }
.sources li::marker { font: 600 .8rem var(--ui); color: var(--rubric) }
.source, .place { font: .8rem/1.5 var(--ui); margin: 0 }
.place { color: var(--soft); overflow-wrap: anywhere }
.passage { white-space: pre-line; color: var(--soft); margin: .3rem 0 }
mark { background: var(--mark); color: var(--ink) }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --rubric: #7c2412; --mark: #eee } html { font-size: 10.5pt } main { max-width: none; padding: 0 } .table-frame { overflow: visible } tr { break-inside: avoid } thead { display: table-header-group } h2, h3, h4 { break-after: avoid } figure, .claim, .sources li { break-inside: avoid } [role="doc-backlink"] { display: none } @page { margin: 2cm } }
@media (forced-colors: active) { .quotation { border-bottom-color: LinkText } mark { outline: 1px solid } }
`;
