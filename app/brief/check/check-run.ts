import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { RevisionHash } from '../../base/brand.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../record/ids.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { quotationProblem } from '../check-citations.ts';
import { citedAlterations } from '../cited-alterations.ts';
import type { Citation } from '../cited-ids.ts';
import type { CitedRecords } from '../cited-records.ts';
import { isFigureChanged } from '../figure/figure-origin.ts';
import { citationState } from '../live/citation-state.ts';
import { supportingSources } from '../supporting-sources.ts';
import { followingCitations, isOfCitedQuotation, leadsToCitation } from './beside-unit.ts';
import type { BriefLine, LineCitation } from './brief-lines.ts';
import { changeWords } from './change-words.ts';
import type { CheckInput } from './check-brief.ts';
import type { CheckCache, ReadUnit } from './check-cache.ts';
import { citedBy, endingCitations, unstatedFigures } from './check-figures.ts';
import type { CheckItem, CheckKind, CheckPlace, CheckReport } from './check-item.ts';
import { checkKey } from './check-key.ts';
import { inReadingOrder, placeOf } from './check-place.ts';
import { aboutOf, citationsOf, presentRevisions, recordsOf, revisionsOf } from './cited-in-unit.ts';
import { articleName, citationName, passageName } from './cited-names.ts';
import { CitedPassages, type SourcePassage } from './cited-passages.ts';
import { type CopiedFrom, copiedWords, type SourceRuns } from './copied-words.ts';
import type { TypedQuotation } from './line-sentences.ts';
import type { ReadLine } from './read-line.ts';
import { setOffCitations, setOffWords } from './set-off-words.ts';
import { shortenedWords } from './shortened-words.ts';
import { type DoubtedClaim, doubtedClaims, saysMoreThan, statedAsFact } from './stated-as-fact.ts';
import {
  foldWords,
  type QuotedWords,
  quotationCitations,
  quotedWords,
  standsIn,
} from './typed-quotations.ts';

const methods =
  /^(?:[\d.]+\s*|[ivx]+\.\s*)?(?:methods?|methodology|sources? and methods?|how this (?:brief )?was (?:made|checked)|about this brief|notes? on (?:methods?|sources?)|methodik|vorgehen|méthod\w*|método\w*|metod\w*)(?!\p{L})/iu;

/** One check of a brief: blocks are read first, then the sources, then every unit is checked. */
export class CheckRun {
  readonly units: ReadUnit[] = [];
  readonly #input: CheckInput;
  readonly #cache: CheckCache;
  readonly #records: CitedRecords;
  readonly #passages: CitedPassages;
  readonly #items: CheckItem[] = [];
  readonly #others = new Map<ClaimId, DoubtedClaim>();
  readonly #claims = new Set<ClaimId>();
  readonly #citations = new Map<string, Citation>();
  readonly #sources: (Omit<CopiedFrom, 'hits'> & { readonly runs: SourceRuns })[] = [];
  readonly #mentioned = new Set<ArticleId>();
  /** Whole texts, where words of the brief are set off as another's. */
  readonly #whole: SourcePassage[] = [];
  #hasSetOff = false;
  #hasTyped = false;
  #ownTitles: readonly string[] | null = null;
  #cited: readonly SourcePassage[] | null = null;
  /** The level of the heading over a methods note, while the paragraphs are its own. */
  #method: number | null = null;
  #quotations = 0;
  #verbatim = 0;

  constructor(input: CheckInput, cache: CheckCache) {
    this.#input = input;
    this.#cache = cache;
    this.#records = recordsOf(input.source);
    this.#passages = new CitedPassages(input.source, input.texts, cache);
  }

