import { snapToGraphemes } from '../anchor/graphemes.ts';
import { type TextRange, textRange } from '../anchor/text-range.ts';
import type { RevisionText } from '../record/text.ts';
import { attributionOf, attributionOfBlock } from './attribution-of.ts';
import { blockQuotations, dashLineName } from './block-quotations.ts';
import { correctsEarlier, isCorrectionNotice } from './correction-notices.ts';
import { findCues } from './find-cues.ts';
import { type HanAttribution, hanAttribution } from './han-attribution.ts';
import { isSpeech, type QuotationLook } from './is-speech.ts';
import { leadingPhrase, leadingPronoun } from './leading-phrase.ts';
import { lookOfQuotation } from './look-of-quotation.ts';
import { NameIndex } from './name-index.ts';
import { placeOfStatement } from './place-of-statement.ts';
import { type QuotedPassage, quotedPassages } from './quoted-passages.ts';
import { quotesGoingOn } from './quotes-going-on.ts';
import { reportedClauses } from './reported-statements.ts';
import { type PhrasePlace, SpeakerResolver } from './resolve-speaker.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';
import type { Statement, StatementForm, StatementSpeaker } from './statement.ts';
import { statementScore } from './statement-score.ts';
import { textSentences } from './text-sentences.ts';
import { isNobody, isThing } from './who-can-speak.ts';

const most = 20_000;
const han = /[\p{Script=Han}\p{Script=Hiragana}]/u;

interface Made {
  readonly form: StatementForm;
  readonly parts: readonly TextRange[];
  readonly speaker: StatementSpeaker | null;
  readonly cue: TextRange | null;
  readonly place: string | null;
  readonly words: number;
  readonly whole: boolean;
  readonly closed: boolean;
}

/** Finds the statements of one text, once. */
export class StatementFinder {
  readonly #text: RevisionText;
  readonly #english: boolean;
  readonly #passages: readonly QuotedPassage[];
  readonly #blocks: readonly (readonly Sentence[])[];
  readonly #resolver: SpeakerResolver;
  readonly #found: Statement[] = [];
  /** Passages that were taken as a part of an earlier one. */
  readonly #taken = new Set<number>();
  /** Where the last quotation of somebody ended: its block and sentence. */
  #lastSpoken: { block: number; sentence: number } | null = null;

