/** The commands, in the order in which help lists them. */
export const commandNames = [
  'import',
  'search',
  'export',
  'check',
  'verify',
  'snapshot',
  'restore',
] as const;

export type CommandName = (typeof commandNames)[number];

const common = `Options of every command
  --json         the answer as one JSON value on standard output; what stands in the way as {"ok":false,"error":{...}}
  --progress     says on standard error how far it is, even where that is no terminal
  --quiet        never says how far it is
  --author NAME  who does it, for the history (default: the name you are logged in with)
  --help         this text
  --             what follows is no option

Exit codes
  0    done, and all is well
  1    done, but the answer is no: nothing found, a problem, damage, a file that was refused
  2    the command line was not understood
  3    the project is open elsewhere or may only be read, so nothing was written
  4    this is no project, one of a newer Variorum, or too damaged
  5    a file could not be read or written, or something else stood in the way
  130  stopped by Ctrl-C before the end; nothing is half done

What was asked for goes to standard output, everything else to standard error.`;

/** What `variorum --help` prints. */
export const generalHelp = `Variorum compares several accounts of one event. Without a command it opens its window.

Usage: variorum COMMAND PROJECT [ARGUMENTS] [OPTIONS]
PROJECT is a project's folder.

Commands
  import    reads articles, or a file of annotations or references of another program; makes a project with --create
  search    finds articles, or every hit in its context
  export    writes a brief, the matrix, or records in any format
  check     checks briefs: quotations, citations, figures
  verify    proves journal, snapshots, texts, catalogue and every quotation
  snapshot  writes a snapshot now
  restore   brings the project back to an earlier state
  help      help COMMAND, or COMMAND --help, says more

Reading commands (search, export, check, verify) work while the window has the project open and change nothing in it.

Examples
  variorum import Ferry reports/ --create
  variorum search Ferry 'ferry NEAR/5 sank' --json
  variorum export Ferry brief 'What happened' --format pdf --output brief.pdf

${common}
  --version      the version of the program, in place of a command
`;

/** What `variorum COMMAND --help` prints. */
export const commandHelp: Readonly<Record<CommandName, string>> = {
  import: `Usage: variorum import PROJECT FILE... [OPTIONS]
Reads files and folders into the project as the window does: articles in every format that it knows. A file that only a
format of exchange has an ending for (qdpx, xlsx, jsonld, ris, bib and the like) is read as that. "-" is standard input.
Ctrl-C stops it: what came by then stays, and the rest can be resumed in the window.

  --as FORMAT    take each file as this: "articles", a format of exchange (see --list), or "auto": by its content
  --create       make the project if the folder is missing or empty
  --name NAME    what "-" is called, for its ending and the history (default: Standard input)
  --report FILE  write what became of each file as CSV ("-": to standard output): articles, what was carried of other
                 programs' files, and what could not be
  --list         print the formats of exchange that can be read, and end

Examples
  variorum import Ferry reports/ mail.mbox --create --report report.csv
  variorum import Ferry coded.qdpx
  curl -s https://example.org/a.html | variorum import Ferry - --name a.html

${common}
`,
  search: `Usage: variorum search PROJECT QUERY [OPTIONS]
Finds articles by the query language of the window: words that all must occur, "a phrase", begin*, a OR b, NOT c,
a NEAR/5 b, title: outlet: byline: tag: lang: section: after:2031-05 before: on: is:starred, and parentheses. tag: means
tags of whole articles, not of passages. One result a line, with tabs: number, title, outlet, date, snippet with hits
in brackets; with --context number, place, line. Exits with 1 if nothing was found. While the window has the project
open, a catalogue is made in a temporary folder first, which takes a moment.

  --context      every hit in its context, one a line
  --pattern      QUERY is a regular expression of JavaScript
  --sort ORDER   articles: rank, published, title; with --context: article, left, right, hit
  --limit N      at most so many (default 50; with --context 200)
  --json-lines   each result as JSON on a line of its own

Examples
  variorum search Ferry '"the ferry sank" OR title:harbour*'
  variorum search Ferry 'died' --context --sort right
  variorum search Ferry '\\b\\d+ (people|passengers)\\b' --pattern --context --json-lines

${common}
`,
  export: `Usage: variorum export PROJECT WHAT [NAME] [OPTIONS]
Writes without a window, and without a display for a PDF. The same project gives the same bytes.

  brief [NAME]   a brief by its title, the beginning of it, or its id; without a name the only brief there is
                 formats: docx, pdf, html (htm), markdown (md), text (txt)
  matrix         claims by articles; formats: csv, xlsx, html (htm)
  annotations    formats: csv, xlsx, web-annotation (jsonld), refi-qda (qdpx), brat, markdown-vault (md)
  claims         formats: csv, xlsx, claim-review (jsonld)
  links          formats: csv, xlsx
  articles       formats: csl-json (json), bibtex (bib), ris, and those of annotations but csv

  --format F     which one (default: docx for a brief, else csv; for articles csl-json)
  --output FILE  where to (default, and "-": standard output); a file that is there is replaced; a format of several
                 files is a ZIP
  --appendix     of a brief: with its sources in full
  --comments     of a brief: with your comments to self, in any format; says how many, for a file that others are to read
                 leave it out
  --no-CHOICE, --CHOICE  what a format offers, by its id
  --list         print the formats of exchange, and end

Examples
  variorum export Ferry brief 'What happened' --format docx --appendix --output brief.docx
  variorum export Ferry annotations --format web-annotation > annotations.jsonld
  variorum export Ferry matrix --format xlsx --output matrix.xlsx

${common}
`,
  check: `Usage: variorum check PROJECT [NAME...] [OPTIONS]
Checks briefs by title or id, all of them if none is named: whether every quotation is verbatim in its revision, and what
else the window's list of checks says. Exits with 1 where a quotation, a citation or a number is wrong, a figure is
older than what it shows, or a disputed claim is told as fact.

  --strict       remarks count as problems for the exit code, too

Examples
  variorum check Ferry
  variorum check Ferry 'What happened' --strict --json

${common}
`,
  verify: `Usage: variorum verify PROJECT [OPTIONS]
Proves the project's folder and changes nothing: every line of the journal with its checksum and number, every snapshot
against the journal, every text against its hash, every passage against its text byte for byte, records that refer to what is
not there, the catalogue and the suggestions. Says what is wrong, where, and what to do; exits with 1 if anything is. May
be used while the window has the project open.

Example
  variorum verify Ferry && cp -r Ferry /backup/

${common}
`,
  snapshot: `Usage: variorum snapshot PROJECT [OPTIONS]
Writes a snapshot of the present state into the project and reads it back. The last three are kept; the program makes
them by itself, too.

Example
  variorum snapshot Ferry --json

${common}
`,
  restore: `Usage: variorum restore PROJECT (--sequence N | --time T | --list) [OPTIONS]
Makes the project say again what it said after an entry of its journal, as one new change: nothing is lost, and undo in
the window takes it back. Articles that came since stay. Where the journal is damaged in between it is refused.

  --sequence N   after this entry
  --time T       after the last entry before this time: 2031-05-12, 2031-05-12T14:02, with Z or +01:00 or local
  --to FOLDER    leave the project as it is, and make a copy as it was then in a new folder
  --dry-run      only say what would be done
  --list         print the entries of the journal (number, time, who, what), and end

Examples
  variorum restore Ferry --list | tail
  variorum restore Ferry --time 2031-05-12 --dry-run
  variorum restore Ferry --sequence 40 --to 'Ferry as it was'

${common}
`,
};
