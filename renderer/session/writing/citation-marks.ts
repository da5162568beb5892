import { builtInStyles } from '../../../app/brief/print/built-in-styles.ts';
import type { Cite } from '../../../app/brief/print/cite-cluster.ts';
import { type CslItem, cslItem } from '../../../app/brief/print/csl-item.ts';
import { remarkOn } from '../../../app/brief/print/print-passages.ts';
import { sourceGuesses } from '../../../app/brief/source-guesses.ts';
import type { ArticleId, BriefId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ArticleRecord, BriefRecord } from '../../../app/record/records.ts';
import type { CitationSource, CitationTarget } from '../../editor/citation-source.ts';
import type { Session } from '../session.ts';
import { briefStyle, citationSettings } from './citation-style.ts';
import { startCitationThread } from './citation-thread.ts';
import { ParagraphsOf } from './paragraphs-of.ts';

/** How long nothing has to change before a style is asked, in milliseconds. */
const rest = 400;

/** What citations of a brief show, with their marks, as long as it is shown. */
export interface MarkedCitations extends CitationSource {
  /** Ends what is under way. */
  end(): void;
}

/**
 * What citations show with the marks of the brief's style. What a style writes in the text is worked out in a thread once
 * nothing has changed for a moment; until then what is known stays.
 */
export function withMarks(
  session: Session,
  briefId: BriefId,
  source: CitationSource,
): MarkedCitations {
  const { records } = session.store;
  const thread = startCitationThread();
  let labels: ReadonlyMap<string, string> = new Map();
  const paragraphs = new ParagraphsOf(session);
  /** What `labels` were asked for, and are asked for now. */
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const settings = (): string => {
    const brief = records.get('brief', briefId);
    return brief === null ? '' : JSON.stringify(citationSettings(brief));
  };
  let shown = settings();
  const stop = records.subscribe(() => {
    const now = settings();
    if (now === shown) return;
    shown = now;
    tell();
  });

  function articleOf(target: CitationTarget): ArticleId | null {
    if (target.kind === 'article') return target.id;
    if (target.kind === 'claim') return null;
    return records.get('annotation', target.id)?.articleId ?? null;
  }

  async function ask(
    brief: BriefRecord,
    clusters: readonly (readonly CitationTarget[])[],
    items: readonly CslItem[],
  ): Promise<void> {
    const wanted = asked;
    try {
      const cites: (readonly Cite[])[] = [];
      for (const cluster of clusters) cites.push(await citesOf(cluster));
      const style = await briefStyle(session, brief);
      if (isEnded || wanted !== asked) return;
      const found = await thread.labels({ ...style, items, clusters: cites });
      if (isEnded || wanted !== asked || found === null) return;
      labels = new Map(clusters.map((cluster, at) => [nameOf(cluster), found[at] ?? '']));
      tell();
    } catch {
      // Without its style a brief shows no marks; the dialog of its citations and the export say why.
    }
  }

  async function citesOf(cluster: readonly CitationTarget[]): Promise<readonly Cite[]> {
    const cites: Cite[] = [];
    for (const target of cluster) {
      const articleId = articleOf(target);
      const article = articleId === null ? null : records.get('article', articleId);
      if (article === null) continue;
      const annotation = target.kind === 'annotation' ? records.get('annotation', target.id) : null;
      cites.push({
        articleId: article.id,
        annotationId: annotation?.id ?? null,
        paragraphs: annotation === null ? null : await paragraphs.of(annotation, article),
        remark: remarkOf(article, annotation),
      });
    }
    return cites;
  }

  function remarkOf(article: ArticleRecord, annotation: AnnotationRecord | null): string {
    const isPresent = annotation === null || annotation.passage.revisionId === article.revisionId;
    const revision = isPresent ? null : records.get('revision', annotation.passage.revisionId);
    const guesses = sourceGuesses(article);
    return remarkOn({ guesses, earlierRevision: isPresent ? null : (revision?.number ?? 1) });
  }

  function arrange(brief: BriefRecord, clusters: readonly (readonly CitationTarget[])[]): void {
    const known = clusters.filter((cluster) => cluster.some((one) => articleOf(one) !== null));
    const order = [...new Set(known.flatMap((one) => one.flatMap((at) => articleOf(at) ?? [])))];
    const items = order.flatMap((id) => {
      const article = records.get('article', id);
      if (article === null) return [];
      return [cslItem(article, records.get('revision', article.revisionId) ?? undefined)];
    });
    const places = known.map((cluster) =>
      cluster.map(({ kind, id }) => {
        const annotation = kind === 'annotation' ? records.get('annotation', id) : null;
        const { revisionId, start, end } = annotation?.passage ?? {};
        const articleId = annotation?.articleId ?? id;
        const article = records.get('article', articleId);
        return [id, revisionId, start, end, article && remarkOf(article, annotation)];
      }),
    );
    const key = JSON.stringify([citationSettings(brief), items, places]);
    if (key === asked) return;
    asked = key;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(brief, known, items), rest);
  }

  return {
    ...source,
    subscribe(listener) {
      listeners.add(listener);
      const stopSource = source.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stopSource();
      };
    },
    marks() {
      const brief = records.get('brief', briefId);
      const place = brief === null || isInNotes(session, brief) ? 'notes' : 'text';
      return {
        place,
        textOf: (cluster) => labels.get(nameOf(cluster)) ?? null,
        arrange(clusters) {
          if (brief !== null && place === 'text') arrange(brief, clusters);
        },
      };
    },
    end() {
      isEnded = true;
      stop();
      clearTimeout(timer);
      thread.end();
    },
  };
}

/** The same for the same things cited together. */
function nameOf(cluster: readonly CitationTarget[]): string {
  return cluster.map(({ kind, id }) => `${kind} ${id}`).join(', ');
}

/** Of a style of the project its own first words say it: reading the whole is for the thread. */
function isInNotes(session: Session, brief: BriefRecord): boolean {
  const { citationStyle } = citationSettings(brief);
  const builtIn = builtInStyles.find(({ id }) => id === citationStyle);
  if (builtIn !== undefined) return builtIn.inNotes;
  const own = session.store.records.get('citationStyle', citationStyle);
  const head = /<style\b[^>]*>/.exec(own?.xml ?? '')?.[0] ?? '';
  return /\sclass\s*=\s*["']note["']/.test(head);
}
