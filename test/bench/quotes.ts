// `npm run bench -- quotes [errors] [NAME]`: how well quotations and their speakers are found, against texts that were
// marked by hand (test/fixtures/statements): news written for the purpose, in the ways of agencies, tabloids, broadcasters,
// readouts and features, and the articles of the sample project. Prints one line of JSON, and one for each kind of
// quotation to stderr; `errors` prints what went wrong, of the texts that may be tuned on.
//
// A span is a piece between marks: it is right if it begins and ends where the marked one does, marks and the signs
// beside them aside. A speaker is right if the name is one that is marked (test/bench/quotes/score-statements.ts says
// how names are compared); it counts as wrong where the span is. Nothing was tuned on the texts in
// `held-out`: their figures were seen, their errors never. The first nine and those in other languages from 20 on were
// marked before the rules were written, 10 to 14 after. `heldout_…` are their figures alone, the others those of all.
// `sure_precision`: of the speakers that are called sure, those that are right.
import { readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { type GoldText, readGold } from './quotes/read-gold.ts';
import { sampleGold } from './quotes/sample-gold.ts';
import { emptyScored, type Scored, scoreText, type Tally } from './quotes/score-statements.ts';

const [wish, only] = process.argv.slice(2);
const folder = inRepository('test', 'fixtures', 'statements');
const tuned = golds('');
const heldOut = golds('held-out');
const sample = await sampleGold();

const [ofTuned, ofHeldOut, ofSample, ofAll] = [
  scored(tuned),
  scored(heldOut),
  scored(sample),
  scored([...tuned, ...heldOut, ...sample]),
];
for (const [kind, tally] of [...ofAll.kinds].sort()) {
  console.error(
    `${kind.padEnd(14)} ${String(tally.gold).padStart(4)}  spans ${share(tally.right, tally.gold)}  speakers ${share(tally.rightSpeakers, tally.goldSpeakers)}`,
  );
}
if (wish === 'errors') {
  for (const error of [...ofTuned.errors, ...ofSample.errors]) {
    if (only === undefined || error.startsWith(only)) console.error(error);
  }
}
const all = ofAll.quotations;
const letters = [...tuned, ...heldOut, ...sample].reduce(
  (sum, { text }) => sum + text.text.length,
  0,
);
const begun = process.cpuUsage();
for (let round = 0; round < 5; round += 1) scored([...tuned, ...heldOut]);
const used = process.cpuUsage(begun);
console.log(
  JSON.stringify({
    name: 'quotes',
    quotations: all.gold,
    span_precision: share(all.right, all.found),
    span_recall: share(all.right, all.gold),
    span_f1: f1(all.right, all.found, all.gold),
    speaker_precision: share(all.rightSpeakers, all.foundSpeakers),
    speaker_recall: share(all.rightSpeakers, all.goldSpeakers),
    speaker_f1: f1(all.rightSpeakers, all.foundSpeakers, all.goldSpeakers),
    sure_precision: share(all.rightSure, all.sure),
    heldout_quotations: ofHeldOut.quotations.gold,
    heldout_span_precision: share(ofHeldOut.quotations.right, ofHeldOut.quotations.found),
    heldout_span_recall: share(ofHeldOut.quotations.right, ofHeldOut.quotations.gold),
    heldout_span_f1: spanF1(ofHeldOut),
    heldout_speaker_precision: share(
      ofHeldOut.quotations.rightSpeakers,
      ofHeldOut.quotations.foundSpeakers,
    ),
    heldout_speaker_recall: share(
      ofHeldOut.quotations.rightSpeakers,
      ofHeldOut.quotations.goldSpeakers,
    ),
    heldout_speaker_f1: speakerF1(ofHeldOut),
    sample_quotations: ofSample.quotations.gold,
    sample_span_f1: spanF1(ofSample),
    sample_speaker_f1: speakerF1(ofSample),
    not_speech: ofAll.notSpeech.all,
    not_speech_taken: ofAll.notSpeech.taken,
    ...reportedFigures('', ofAll.reported),
    ...reportedFigures('heldout_', ofHeldOut.reported),
    ms_per_kb: Math.round((used.user + used.system) / 5 / (letters / 1024)) / 1000,
  }),
);

function golds(inside: string): GoldText[] {
  const path = inside === '' ? folder : `${folder}/${inside}`;
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readGold(name.replace('.txt', ''), readFileSync(`${path}/${name}`, 'utf8')));
}

function scored(texts: readonly GoldText[]): Scored {
  const result = emptyScored();
  for (const text of texts) scoreText(text, result);
  return result;
}

function reportedFigures(prefix: string, tally: Tally) {
  return {
    [`${prefix}reported`]: tally.gold,
    [`${prefix}reported_f1`]: f1(tally.right, tally.found, tally.gold),
    [`${prefix}reported_speaker_f1`]: f1(
      tally.rightSpeakers,
      tally.foundSpeakers,
      tally.goldSpeakers,
    ),
  };
}

function spanF1({ quotations }: Scored): number {
  return f1(quotations.right, quotations.found, quotations.gold);
}

function speakerF1({ quotations }: Scored): number {
  return f1(quotations.rightSpeakers, quotations.foundSpeakers, quotations.goldSpeakers);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;
}

function f1(right: number, found: number, gold: number): number {
  return share(2 * right, found + gold);
}
