import type { Token } from './tokens.ts';

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  policemen: 'policeman',
  policewomen: 'policewoman',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  buffaloes: 'buffalo',
  menschen: 'mensch',
  personnes: 'personne',
  personas: 'persona',
  mice: 'mouse',
  teeth: 'tooth',
  feet: 'foot',
  geese: 'goose',
  crises: 'crisis',
};
/** Words that look alike in the plural, or name a number of people. */
const unchanged = new Set(
  'troops police crew personnel staff fish sheep aircraft spacecraft cattle cod series species'.split(
    ' ',
  ),
);
const notPlural = new Set(
  'was is has this its his does always perhaps us thus plus less across towards besides sometimes yes as goes says makes takes gets comes others overseas afterwards upwards ours theirs hers was'.split(
    ' ',
  ),
);
/** What ends the words that a number may count. */
const stops = new Set(
  `a an the of in on at to for from by with without and or but as than that which who whose whom is are was were be been being
  had has have having will would can could may might must shall should do does did not no it he she they we you i his her their
  its our my this these those there here when where while if after before since until during over under more less fewer most
  between among into onto out off up down about around said says told killed died dead injured wounded missing arrested each
  every per so only also just still even according because if`.split(/\s+/u),
);
const longestRun = 5;

/** What a figure counts, by the words behind it, in the singular; `null` if they do not say. */
export function nounBehind(tokens: readonly Token[], at: number): string | null {
  const hyphen = tokens[at];
  if (hyphen !== undefined && /^[-‐‑]$/u.test(hyphen.text) && hyphen.glued) {
    const next = tokens[at + 1];
    if (next?.lower === 'strong') return nounBehind(tokens, at + 2);
    return next?.kind === 'word' && next.glued ? singularOf(next.lower) : null;
  }
  for (let step = 0; step < longestRun; step += 1) {
    const token = tokens[at + step];
    if (token === undefined) return null;
    if (/^[-‐‑]$/u.test(token.text) && token.glued && step > 0) continue;
    // "five Kh-101 cruise missiles"
    if (step > 0 && token.kind === 'number' && token.glued) continue;
    if (token.kind !== 'word' || stops.has(token.lower)) return null;
    // "31 Abrams tanks": the plural behind a name is what is counted.
    const isName = /^\p{Lu}/u.test(token.text) && isPlural(tokens[at + step + 1]?.lower ?? '');
    if (isPlural(token.lower) && !isName) return singularOf(token.lower);
  }
  return null;
}

/** What "the number of bodies found is 93" counts: said before the figure, in its clause. */
export function nounOfNumber(tokens: readonly Token[], at: number): string | null {
  for (let step = 2; step < 14; step += 1) {
    const token = tokens[at - step];
    if (token === undefined || clauseEnd.test(token.text) || token.kind === 'number') return null;
    if (token.lower === 'number' && tokens[at - step + 1]?.lower === 'of')
      return nounBehind(tokens, at - step + 2);
  }
  return null;
}

/** Whether a word is, by its form, the plural of something that is counted. */
export function isPlural(lower: string): boolean {
  if (irregular[lower] !== undefined || unchanged.has(lower)) return true;
  return (
    lower.length > 3 &&
    lower.endsWith('s') &&
    !/(?:ss|us|is|'s)$/u.test(lower) &&
    !notPlural.has(lower)
  );
}

function singularOf(lower: string): string {
  const known = irregular[lower];
  if (known !== undefined) return known;
  if (unchanged.has(lower)) return lower === 'troops' ? 'troop' : lower;
  if (/[^aeiou]ies$/u.test(lower)) return `${lower.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/u.test(lower)) return lower.slice(0, -2);
  return /[^s]s$/u.test(lower) && lower.length > 3 ? lower.slice(0, -1) : lower;
}

const stateOf = new Map<string, string>();
for (const [state, words] of Object.entries({
  killed:
    'killed dead died die dies deaths death fatalities fatality killing kill kills slain perished drowned murdered executed lives corpses morts mort tués tote toten getötet ums muertos muertas',
  injured:
    'injured wounded hurt injuring injuries wounding injure wounds casualties blessés verletzte verletzt heridos heridas',
  missing: 'missing unaccounted disappeared vermisst disparus desaparecidos',
  arrested: 'arrested detained arrests arresting detaining detentions arrest arrestees jailed',
  evacuated: 'evacuated evacuating',
  displaced: 'displaced displacing homeless',
  rescued: 'rescued saved rescuing survivors survived',
})) {
  for (const word of words.split(' ')) stateOf.set(word, state);
}
const clauseEnd = /^[.;:!?()“”"«»—–]$/u;
/** Words between a figure and what became of those counted: "12 people are feared to have been killed". */
const passive = new Set(
  'people persons person men women children civilians soldiers were was are is be been being have has had to feared confirmed reported also others more have and least at reportedly still now lightly seriously badly officers passengers workers residents migrants protesters militants fighters the its'.split(
    ' ',
  ),
);

/**
 * What became of those whom a figure counts: said right behind it ("12 people were killed"), or right before ("killed at
 * least 12", "death toll rose to 12", "left 12 dead"). `next`: the first token behind the figure. Cost: constant.
 */
export function stateAround(tokens: readonly Token[], at: number, next: number): string | null {
  let skipped = 0;
  for (let step = 0; step < 7; step += 1) {
    const token = tokens[next + skipped + step];
    if (token === undefined || clauseEnd.test(token.text) || token.kind === 'number') break;
    const state = stateOf.get(token.lower);
    if (state !== undefined) return state;
    if (token.text === ',' && skipped === 0) {
      // "12 people, including three children, were killed"
      skipped = insertionLength(tokens, next + step);
      if (skipped > 0) continue;
    }
    if (token.text === ',' || (step > 1 && !passive.has(token.lower) && !isPlural(token.lower)))
      break;
    if (token.lower === 'and' || token.lower === 'who') break;
  }
  for (let step = 1; step < 7; step += 1) {
    const token = tokens[at - step];
    if (
      token === undefined ||
      clauseEnd.test(token.text) ||
      token.kind === 'number' ||
      token.text === ','
    )
      break;
    const state = stateOf.get(token.lower);
    if (state !== undefined)
      return step === 1 || isLeading(tokens, at - step + 1, at) ? state : null;
  }
  return null;
}

const longestInsertion = 14;

/** How many tokens an insertion between commas has, that begins at a comma: "including …", "among them …". 0: it is none. */
function insertionLength(tokens: readonly Token[], comma: number): number {
  if (!/^(?:including|among|most|mostly|many|some|mainly)$/u.test(tokens[comma + 1]?.lower ?? ''))
    return 0;
  for (let step = 2; step < longestInsertion; step += 1) {
    const token = tokens[comma + step];
    if (token === undefined || clauseEnd.test(token.text)) return 0;
    if (token.text === ',') return step;
  }
  return 0;
}

const leading = new Set(
  'at least more than about some around over nearly almost up to as many another a further an estimated toll rose to stands stood at has risen reached reaching is was to of the number now put climbed fewer less just only roughly approximately in rising rises'.split(
    ' ',
  ),
);

function isLeading(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!leading.has(tokens[at]?.lower ?? '')) return false;
  return true;
}
