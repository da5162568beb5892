// Who may import what: the one table behind the import rules (dependency-rules.mjs) and the filing of
// npm packages. ARCHITECTURE.md says why; to change a rule, change it here, and the samples in
// test/arch that must fail show what the change let through.

/**
 * A folder of sources. It may always import itself.
 * @typedef {object} Room
 * @property {readonly string[]} imports rooms, or folders of rooms, that it may import
 * @property {readonly string[]} [typesOf] rooms of which it may import types and nothing else
 * @property {boolean} [node] whether it may import Node's own modules
 * @property {boolean} [resources] whether it may import style sheets and icons
 *
 * @typedef {object} PackageLayer
 * @property {readonly string[]} rooms that may import the packages of this layer
 * @property {Readonly<Record<string, string>>} packages name and what it is for
 */

const belowClaim = ['app/base', 'app/record', 'app/article', 'app/anchor', 'app/annotation'];
const belowBrief = [...belowClaim, 'app/claim', 'app/link', 'app/compare', 'app/search'];
const noticing = ['app/fact', 'app/statement', 'app/parallel'];
const belowExchange = [...belowBrief, 'app/reanchor', 'app/brief', ...noticing, 'app/suggestion'];
const mainWithoutElectron = ['main/services', 'main/workers', 'main/rpc'];

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  'app/base': { imports: [] },
  'app/record': { imports: ['app/base'], typesOf: ['app'] },
  'app/article': { imports: ['app/base', 'app/record'] },
  'app/anchor': { imports: ['app/base', 'app/record', 'app/article'] },
  'app/annotation': { imports: ['app/base', 'app/record', 'app/article', 'app/anchor'] },
  'app/claim': { imports: belowClaim },
  'app/link': { imports: belowClaim },
  'app/compare': { imports: belowClaim },
  'app/search': { imports: belowClaim },
  'app/reanchor': { imports: [...belowClaim, 'app/compare'] },
  'app/brief': { imports: [...belowBrief, ...noticing] },
  'app/fact': { imports: belowClaim },
  'app/statement': { imports: [...belowClaim, 'app/fact'] },
  'app/parallel': { imports: [...belowClaim, 'app/compare', 'app/search', 'app/fact'] },
  'app/suggestion': { imports: [...belowBrief, ...noticing], typesOf: ['app/host'] },
  'app/exchange': { imports: belowExchange },
  'app/schema': { imports: belowExchange, typesOf: ['app/host'] },
  'app/host': { imports: [], typesOf: ['app'] },

  'main/services': { imports: ['app', ...mainWithoutElectron], node: true },
  'main/workers': { imports: ['app', ...mainWithoutElectron], node: true },
  'main/rpc': { imports: ['app', ...mainWithoutElectron], node: true },
  'main/cli': { imports: ['app', ...mainWithoutElectron], node: true },
  'main/electron': { imports: ['app', 'main'], node: true },

  'renderer/host': { imports: ['app/base', 'app/host'], typesOf: ['app'] },
  'renderer/store': { imports: ['app', 'renderer/host'] },
  'renderer/surface': { imports: [] },
  'renderer/reader': { imports: ['app', 'renderer/surface'] },
  'renderer/editor': { imports: ['app', 'renderer/surface'] },
  'renderer/session': {
    imports: ['app', 'renderer/store', 'renderer/reader', 'renderer/editor'],
  },
  'renderer/views': { imports: ['renderer/session'], typesOf: ['app'], resources: true },
  'renderer/boot': { imports: ['app', 'renderer'], resources: true },
};

const services = ['main/services', 'main/workers', 'main/cli'];
const reactRooms = ['renderer/views', 'renderer/boot'];