  constructor(text: RevisionText, language: string | null) {
    this.#text = text;
    this.#english = language === null || /^en\b/iu.test(language);
    this.#passages = quotedPassages(text);
    this.#blocks = textSentences(text, this.#passages);
    const named = this.#blocks.map((sentences, index) =>
      text.blocks[index]?.kind === 'heading' ? [] : sentences,
    );
    this.#resolver = new SpeakerResolver(new NameIndex(named));
  }

  /** The statements in the order of the text. */
  find(): Statement[] {
    const quotations = new Map(blockQuotations(this.#text).map((each) => [each.from, each]));
    for (let block = 0; block < this.#blocks.length && this.#found.length < most; block += 1) {
      const quotation = quotations.get(block);
      if (quotation !== undefined) {
        this.#addBlock(quotation.from, quotation.to);
        block = quotation.to - 1;
        continue;
      }
      const corrects = this.#isCorrection(block);
      for (const [index, sentence] of (this.#blocks[block] ?? []).entries()) {
        if (corrects || correctsEarlier(this.#words(sentence))) this.#pass(sentence);
        else this.#readSentence(sentence, block, index);
      }
    }
    return this.#found.sort((one, other) => one.start - other.start || other.end - one.end);
  }

  #isCorrection(index: number): boolean {
    const { text, blocks } = this.#text;
    const block = blocks[index];
    if (block === undefined) return false;
    const above = blocks[index - 1];
    return isCorrectionNotice(
      text.slice(block.start, block.end),
      above?.kind === 'heading' ? text.slice(above.start, above.end) : null,
    );
  }

  /** The beginning of a sentence outside of quotations. */
  #words(sentence: Sentence): string {
    const first = sentence[0];
    const end = sentence.find(({ kind }) => kind === 'quote')?.start ?? sentence.at(-1)?.end;
    return first === undefined ? '' : this.#text.text.slice(first.start, end);
  }

  /** What a correction quotes is nobody's statement to propose. */
  #pass(sentence: Sentence): void {
    for (const { quote } of sentence) if (quote !== null) this.#taken.add(quote.passage);
  }

  #readSentence(sentence: Sentence, block: number, index: number): void {
    const inHeading = this.#text.blocks[block]?.kind === 'heading';
    const place: PhrasePlace = { sentence, block, index, inHeading };
    const cues = findCues(sentence);
    const beside = new Set<SpeechCue>();
    const quotes = sentence.flatMap((token, at) => (token.kind === 'quote' ? [at] : []));
    const reported =
      this.#english && !inHeading ? () => this.#addReported(place, cues, beside) : () => undefined;
    for (const at of quotes) this.#addQuotation(place, at, cues, beside, quotes);
    reported();
    for (const { subject } of cues)
      if (subject !== null && !inHeading) this.#resolver.introduce(subject, sentence);
    const leading = leadingPhrase(sentence, sentence.length);
    if (leading?.kind === 'common' && !inHeading) this.#resolver.notice(leading, place);
    const pronoun = leadingPronoun(sentence);
    if (pronoun !== null && !inHeading) this.#resolver.keepPronoun(pronoun, place);
  }

  #addQuotation(
    place: PhrasePlace,
    at: number,
    cues: readonly SpeechCue[],
    beside: Set<SpeechCue>,
    quotes: readonly number[],
  ): void {
    const { sentence, block, index } = place;
    const quote = sentence[at]?.quote;
    const passage = this.#passages[quote?.passage ?? -1];
    if (
      quote === undefined ||
      quote === null ||
      passage === undefined ||
      this.#taken.has(quote.passage)
    )
      return;
    this.#taken.add(quote.passage);
    const inHeading = this.#text.blocks[block]?.kind === 'heading';
    const look = lookOfQuotation(this.#text.text, passage, inHeading);
    const { text } = this.#text;
    if (han.test(text.slice(quote.start, quote.start + 40))) {
      this.#addHan(passage, look, block);
      return;
    }
    const [attribution, where] = attributionOf(this.#text, this.#blocks, passage, place, at, cues);
    const spokenBefore = this.#resolver.last(block, 1) !== null;
    if (!isSpeech(look, sentence, at, attribution, spokenBefore)) return;
    if (
      attribution?.how === 'beside' ||
      attribution?.how === 'guess' ||
      attribution?.how === 'colon'
    )
      beside.add(attribution.cue);
    const parts = passage.parts.map(({ start, end }) => textRange(start, end));
    const joined =
      attribution !== null && where === place
        ? quotesGoingOn(sentence, at, attribution, cues, quotes)
        : [];
    for (const next of joined) {
      const more = sentence[next]?.quote;
      if (more === undefined || more === null) continue;
      this.#taken.add(more.passage);
      for (const { start, end } of this.#passages[more.passage]?.parts ?? [])
        parts.push(textRange(start, end));
    }
    const phrase = attribution?.subject ?? null;
    const whole = at === 0 || /[.!?…]/u.test(look.lastSign);
    let speaker = phrase === null ? null : this.#resolver.resolve(phrase, where);
    if (
      speaker !== null &&
      attribution?.how === 'colon' &&
      attribution.cue.sort === 'colon' &&
      sentence.length > 8
    ) {
      speaker = { ...speaker, sure: false };
    }
    const alone = at === 0 || sentence[at - 1]?.kind === 'quote';
    // A pronoun that fits nobody fits nobody else either; what a thing or nobody says is not said by others.
    if (
      phrase?.kind !== 'pronoun' &&
      !(phrase !== null && (isNobody(phrase) || isThing(phrase))) &&
      (attribution !== null || (alone && whole) || look.words >= 4)
    ) {
      speaker ??= this.#bySituation(place, at);
    }
    if (speaker !== null && !inHeading)
      this.#resolver.remember(
        speaker,
        phrase,
        where,
        quote.start,
        at > 0 && attribution?.how === 'before',
      );
    this.#lastSpoken = {
      block: passage.parts.at(-1)?.block ?? block,
      sentence: passage.parts.length > 1 ? 0 : index,
    };
    this.#add({
      form: 'direct',
      parts,
      speaker,
      cue: attribution === null ? null : this.#cueRange(where.sentence, attribution.cue),
      place:
        attribution === null
          ? null
          : placeOfStatement(
              text,
              where.sentence,
              attribution.cue,
              attribution.right,
              where.sentence.length,
            ),
      words: look.words,
      whole,
      closed: passage.closed,
    });
  }

  /** Who speaks where nothing beside the quotation says so. Never sure but right behind another one of the same paragraph. */
  #bySituation({ sentence, block, index }: PhrasePlace, at: number): StatementSpeaker | null {
    const spoken = this.#lastSpoken;
    const near = this.#resolver.last(block, 0);
    if (near !== null && spoken?.block === block && spoken.sentence >= index - 1) {
      return { ...near, range: null };
    }
    const before = at > 0 ? sentence : this.#blocks[block]?.[index - 1];
    if (before !== undefined) {
      const place = { sentence: before, block, index: at > 0 ? index : index - 1 };
      const cue = findCues(before).findLast(
        ({ subject, to }) => subject !== null && (at === 0 || to <= at),
      );
      const phrase = cue?.subject ?? leadingPhrase(before, at > 0 ? at : before.length);
      const able =
        this.#english && phrase !== null && (phrase.kind !== 'common' || cue !== undefined);
      const speaker = able ? this.#resolver.resolve(phrase, place) : null;
      if (speaker !== null) return { ...speaker, sure: false };
    }
    const last = near ?? this.#resolver.goesOn(block, sentence.length === 1 ? 4 : 2);
    return last === null ? null : { ...last, range: null, sure: false };
  }

  #addHan(passage: QuotedPassage, look: QuotationLook, block: number): void {
    const first = passage.parts[0];
    const last = passage.parts.at(-1);
    const bounds = this.#text.blocks[block];
    if (first === undefined || last === undefined || bounds === undefined) return;
    const { text } = this.#text;
    const said: HanAttribution | null = hanAttribution(text, bounds.start, first.start, last.end);
    const ended = /[。！？…，]/u.test(look.lastSign);
    if (said === null && !(ended && look.words >= 3) && look.words < 8) return;
    const before = this.#resolver.last(block, 1);
    const named = said?.speaker ?? null;
    const speaker: StatementSpeaker | null =
      named === null
        ? before === null
          ? null
          : { ...before, range: null, sure: false }
        : {
            name: text.slice(named.start, named.end),
            range: textRange(named.start, named.end),
            sure: true,
          };
    const sentence = this.#blocks[block]?.[0];
    if (speaker !== null && sentence !== undefined) {
      this.#resolver.remember(speaker, null, { sentence, block, index: 0 }, first.start);
    }
    const parts = passage.parts.map(({ start, end }) => textRange(start, end));
    // “A，”he said，“b。”: what follows the cue goes on with it.
    const index = this.#passages.indexOf(passage);
    const next = this.#passages[index + 1];
    const nextFirst = next?.parts[0];
    if (
      said !== null &&
      said.cue.start >= last.end &&
      next !== undefined &&
      nextFirst !== undefined &&
      /[，,]/u.test(look.lastSign) &&
      nextFirst.start - said.cue.end <= 2 &&
      nextFirst.start >= said.cue.end
    ) {
      this.#taken.add(index + 1);
      for (const { start, end } of next.parts) parts.push(textRange(start, end));
    }
    this.#add({
      form: 'direct',
      parts,
      speaker,
      cue: said === null ? null : textRange(said.cue.start, said.cue.end),
      place: null,
      words: look.words,
      whole: ended,
      closed: passage.closed,
    });
  }

  #addReported(
    place: PhrasePlace,
    cues: readonly SpeechCue[],
    beside: ReadonlySet<SpeechCue>,
  ): void {
    const { sentence } = place;
    for (const clause of reportedClauses(sentence, cues, beside)) {
      const first = sentence[clause.from];
      const last = sentence[clause.to - 1];
      if (first === undefined || last === undefined) continue;
      const speaker = this.#resolver.resolve(clause.subject, place);
      const inHeading = this.#text.blocks[place.block]?.kind === 'heading';
      if (speaker !== null && !inHeading) {
        this.#resolver.remember(speaker, clause.subject, place, first.start);
      }
      this.#add({
        form: 'reported',
        parts: clause.parts.map(({ from, to }) =>
          textRange(sentence[from]?.start ?? first.start, sentence[to - 1]?.end ?? last.end),
        ),
        speaker,
        cue: this.#cueRange(sentence, clause.cue),
        place: placeOfStatement(
          this.#text.text,
          sentence,
          clause.cue,
          clause.cue.right,
          clause.from >= clause.cue.right ? clause.from : sentence.length,
        ),
        words: clause.to - clause.from,
        whole: false,
        closed: true,
      });
    }
  }

  #addBlock(from: number, to: number): void {
    const { text, blocks } = this.#text;
    const ranges = blocks.slice(from, to).map(({ start, end }) => textRange(start, end));
    const dashInside = to - from > 1 ? dashLineName(this.#text, to - 1) : null;
    if (dashInside !== null) ranges.pop();
    for (const sentences of this.#blocks.slice(from, to)) {
      for (const token of sentences.flat())
        if (token.quote !== null) this.#taken.add(token.quote.passage);
    }
    const [attribution, where] = attributionOfBlock(
      this.#text,
      this.#blocks,
      from,
      dashInside === null ? to : to - 1,
    );
    const phrase = attribution?.subject ?? null;
    let speaker = phrase === null || where === null ? null : this.#resolver.resolve(phrase, where);
    const colon = attribution?.how === 'colon';
    if (speaker !== null && !colon) speaker = { ...speaker, sure: false };
    const last = this.#resolver.last(from, 1);
    speaker ??= last === null ? null : { ...last, range: null, sure: false };
    const first = this.#blocks[from]?.[0];
    if (speaker !== null && first !== undefined) {
      const place = where ?? { sentence: first, block: from, index: 0 };
      this.#resolver.remember(speaker, phrase, place, ranges[0]?.start ?? 0);
    }
    const words = ranges.reduce(
      (sum, { start, end }) =>
        sum + (text.slice(start, Math.min(end, start + 2_000)).match(/\S+/gu)?.length ?? 0),
      0,
    );
    this.#lastSpoken = { block: to - 1, sentence: 0 };
    this.#add({
      form: 'block',
      parts: ranges,
      speaker,
      cue:
        attribution === null || where === null
          ? null
          : this.#cueRange(where.sentence, attribution.cue),
      place: null,
      words,
      whole: true,
      closed: true,
    });
  }

  #cueRange(sentence: Sentence, cue: SpeechCue): TextRange | null {
    const first = sentence[cue.from];
    const last = sentence[cue.to - 1];
    return first === undefined || last === undefined || cue.sort === 'colon'
      ? null
      : textRange(first.start, last.end);
  }

  #add(made: Made): void {
    const { text } = this.#text;
    const snap = ({ start, end }: TextRange) => snapToGraphemes(text, start, end);
    const parts = made.parts.map(snap);
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return;
    const { speaker } = made;
    this.#found.push({
      start: first.start,
      end: last.end,
      form: made.form,
      parts,
      speaker:
        speaker === null
          ? null
          : { ...speaker, range: speaker.range === null ? null : snap(speaker.range) },
      cue: made.cue === null ? null : snap(made.cue),
      place: made.place,
      score: statementScore({ ...made, cued: made.cue !== null }),
    });
  }
}