  /** Takes a block of the document in. */
  *read(block: RichTextNode, index: number): Generator<void, void> {
    const sign = (cited: LineCitation): string => this.#lastSign(cited);
    for (const unit of yield* this.#cache.unitsInSteps(block, index, sign)) {
      this.units.push(unit);
      if (unit.kind !== 'citation') {
        for (const { target } of unit.references) {
          if (target.kind === 'article') this.#mentioned.add(target.id);
        }
        this.#hasSetOff ||= unit.inQuotation && unit.kind === 'paragraph';
        this.#hasTyped ||= (unit.read?.typed.length ?? 0) > 0;
      }
      for (const citation of citationsOf(unit)) {
        const key = `${citation.kind} ${citation.id}`;
        if (this.#citations.has(key)) continue;
        this.#citations.set(key, citation);
        for (const doubted of doubtedClaims(this.#input.source, { citation })) {
          this.#others.set(doubted.claim.id, doubted);
        }
      }
    }
  }

  /** Goes through the texts that are new, and whole articles that are cited; all blocks were read by then. */
  *readSources(): Generator<void, void> {
    const { source, texts } = this.#input;
    const revisions = new Map<RevisionHash, ArticleId>();
    const isQuoted = this.#hasSetOff || this.#hasTyped;
    for (const citation of this.#citations.values()) {
      yield* this.#passages.readInSteps(citation);
      // Words between the writer's quotation marks are looked for in all of them.
      if (isQuoted) yield* this.#passages.foldInSteps(citation);
      for (const id of revisionsOf(source, citation)) {
        const revision = source.get('revision', id);
        if (revision !== null) revisions.set(revision.hash, revision.articleId);
      }
    }
    for (const [hash, text] of texts) {
      const article = source.get('article', revisions.get(hash) ?? '');
      if (article === null) continue;
      const runs = yield* this.#cache.runsOf(hash, text);
      const { language } = effectiveMetadata(article);
      this.#sources.push({ articleId: article.id, language, runs });
      yield;
      if (!this.#hasSetOff) continue;
      const passage = this.#passages.textOf(hash, text);
      this.#whole.push({ annotationId: null, articleId: article.id, passage });
      yield* passage.foldInSteps();
    }
  }

  /** Checks what was taken in, one unit after the other; all blocks were read by then. */
  *check(at: number): Generator<void, void> {
    const unit = this.units[at];
    if (unit === undefined) return;
    if (unit.kind === 'citation') {
      this.#checkCitation(unit.citation, unit.node, { path: unit.path, range: null });
      return;
    }
    for (const { citation, node, offset, inFootnote } of unit.citations) {
      // Those of a footnote are met again in its own line.
      if (!inFootnote) this.#checkCitation(citation, node, placeOf(unit, offset, offset + 1));
    }
    for (const { id, text, from, to } of unit.comments) {
      const place = { path: unit.path, range: { from, to } };
      this.#add('comment', place, `Comment to self: ${text}`, null, [text, id]);
    }
    if (unit.pictureId !== null) this.#checkPicture(unit, unit.pictureId);
    if (unit.kind === 'heading') this.#enter(unit);
    const { read } = unit;
    if (read === null) return;
    const following = followingCitations(this.units, at);
    const setOff = setOffWords(unit);
    for (const words of setOff) {
      this.#checkSetOff(unit, words);
      yield;
    }
    for (const quotation of read.typed) {
      // Looked for with the words around it.
      const isWithin = setOff.some(
        ({ start, end }) => quotation.start >= start && quotation.end <= end,
      );
      if (isWithin) continue;
      this.#checkTyped(unit, read, quotation, following);
      yield;
    }
    if (unit.kind === 'heading') return;
    yield* this.#checkFigures(unit, read, following);
    if (unit.kind === 'paragraph' || unit.kind === 'footnote') {
      yield* this.#checkStatements(unit, read, following);
      this.#checkCopied(unit, read);
    }
    if (unit.kind === 'paragraph') this.#checkCited(unit, at);
  }

  report(): CheckReport {
    return {
      quotations: this.#quotations,
      verbatim: this.#verbatim,
      items: this.#items
        .map((item, index) => ({ item, index }))
        .sort(
          (one, other) =>
            inReadingOrder(one.item.place, other.item.place) || one.index - other.index,
        )
        .map(({ item }) => item),
    };
  }

  #lastSign({ citation }: LineCitation): string {
    if (citation.kind !== 'annotation') return 'x';
    const annotation = this.#input.source.get('annotation', citation.id);
    return annotation?.passage.quote.trimEnd().slice(-1) ?? 'x';
  }

  /** A figure of the project that the project no longer says (rule I31). */
  #checkPicture({ path, text }: BriefLine, id: string): void {
    const { source } = this.#input;
    const picture = source.get('picture', id);
    if (picture === null || !isFigureChanged(source, picture)) return;
    const caption = text.trim() === '' ? '' : ` “${shortenedWords(text)}”`;
    const says = `The figure${caption} shows what the project said when it was drawn, and it says something else now. Draw it anew.`;
    const about = { kind: 'picture', id: picture.id } as const;
    const digest = picture.drawnFrom?.digest ?? '';
    this.#add('figure-changed', { path, range: null }, says, about, [id, digest]);
  }

  #enter({ level, text }: BriefLine): void {
    if (this.#method !== null && level > this.#method) return;
    this.#method = methods.test(text.trim()) ? level : null;
  }

  #checkCitation(citation: Citation, node: RichTextNode, place: CheckPlace): void {
    const { source } = this.#input;
    const state = citationState(source, node);
    if (state === null) return;
    const { id } = citation;
    const about = id === '' ? null : aboutOf(citation);
    if (state.kind === 'missing') {
      if (citation.kind === 'annotation') this.#quotations += 1;
      this.#add('missing', place, state.why, about, [id, state.gone]);
      return;
    }
    const label = citationName(source, citation);
    if (state.kind === 'changed') {
      const says = `${label} changed since it was accepted: ${changeWords(state.changes)}. Look at it and accept it.`;
      this.#add('changed', place, says, about, [id, JSON.stringify(state.changes)]);
    }
    if (state.later === 'waiting') {
      const whose = citation.kind === 'claim' ? 'An article under' : 'The article of';
      const what = citation.kind === 'claim' ? 'a passage' : 'this passage';
      const says = `${whose} ${label} has a later revision, on which ${what} has no place yet. Open it to carry it over, or keep the revision.`;
      this.#add('later-revision', place, says, about, [id, presentRevisions(source, citation)]);
    }
    if (citation.kind === 'annotation') {
      this.#checkQuotation(citation.id, place);
      const quote = source.get('annotation', citation.id)?.passage.quote ?? '';
      if (state.kind !== 'changed' && citedAlterations(node, quote) === null) {
        const says = `${label} is printed whole: its words changed, and your omissions no longer fit them. Shorten it anew.`;
        const altered = JSON.stringify(node.attrs?.alterations ?? null);
        this.#add('misfit', place, says, about, [id, altered, quote]);
      }
      for (const { claimId } of source.evidenceFor(citation.id)) this.#checkSources(claimId, place);
    }
    if (citation.kind === 'claim') {
      for (const { annotationId } of source.evidenceOf(citation.id)) {
        this.#checkQuotation(annotationId, place);
      }
      this.#checkSources(citation.id, place);
    }
  }

