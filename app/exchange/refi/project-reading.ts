import type { ImportContext } from '../exchange-format.ts';
import type {
  AnnotationDraft,
  ArticleTarget,
  DraftOrigin,
  DraftSelector,
  DraftTagRef,
} from '../import-draft.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { isSelected } from '../selection-counting.ts';
import { noteOf } from '../table/note-words.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { plainGuid } from './guid.ts';
import { tellUnknown } from './known-parts.ts';
import type { ProjectFiles } from './project-files.ts';
import type { ProjectNotes } from './project-notes.ts';
import { variableNames } from './source-metadata.ts';

/** Where sets of sources go: they become tags of articles below this one. */
const setsTag = 'Sets';

/** What the readers of a project's parts share. */
export class ProjectReading {
  readonly files: ProjectFiles;
  readonly notes: ProjectNotes;
  readonly report: ReportBuilder;
  readonly variables: ReadonlyMap<string, string>;
  /** Whether this program wrote the project. */
  readonly isOurs: boolean;
  /** By guid as it stands in the file: what came of it, for links and cases. */
  readonly annotations = new Map<string, string>();
  readonly claims = new Map<string, string>();
  readonly #context: ImportContext;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #users: ReadonlyMap<string, string>;
  readonly #sets: ReadonlyMap<string, readonly string[]>;
  readonly #keys = new Set<string>();
  readonly #total: number;
  #done = 0;

  /**
   * @param codes the names of the codes that came, by guid
   * @param total how many selections there are
   */
  constructor(
    project: XmlElement,
    files: ProjectFiles,
    notes: ProjectNotes,
    codes: ReadonlyMap<string, string>,
    context: ImportContext,
    total: number,
  ) {
    this.files = files;
    this.notes = notes;
    this.#context = context;
    this.report = context.report;
    this.#codes = codes;
    this.#total = total;
    this.isOurs = project.attributes.origin === 'Variorum';
    this.variables = variableNames(project);
    this.#users = usersOf(project);
    this.#sets = setsOf(project, context.report);
  }

  /** A selection was dealt with. */
  step(): void {
    this.#done += 1;
    this.#context.progress(this.#done, this.#total);
  }

  /** A key that is used once: the guid, where the file has one that nothing before it has. */
  key(guid: string | undefined, kind: string): string {
    const plain = plainGuid(guid);
    const key = plain !== null && !this.#keys.has(plain) ? plain : `${kind} ${this.#keys.size + 1}`;
    this.#keys.add(key);
    return key;
  }

  /** The codes on an element, each once, in their order. Codes that the codebook lacks are reported. */
  tagsOf(element: XmlElement): readonly DraftTagRef[] {
    const keys = new Set<string>();
    for (const coding of elementsIn(element, 'Coding')) {
      tellUnknown(coding, this.report);
      for (const { attributes } of elementsIn(coding, 'CodeRef')) {
        const guid = plainGuid(attributes.targetGUID);
        if (guid !== null && this.#codes.has(guid)) keys.add(guid);
        else {
          const place = element.attributes.name ?? null;
          this.report.lose('A coding', 'Its code is not in the codebook.', place);
        }
      }
    }
    return [...keys].map((key) => ({ key }));
  }

  /** For the report: what a selection that is refused was coded with. */
  codesInWords(selection: XmlElement): string {
    const names = elementsIn(selection, 'Coding')
      .flatMap((coding) => elementsIn(coding, 'CodeRef'))
      .map(({ attributes }) => this.#codes.get(plainGuid(attributes.targetGUID) ?? ''))
      .filter((name) => name !== undefined);
    return names.length === 0
      ? ''
      : `It was coded with ${names.map((name) => `“${name}”`).join(', ')}.`;
  }

  /** The sets that a source is in, as tags. */
  setsOf(source: XmlElement): readonly DraftTagRef[] {
    const names = this.#sets.get(plainGuid(source.attributes.guid) ?? '') ?? [];
    return names.map((name) => ({ path: [setsTag, name] }));
  }

  origin({ attributes }: XmlElement): DraftOrigin {
    const user = attributes.creatingUser ?? attributes.modifyingUser;
    return {
      author: this.#users.get(plainGuid(user) ?? '') ?? null,
      createdAt: attributes.creationDateTime ?? null,
      modifiedAt: attributes.modifiedDateTime ?? null,
    };
  }

  /** The annotation of a selection: its codes as tags, its memos and those of its codings as a note. */
  annotation(
    selection: XmlElement,
    place: {
      readonly where: string;
      readonly target: ArticleTarget;
      readonly selector: DraftSelector;
      readonly words: string;
    },
  ): AnnotationDraft {
    const { where, target, selector, words } = place;
    const codings = elementsIn(selection, 'Coding');
    const memos = [
      // Some programs write the selected words there, which is no memo.
      ...elementsIn(selection, 'Description')
        .map(textIn)
        .filter((text) => !isSelected(words, text)),
      ...this.notes.of(selection),
      ...codings.flatMap((coding) => this.notes.of(coding)),
    ];
    const key = this.key(selection.attributes.guid, 'selection');
    const guid = plainGuid(selection.attributes.guid);
    if (guid !== null) this.annotations.set(guid, key);
    const number = this.isOurs
      ? /^\d+:(\d{1,9})$/.exec(selection.attributes.name ?? '')?.[1]
      : undefined;
    const own = this.origin(selection);
    const [coding] = codings;
    return {
      kind: 'annotation',
      key,
      where,
      target,
      selector,
      tags: this.tagsOf(selection),
      note: noteOf([...new Set(memos)].join('\n')),
      ...(own.author === null && coding !== undefined ? this.origin(coding) : own),
      ...(number === undefined ? {} : { number: Number(number) }),
    };
  }
}

function usersOf(project: XmlElement): ReadonlyMap<string, string> {
  const users = new Map<string, string>();
  for (const user of elementsIn(project, 'Users').flatMap((all) => elementsIn(all, 'User'))) {
    const guid = plainGuid(user.attributes.guid);
    const name = (user.attributes.name ?? user.attributes.id ?? '').trim();
    if (guid !== null && name !== '') users.set(guid, name);
  }
  return users;
}

/** The names of the sets that hold a source, by its guid. What else is in sets is reported. */
function setsOf(
  project: XmlElement,
  report: ReportBuilder,
): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>();
  for (const set of elementsIn(project, 'Sets').flatMap((all) => elementsIn(all, 'Set'))) {
    const name = (set.attributes.name ?? '').replace(/\s+/g, ' ').trim() || 'Unnamed';
    for (const member of elementsIn(set)) {
      const guid = plainGuid(member.attributes.targetGUID);
      if (member.name === 'MemberSource' && guid !== null) {
        sets.set(guid, [...(sets.get(guid) ?? []), name]);
      } else if (member.name !== 'Description') {
        report.lose('Members of sets that are no sources', 'Sets are tags of articles here.', name);
      }
    }
  }
  return sets;
}