/** @type {Readonly<Record<string, PackageLayer>>} */
export const packageLayers = {
  base: {
    rooms: ['app/base'],
    packages: { uuid: 'ids that sort by the time they were made (v7)' },
  },
  schema: {
    rooms: ['app/schema'],
    packages: { zod: 'checks what crosses a boundary: files, journal, host calls' },
  },
  'brief output': {
    rooms: ['app/brief'],
    packages: {
      'hast-util-to-html': 'writes a brief as HTML',
      hastscript: 'builds the HTML tree of a brief',
      citeproc: 'citations and bibliographies by any CSL style',
      liquidjs: 'fills the templates of briefs, without eval and within limits',
    },
  },
  markdown: {
    rooms: ['app/brief', 'app/exchange', ...services],
    packages: {
      '@types/hast': 'types of HTML trees',
      '@types/mdast': 'types of Markdown trees',
      'mdast-util-gfm': 'tables, footnotes and strikethrough, read and written',
      'mdast-util-to-markdown': 'writes briefs and notes as Markdown',
      'micromark-extension-gfm': 'syntax of mdast-util-gfm',
    },
  },
  xml: {
    rooms: ['app/brief', 'app/exchange', ...services],
    packages: {
      saxes: 'reads the XML in ODT, EPUB, citation styles and exchange files, without entities',
    },
  },
  'front matter': {
    rooms: ['app/exchange', ...services],
    packages: { yaml: 'reads and writes front matter' },
  },
  services: {
    rooms: services,
    packages: {
      '@mozilla/readability': 'finds the article in a web page',
      '@types/yauzl': 'types',
      'franc-min': 'the language of a text that does not state it',
      'iconv-lite': 'decodes the encodings that TextDecoder does not have',
      libsql: 'SQLite with full-text search, N-API binaries that need no rebuild for Electron',
      'pdfjs-dist': 'reads PDF',
      'postal-mime': 'reads mail',
      yauzl: 'reads ZIP entry by entry; also unpacks the fallback Electron',
      jsonrepair: 'reads linked data of web pages whose JSON is broken in the usual ways',
      linkedom: 'a DOM outside the browser, for readability',
      'mdast-util-frontmatter': 'metadata at the head of a Markdown article',
      'mdast-util-to-string': 'the text of a Markdown tree',
      'micromark-extension-frontmatter': 'syntax of mdast-util-frontmatter',
      'micromark-core-commonmark':
        'the syntax itself, of which one step is mended that took quadratic time',
    },
  },
  'marked text': {
    rooms: ['app/brief', 'app/exchange', ...services],
    packages: {
      htmlparser2: 'reads web pages that are too large for a DOM; notes in HTML',
      'mdast-util-from-markdown': 'reads Markdown articles, notes and drafts of briefs',
    },
  },
  codebook: {
    rooms: ['app/annotation', 'app/claim', 'app/brief'],
    packages: {
      'fractional-indexing':
        'the place of a tag, a claim or a part of a brief among its siblings, moved alone',
    },
  },
  anchoring: {
    rooms: ['app/reanchor'],
    packages: {
      'approx-string-match': 'finds a quotation whose words have changed (Myers 1999)',
      'fastest-levenshtein': 'how far two wordings are apart, thirty-two letters at a time',
    },
  },
  exchange: {
    rooms: ['app/exchange'],
    packages: {
      '@streamparser/json': 'reads JSON of any size piece by piece (Web Annotations)',
    },
  },
  tables: {
    rooms: ['app/exchange', ...services],
    packages: { papaparse: 'reads and writes CSV', '@types/papaparse': 'types' },
  },
  differences: {
    rooms: ['app/compare'],
    packages: { diff: 'differences of two lists and of words (Myers)' },
  },
  graph: {
    rooms: ['app/link'],
    packages: {
      'd3-force': 'lays a graph out by forces, seeded and without the DOM',
      '@types/d3-force': 'types',
    },
  },
  electron: {
    rooms: ['main/electron'],
    packages: {
      electron: 'the desktop runtime',
      'electron-log': 'log file',
      'electron-window-state': 'the window comes back where it was',
    },
  },
  store: {
    rooms: ['renderer/store'],
    packages: { dexie: 'IndexedDB with transactions and live queries' },
  },
  editing: {
    rooms: ['renderer/surface', 'renderer/reader', 'renderer/editor'],
    packages: {
      'prosemirror-commands': 'editing commands',
      'prosemirror-inputrules': 'lists and headings typed as in Markdown',
      'prosemirror-keymap': 'keys of the editors',
      'prosemirror-model': 'documents',
      'prosemirror-schema-list': 'lists',
      'prosemirror-state': 'editor state',
      'prosemirror-tables': 'tables in briefs: cells, rows and columns as a whole',
      'prosemirror-transform': 'changes to documents',
      'prosemirror-view': 'the editable surface',
    },
  },
  session: {
    rooms: ['renderer/session', ...reactRooms],
    packages: { zustand: 'state of a window; views use its React binding' },
  },
  workbooks: {
    rooms: ['app/exchange', ...services],
    packages: {
      fflate: 'packs workbooks and documents, in slices and with a fixed date',
    },
  },
  views: {
    rooms: reactRooms,
    packages: {
      '@fontsource-variable/inter': 'typeface of the interface',
      '@fontsource-variable/literata': 'typeface of articles and briefs',
      '@tanstack/react-virtual': 'long lists draw what is in view',
      '@types/react': 'types',
      '@types/react-dom': 'types',
      'lucide-react': 'icons',
      react: 'the interface',
      'react-aria-components': 'accessible lists, trees, menus and dialogs',
      'react-dom': 'React on the DOM',
      'react-resizable-panels': 'panes with movable borders',
    },
  },
  test: {
    rooms: [],
    packages: {
      '@axe-core/playwright': 'accessibility checks in end-to-end tests',
      '@playwright/test': 'end-to-end tests on a real Electron',
      '@recogito/text-annotator': 'measured beside our reader',
      '@vitest/browser': 'tests of the renderer in a real window',
      'fast-check': 'property tests',
      'fast-xml-parser': 'a second reader of the pictures that are exported',
      flexsearch: 'measured beside our search',
      minisearch: 'measured beside our search',
      'read-excel-file': 'reads exported workbooks where LibreOffice is not installed',
      vitest: 'tests',
      'xmllint-wasm': 'checks exported XML against its schema',
    },
  },
  tooling: {
    rooms: [],
    packages: {
      '@biomejs/biome': 'formatter and linter',
      '@electron/asar': 'packs the default application of the fallback Electron',
      '@electron/fuses': 'sets the switches inside the fallback Electron',
      '@types/node': 'types',
      '@vitejs/plugin-react': 'JSX in builds and tests',
      'dependency-cruiser': 'checks this table',
      knip: 'finds unused files, exports and packages',
      node: 'the Node that the scripts run on, whatever the machine has',
      typescript: 'type checks',
      vite: 'builds',
    },
  },
};