  #checkQuotation(id: AnnotationId, place: CheckPlace): void {
    this.#quotations += 1;
    const problem = quotationProblem(this.#records, id, this.#input.texts);
    if (problem === null) {
      this.#verbatim += 1;
      return;
    }
    const label = problem.label === '' ? 'A quotation' : `The quotation ${problem.label}`;
    const says = `${label} may not be printed. ${problem.reason}`;
    const revision = this.#input.source.get('annotation', id)?.passage.revisionId ?? '';
    const dependsOn = [id, problem.reason, problem.quote, revision] as const;
    this.#add('not-verbatim', place, says, { kind: 'annotation', id }, dependsOn);
  }

  /** Each claim is told once, where the brief comes to it first. */
  #checkSources(id: ClaimId, place: CheckPlace): void {
    const { source, clusterOf } = this.#input;
    const claim = source.get('claim', id);
    if (claim === null || this.#claims.has(id)) return;
    this.#claims.add(id);
    const sources = supportingSources(source, id, clusterOf);
    if (sources.length > 1) return;
    const articles = sources[0] ?? [];
    const names = articles.map((article) => articleName(source, article.id));
    const copies = names.length > 1 ? ` (${names.length} articles of one outlet, or copies)` : '';
    const says =
      names.length === 0
        ? `C${claim.number} rests on no passage${source.evidenceOf(id).length === 0 ? '' : ' that asserts or reports it'}. File one, or say that nobody confirms it.`
        : `C${claim.number} rests on a single source: ${`${names[0]}${copies}.`.replace('….', '…')} Find another, or say so.`;
    const ids = articles.map((article) => article.id).join(' ');
    this.#add('single-source', place, says, { kind: 'claim', id }, [id, claim.wording, ids]);
  }

