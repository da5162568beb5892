import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

const noPlace =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|english|french|russian|chinese|arabic|german|spanish|christmas)$/u;
const farthest = 16;
/** Verbs whose own place is told behind them; of others it is the place of what they are about: "hailed the truce in X". */
const saying =
  /^(?:say|says|said|saying|tell|tells|told|telling|speak|speaks|spoke|spoken|speaking|add|adds|added|adding|warn|warns|warned|announce|announces|announced|declare|declares|declared|state|stated|ask|asks|asked|reply|replied|insist|insisted|argue|argued|explain|explained|testify|testified)$/u;
const time =
  /^(?:on|last|this|early|earlier|late|later|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|morning|afternoon|evening|night|january|february|march|april|may|june|july|august|september|october|november|december|also)$/u;
/** What leads to those who listen: told reporters in X, said at a meeting of ministers in X. */
const occasion = /^(?:at|during|to|after|before|outside|ahead)$/u;
const gathering =
  /^(?:meeting|conference|gathering|session|summit|rally|hearing|group|crowd|congress|forum|reception|dinner|briefing|interview|speech|address|debate|lecture|sermon|parliament|court)$/u;
const matter =
  /^(?:about|over|against|for|from|as|with|between|into|that|who|whom|which|whether|what|how|why|when|he|she|it|they|we|i|you|there|and|but|by)$/u;

/**
 * Where a statement was made: what "in Geneva" behind the verb of speech says (from the token at `from`, before `until`),
 * over times, listeners and occasions alone; or "speaking in Geneva" before the speaker. `null`: the sentence does not say,
 * or says it of something else: an official in Geneva, the war in Sudan.
 */
export function placeOfStatement(
  text: string,
  sentence: Sentence,
  cue: SpeechCue,
  from: number,
  until: number,
): string | null {
  if (cue.sort !== 'verb') return speakingIn(text, sentence, 0, 0);
  return (
    behind(text, sentence, cue, from, Math.min(until, sentence.length)) ??
    speakingIn(text, sentence, cue.right, Math.min(until, sentence.length)) ??
    speakingIn(text, sentence, 0, cue.from)
  );
}

function behind(
  text: string,
  sentence: Sentence,
  cue: SpeechCue,
  from: number,
  until: number,
): string | null {
  if (!saying.test(cue.verb)) return null;
  // Of "told", who is told stands right behind it.
  let goesOn = /^t(?:ell|old)/u.test(cue.verb);
  for (let at = from; at < Math.min(until, from + farthest); at += 1) {
    const token = sentence[at];
    if (token === undefined || token.kind === 'quote' || token.kind === 'sign') return null;
    if (matter.test(token.lower)) return null;
    if (token.lower === 'in') {
      const place = placeAt(text, sentence, at, until);
      if (place !== null) return place;
      if (noPlace.test(sentence[at + 1]?.lower ?? '')) continue;
      if (!leadsToGathering(sentence, at, until)) return null;
      goesOn = true;
    }
    // "on Tuesday", but "on the war".
    if (
      token.lower === 'on' &&
      !/^\d/u.test(sentence[at + 1]?.text ?? '') &&
      !time.test(sentence[at + 1]?.lower ?? '')
    )
      return null;
    if (token.lower === 'of' && !gathering.test(sentence[at - 1]?.lower ?? '')) return null;
    if (occasion.test(token.lower)) goesOn = true;
    else if (
      !goesOn &&
      !noPlace.test(token.lower) &&
      !time.test(token.lower) &&
      token.kind !== 'number'
    )
      return null;
  }
  return null;
}

/** "in an interview", "in a televised speech", "in parliament": where there may be a place as well. */
function leadsToGathering(sentence: Sentence, at: number, until: number): boolean {
  return sentence.slice(at + 1, Math.min(until, at + 5)).some(({ lower }) => gathering.test(lower));
}

/** "Speaking to reporters in Geneva, Smith said", "…, said Smith, speaking in Geneva". */
function speakingIn(text: string, sentence: Sentence, from: number, until: number): string | null {
  for (let at = from; at < until; at += 1) {
    const token = sentence[at];
    if (token?.kind === 'quote') return null;
    if (token?.lower !== 'speaking') continue;
    for (let next = at + 1; next < Math.min(until, at + farthest); next += 1) {
      const word = sentence[next];
      if (word === undefined || word.kind === 'quote' || word.kind === 'sign') return null;
      if (matter.test(word.lower)) return null;
      if (word.lower === 'of' && !gathering.test(sentence[next - 1]?.lower ?? '')) return null;
      if (word.lower === 'in') return placeAt(text, sentence, next, until);
    }
    return null;
  }
  return null;
}

function placeAt(text: string, sentence: Sentence, at: number, until: number): string | null {
  const start = sentence[at]?.start ?? 0;
  const first = sentence[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  let to = first;
  while (to < until && sentence[to]?.capital === true && !noPlace.test(sentence[to]?.lower ?? ''))
    to += 1;
  const last = sentence[to - 1];
  if (to > first && last !== undefined)
    return text.slice(start, last.possessive ? last.start + last.text.length : last.end);
  if (sentence[first]?.lower === 'capital' && first === at + 2 && first < until)
    return text.slice(start, sentence[first]?.end);
  return null;
}
