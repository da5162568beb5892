import { failure, type Result, success } from '../../../app/base/result.ts';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { citationsIn } from '../../../app/brief/cited-ids.ts';
import { builtInStyles, defaultStyleId } from '../../../app/brief/print/built-in-styles.ts';
import type { StyleFiles } from '../../../app/brief/print/citation-style.ts';
import { type CslItem, cslItem } from '../../../app/brief/print/csl-item.ts';
import { guessesIn } from '../../../app/brief/print/print-passages.ts';
import type { TriedStyle } from '../../../app/brief/print/try-citation-style.ts';
import { sourceGuesses } from '../../../app/brief/source-guesses.ts';
import type { BriefId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import { currentBrief } from './brief.ts';
import type { CitationThread } from './citation-thread.ts';

/** A style that a brief can have. */
export interface StyleChoice {
  readonly id: string;
  readonly title: string;
}

/** How a brief cites; what it does not state is what it has by itself. */
export interface CitationSettings {
  readonly citationStyle: string;
  readonly notes: 'footnotes' | 'endnotes';
  /** `undefined`: where the style has one. */
  readonly bibliography: boolean | undefined;
  /** BCP 47; empty: not stated. */
  readonly language: string;
}

/** Opens the dialog of the current brief's citations. */
export function askCitations(session: Session): void {
  const brief = currentBrief(session);
  if (brief === null) session.say('There is no brief yet. Press B on a highlight to begin one.');
  else session.openDialog({ kind: 'brief-citations', briefId: brief.id });
}

/** The styles that come with the program, then those of the project by title. */
export function styleChoices(session: Session): readonly StyleChoice[] {
  const own = [...session.store.records.list('citationStyle')];
  own.sort((one, other) => one.title.localeCompare(other.title));
  return [...builtInStyles, ...own.map(({ id, title }) => ({ id, title }))];
}

export function citationSettings(brief: BriefRecord): CitationSettings {
  return {
    citationStyle: brief.citationStyle ?? defaultStyleId,
    notes: brief.notes ?? 'footnotes',
    bibliography: brief.bibliography,
    language: brief.language ?? '',
  };
}

/** Changes how a brief cites, as one step of undo; nothing where nothing differs. */
export function changeCitations(
  session: Session,
  id: BriefId,
  change: Partial<Omit<CitationSettings, 'bibliography'>> & { readonly bibliography?: boolean },
): void {
  const brief = session.store.records.get('brief', id);
  if (brief === null) return;
  const before = citationSettings(brief);
  const after = { ...before, ...change };
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  session.store.commit('Change how the brief cites', {
    added: [],
    updated: [[brief, nextRecord(session.store.maker, brief, change)]],
    removed: [],
  });
}

/**
 * Asks for a CSL file, tries it and keeps it in the project as the style of a brief, as one step of undo. A file that is here
 * already is taken without a second copy. `null`: cancelled. Fails with why it can not be used.
 */
export async function addCitationStyle(
  session: Session,
  id: BriefId,
  thread: CitationThread,
): Promise<Result<TriedStyle | null, string>> {
  const chosen = await session.host.chooseFile({ kind: 'citation-style' });
  if (chosen === null) return success(null);
  const xml = chosen.content;
  const tried = await thread.try({
    files: await ownFiles(session, xml, ''),
    language: null,
    items: [],
  });
  if (!tried.ok) return failure('unusable-style', `“${chosen.fileName}”: ${tried.error.message}`);
  const { store } = session;
  const brief = store.records.get('brief', id);
  if (brief === null) return success(null);
  const known = store.records.list('citationStyle').find((style) => style.xml === xml);
  const { title } = tried.value;
  const style = known ?? newRecord(store.maker, 'citationStyle', { title, xml });
  store.commit(`Add the citation style “${title.slice(0, 60)}”`, {
    added: known === undefined ? [style] : [],
    updated: [[brief, nextRecord(store.maker, brief, { citationStyle: style.id })]],
    removed: [],
  });
  session.say(`Added the citation style “${title}”.`);
  return tried;
}

/** What a brief's style makes of the first article that the brief cites, or of a sample. */
export async function previewCitations(
  session: Session,
  brief: BriefRecord,
  thread: CitationThread,
): Promise<Result<TriedStyle, string>> {
  const cited = firstCited(session, brief);
  return thread.try({
    ...(await briefStyle(session, brief)),
    ...(cited ?? { items: [] }),
  });
}

/** The files of a brief's style, and its language. Fails as the host does when there is no such style. */
export async function briefStyle(
  session: Session,
  brief: BriefRecord,
): Promise<{ readonly files: StyleFiles; readonly language: string | null }> {
  const { citationStyle, language } = citationSettings(brief);
  const own = session.store.records.get('citationStyle', citationStyle);
  const files =
    own === null
      ? await session.host.readCitationStyle({
          id: citationStyle,
          languages: language === '' ? [] : [language],
        })
      : await ownFiles(session, own.xml, language);
  return { files, language: language === '' ? null : language };
}

/** A style of the project with the locales that it may need. */
async function ownFiles(session: Session, xml: string, language: string): Promise<StyleFiles> {
  const insisted = /\bdefault-locale\s*=\s*["']([\w-]{1,20})["']/.exec(xml.slice(0, 4_096))?.[1];
  const languages = [language, insisted ?? ''].filter((one) => one !== '');
  const { locales } = await session.host.readCitationStyle({ id: null, languages });
  return { id: 'own', xml, locales };
}

/** An article as a style is tried on it, and what a brief says of it in brackets. */
interface FirstCited {
  readonly items: readonly CslItem[];
  readonly remark: string;
}

function firstCited(session: Session, brief: BriefRecord): FirstCited | null {
  const { records } = session.store;
  for (const citation of citationsIn(briefContentIn(records, brief))) {
    if (citation.kind === 'claim') continue;
    const articleId =
      citation.kind === 'article' ? citation.id : records.get('annotation', citation.id)?.articleId;
    const article = articleId === undefined ? null : records.get('article', articleId);
    if (article === null) continue;
    return {
      items: [cslItem(article, records.get('revision', article.revisionId) ?? undefined)],
      remark: guessesIn({ guesses: sourceGuesses(article) }),
    };
  }
  return null;
}
