// `npm run bench -- figures [faults]`: how well figures, dates and names are read and conflicts found, against texts and
// pairs that were marked by hand, nearly all before the rules were made (test/fixtures/facts says how). Prints one line of JSON.
//
// `figure_f1`, `date_f1`, `names_f1`: of the places, a found one lying over a marked one. `value_accuracy`, `date_accuracy`,
// `names_accuracy`: share of the matched ones whose value is right to the letter: number, bound and unit, and noun and
// state where they are marked; first and last day; full name, and kind where one is told. `conflict_precision`,
// `conflict_recall`: of the conflicts by the words of both sides; `remarks` the share of those with different dates whose
// remark says so. `heldout_*`: the third of texts and pairs that no rule was mended on; the others are over all.
// `ms_per_kb`: processor time of findFacts. With `faults` each fault goes to stderr, those of held-out texts set aside
// unless `all` is asked for.
import { findFacts } from '../../app/fact/find-facts.ts';
import { findConflicts } from '../../app/suggestion/find-conflicts.ts';
import { type GoldPair, readGold, readPairs } from './figures/read-gold.ts';
import { emptyScore, type FactScore, scoreFacts } from './figures/score-facts.ts';
import { emptyConflictScore, scorePair } from './figures/score-pair.ts';

const shown = process.argv.slice(2);
const texts = readGold();
const pairs = readPairs();
const kinds = ['figure', 'date', 'name'] as const;

function score(heldOut: boolean | null) {
  const scores = { figure: emptyScore(), date: emptyScore(), name: emptyScore() };
  for (const gold of texts) {
    if (heldOut !== null && gold.isHeldOut !== heldOut) continue;
    const facts = findFacts(gold.text, gold);
    for (const kind of kinds) {
      if (kind !== 'name' || gold.hasNames) scoreFacts(scores[kind], gold, facts, kind);
    }
  }
  return scores;
}

function scoreConflicts(chosen: readonly GoldPair[]) {
  const conflicts = emptyConflictScore();
  for (const pair of chosen) scorePair(conflicts, pair, findConflicts);
  return conflicts;
}

const share = (part: number, whole: number) =>
  whole === 0 ? 1 : Math.round((1000 * part) / whole) / 1000;
const f1 = ({ gold, found, matched }: FactScore) => share(2 * matched, gold + found);

const all = score(null);
const heldOut = score(true);
const allConflicts = scoreConflicts(pairs);
const heldConflicts = scoreConflicts(pairs.filter(({ isHeldOut }) => isHeldOut));
if (shown.includes('faults') || shown.includes('all')) {
  const faulty = shown.includes('all') ? all : score(false);
  const conflicts = shown.includes('all')
    ? allConflicts
    : scoreConflicts(pairs.filter((pair) => !pair.isHeldOut));
  for (const kind of kinds) for (const fault of faulty[kind].faults) console.error(fault);
  for (const fault of conflicts.faults) console.error(fault);
}

const rounds = 20;
const letters = texts.reduce((sum, { text }) => sum + text.text.length, 0);
const began = process.cpuUsage();
for (let round = 0; round < rounds; round += 1)
  for (const gold of texts) findFacts(gold.text, gold);
const { user } = process.cpuUsage(began);

console.log(
  JSON.stringify({
    name: 'figures',
    figures: all.figure.gold,
    figure_f1: f1(all.figure),
    value_accuracy: share(all.figure.right, all.figure.matched),
    dates: all.date.gold,
    date_f1: f1(all.date),
    date_accuracy: share(all.date.right, all.date.matched),
    names: all.name.gold,
    names_f1: f1(all.name),
    names_accuracy: share(all.name.right, all.name.matched),
    pairs: pairs.length,
    conflicts: allConflicts.gold,
    conflict_precision: share(allConflicts.matched, allConflicts.found),
    conflict_recall: share(allConflicts.matched, allConflicts.gold),
    remarks: share(allConflicts.remarked, allConflicts.dated),
    heldout_figures: heldOut.figure.gold,
    heldout_figure_f1: f1(heldOut.figure),
    heldout_value_accuracy: share(heldOut.figure.right, heldOut.figure.matched),
    heldout_date_f1: f1(heldOut.date),
    heldout_date_accuracy: share(heldOut.date.right, heldOut.date.matched),
    heldout_names_f1: f1(heldOut.name),
    heldout_conflict_precision: share(heldConflicts.matched, heldConflicts.found),
    heldout_conflict_recall: share(heldConflicts.matched, heldConflicts.gold),
    ms_per_kb: Math.round((100 * user) / 1000 / rounds / (letters / 1024)) / 100,
  }),
);