  /** Every passage that the brief cites, each once. */
  #allCited(): readonly SourcePassage[] {
    this.#cited ??= [...this.#citations.values()].flatMap((one) => this.#passages.sourcesOf(one));
    return this.#cited;
  }

  /** Titles of all articles that the brief cites or mentions: whoever names one in its own words copies nothing. */
  #titles(): readonly string[] {
    if (this.#ownTitles !== null) return this.#ownTitles;
    const { source } = this.#input;
    const ids = new Set<ArticleId>([
      ...this.#passages.articlesOf([...this.#citations.values()]),
      ...this.#mentioned,
    ]);
    this.#ownTitles = [...ids].flatMap((id) => {
      const article = source.get('article', id);
      return article === null ? [] : effectiveMetadata(article).title;
    });
    return this.#ownTitles;
  }

  #checkTyped(
    line: BriefLine,
    read: ReadLine,
    typed: TypedQuotation,
    following: readonly LineCitation[],
  ): void {
    const quoted = quotedWords(typed);
    if (quoted === null) return;
    const { start, end, words } = typed;
    const own = quotationCitations(line, read.sentences, typed, following);
    const sources = own.flatMap(({ citation }) => this.#passages.sourcesOf(citation));
    if (holder(quoted, sources) !== null) return;
    const elsewhere = holder(quoted, this.#allCited());
    // Words that are attributed to nothing here: that they are cited somewhere is enough.
    if (elsewhere !== null && own.length === 0) return;
    if (this.#titles().some((title) => standsIn(quoted, foldWords(title)))) return;
    const place = placeOf(line, start, end);
    const texts = sources.map(({ passage }) => passage.text);
    if (elsewhere === null) {
      const says = `“${shortenedWords(words)}” is in quotation marks, and in no cited passage. Correct it, or cite where it stands.`;
      this.#add('typed-quotation', place, says, null, [words, ...texts]);
      return;
    }
    const { annotationId, articleId } = elsewhere;
    const about: CheckItem['about'] =
      annotationId === null
        ? { kind: 'article', id: articleId }
        : { kind: 'annotation', id: annotationId };
    const cited = [
      ...new Set(own.map(({ citation }) => citationName(this.#input.source, citation))),
    ].join(', ');
    const says = `“${shortenedWords(words)}” is not in ${cited}, which is cited for it, but in ${passageName(this.#input.source, elsewhere)}. Cite that.`;
    this.#add('typed-quotation', place, says, about, [words, about.id, ...texts]);
  }

  /** Words that the writer set off as another's without a citation that prints them (rule Y14). */
  #checkSetOff(line: BriefLine, { start, end, words }: TypedQuotation): void {
    const quoted = quotedWords({ words });
    if (quoted === null) return;
    const own = setOffCitations(this.units, line).map(({ citation }) => citation);
    const articles = own.length === 0 ? null : this.#passages.articlesOf(own);
    const isOwn = ({ articleId }: SourcePassage): boolean => articles?.has(articleId) !== false;
    const everywhere = [...this.#allCited(), ...this.#whole];
    if (holder(quoted, everywhere.filter(isOwn)) !== null) return;
    const elsewhere = holder(quoted, everywhere);
    const place = placeOf(line, start, end);
    const cited = [...(articles ?? [])].map((id) => articleName(this.#input.source, id));
    if (elsewhere === null) {
      const says = `“${shortenedWords(words)}” is set off as a quotation, and stands so in no cited article. Correct its words, or cite where it stands.`;
      this.#add('typed-quotation', place, says, null, [words, ...cited]);
      return;
    }
    const { articleId } = elsewhere;
    const says = `“${shortenedWords(words)}” is set off as a quotation of ${cited.join(', ')}, and stands in ${passageName(this.#input.source, elsewhere)}. Cite that.`;
    const about = { kind: 'article', id: articleId } as const;
    this.#add('typed-quotation', place, says, about, [words, articleId, ...cited]);
  }

  #checkCopied(line: BriefLine, read: ReadLine): void {
    // A block quotation says whose words it has.
    if (line.inQuotation) return;
    const runs = read.runs();
    const sources = this.#sources.map((one) => ({
      ...one,
      hits: this.#cache.hits(runs, one.runs),
    }));
    for (const { start, end, articleId } of copiedWords(runs, sources, this.#titles())) {
      const words = line.text.slice(start, end);
      const says = `“${shortenedWords(words)}” stands word for word in ${articleName(this.#input.source, articleId)}. Quote it, or say it in your own words.`;
      const about = { kind: 'article', id: articleId } as const;
      this.#add('copied', placeOf(line, start, end), says, about, [words, articleId]);
    }
  }

  *#checkFigures(
    line: BriefLine,
    read: ReadLine,
    following: readonly LineCitation[],
  ): Generator<void, void> {
    for (const figure of yield* unstatedFigures(line, read, following, this.#passages)) {
      const { start, end, words, reason, sentence, texts } = figure;
      const said = line.text.slice(sentence.start, sentence.end);
      this.#add('figure', placeOf(line, start, end), reason, null, [words, said, ...texts]);
      yield;
    }
  }

  *#checkStatements(
    line: BriefLine,
    read: ReadLine,
    following: readonly LineCitation[],
  ): Generator<void, void> {
    if (this.#others.size === 0) return;
    const { source } = this.#input;
    const ending = endingCitations(line);
    const others = [...this.#others.values()];
    for (const [index, sentence] of read.sentences.entries()) {
      if (index > 0) yield;
      const own = sentence.citations.flatMap((cited) => doubtedClaims(source, cited));
      const near = citedBy(sentence, ending, following, line.around).flatMap((cited) =>
        doubtedClaims(source, cited),
      );
      const doubted = statedAsFact(sentence, line.text, own, near, others);
      if (doubted === null) continue;
      const names = this.#passages.namesOf(sentence.citations.map(({ citation }) => citation));
      if (!saysMoreThan(names, line.text.slice(sentence.start, sentence.end))) continue;
      const { id, number, status, wording } = doubted.claim;
      const { start, end } = sentence;
      const says = `C${number} is ${status}, and “${shortenedWords(line.text.slice(start, end))}” tells it as a fact. Say who claims it.`;
      const dependsOn = [line.text.slice(start, end), id, status, wording] as const;
      this.#add(
        'stated-as-fact',
        placeOf(line, start, end),
        says,
        { kind: 'claim', id },
        dependsOn,
      );
    }
  }

  #checkCited(line: BriefLine, at: number): void {
    if (this.#method !== null || line.citations.length > 0 || !/[\p{L}\p{N}]/u.test(line.text))
      return;
    if (followingCitations(this.units, at).length > 0 || isOfCitedQuotation(this.units, line, at))
      return;
    if (/:\s*$/u.test(line.text) && leadsToCitation(this.units, at)) return;
    const says = `No citation: “${shortenedWords(line.text)}”`;
    this.#add('uncited', placeOf(line, 0, line.text.length), says, null, [line.text]);
  }

  /** @param dependsOn what the finding is about: its own words first, then all else; it comes back when one of them changes */
  #add(
    kind: CheckKind,
    place: CheckPlace,
    sentence: string,
    about: CheckItem['about'],
    dependsOn: readonly [subject: string, ...others: string[]],
  ): void {
    const [subject, ...others] = dependsOn;
    this.#items.push({ kind, place, sentence, key: checkKey(kind, subject, others), about });
  }
}

/** The first of the passages that words stand in. */
function holder(words: QuotedWords, sources: readonly SourcePassage[]): SourcePassage | null {
  return sources.find(({ passage }) => standsIn(words, passage.folded())) ?? null;
}
