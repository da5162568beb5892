import { Random } from '../corpus/random.ts';
import {
  type DraftParagraph,
  type DraftPlanted,
  finished,
  type Level,
  levels,
  type PlantedCorpus,
} from './planted.ts';

/**
 * Articles of sentences as of news about ships, talks and votes: they begin with names and offices and end with set turns
 * of time and reason, the same ones all the time; what is said between is made words, few of them frequent. One article in ten for
 * each level takes over a paragraph's first two sentences in quotation marks, by its own manner of editing: words in a row are left
 * out, put in or replaced, little words are changed.
 */
export function generateSentences(articles: number, seed: number): PlantedCorpus {
  const random = new Random(seed);
  const drafts = Array.from({ length: articles }, () =>
    Array.from(
      { length: 6 + random.below(14) },
      (): DraftParagraph => ({
        text: Array.from({ length: 2 + random.below(3) }, () => sentence(random)).join(' '),
      }),
    ),
  );
  const planted: DraftPlanted[] = [];
  for (let target = 1; target < articles; target += 1) {
    const level = levels[random.below(10)];
    if (level === undefined) continue;
    const source = random.below(target);
    const paragraph = random.pick(drafts[source] ?? []);
    const { text } = paragraph;
    const sentences = text.split(/(?<=\.) /);
    const taken = sentences.slice(0, 2);
    const wording =
      level === 'reordered'
        ? [...taken].reverse().join(' ')
        : edited(random, taken.join(' '), level);
    const before = `${sentence(random)} `;
    const made = { text: `${before}“${wording}” ${sentence(random)}` };
    drafts[target]?.push(made);
    planted.push({
      level,
      source: { article: source, paragraph, start: 0, end: taken.join(' ').length },
      target: {
        article: target,
        paragraph: made,
        start: before.length + 1,
        end: before.length + 1 + wording.length,
      },
    });
  }
  return finished(drafts, planted);
}

const people =
  'Mara Lind|Jonas Weil|Ana Sorel|Piet Haas|Ines Moral|Karl Odum|Lea Brandt|Omar Said|Eva Holm|Ian Rees'.split(
    '|',
  );
const offices =
  'Harbour Minister|Foreign Minister|Prime Minister|Deputy Finance Minister|Port Authority chief'.split(
    '|',
  );
const verbs =
  'said|told reporters|announced|confirmed|denied|added|insisted|wrote in a statement|told the assembly'.split(
    '|',
  );
const things =
  'the crossing|the grain shipment|the fisheries treaty|the new harbour|the ferry contract|the pilot scheme|the fuel levy|the northern route|the customs union|the inquiry'.split(
    '|',
  );
const acts =
  'will be delayed|has been approved|is to be renegotiated|was suspended|will cost more than planned|may be abandoned|is expected to resume|was put to a vote'.split(
    '|',
  );
const times =
  'on Monday|last week|earlier this month|in the coming days|by the end of the year|two years ago|after weeks of talks|in the early hours'.split(
    '|',
  );
const reasons =
  'because of|despite|following|in the light of|ahead of|amid growing concern about|as a result of'.split(
    '|',
  );
const causes =
  'a strike of dock workers|storms in the strait|the dispute over quotas|rising prices of diesel|a shortage of pilots|a court ruling|pressure from the islands|an election'.split(
    '|',
  );
const syllables = 'ka lo mi ren tu ves sor an di bel gar no pu zim ter ul'.split(' ');
const joins = 'the of and to in a is that for it with as on be at by from not are has'.split(' ');

function sentence(random: Random): string {
  const words: string[] = [];
  const kind = random.below(20);
  if (kind < 3) {
    words.push(`${random.pick(offices)} ${random.pick(people)} ${random.pick(verbs)} that`);
  } else if (kind < 4) words.push(`According to ${random.pick(people)},`);
  if (random.below(20) === 0) words.push(random.pick(things), random.pick(acts));
  for (let count = 7 + random.below(14); count > 0; count -= 1) {
    words.push(random.below(5) < 2 ? random.pick(joins) : madeWord(random));
  }
  if (random.below(12) === 0) words.push(random.pick(times));
  if (random.below(40) === 0) words.push(random.pick(reasons), random.pick(causes));
  return `${capital(words.join(' '))}.`;
}

/** Of 20,000 words, the first ones far more often. */
function madeWord(random: Random): string {
  let rank = Math.floor(20_000 ** (random.next() ** 0.6));
  let word = '';
  do {
    word += syllables[rank % syllables.length] ?? '';
    rank = Math.floor(rank / syllables.length);
  } while (rank > 0);
  return `${word}er`;
}

const little = new Map([
  ['the', 'a'],
  ['a', 'the'],
  ['of', 'for'],
  ['in', 'at'],
  ['was', 'is'],
  ['is', 'was'],
  ['that', 'how'],
  ['and', 'or'],
]);

/** Edits until the share of the words is changed: stretches of one to three words go, come in, or are replaced. */
function edited(random: Random, text: string, level: Level): string {
  const words = text.split(' ');
  const share = level === 'edited10' ? 0.1 : level === 'edited20' ? 0.2 : 0;
  let left = Math.round(words.length * share);
  while (left > 0) {
    const at = random.below(words.length);
    const count = Math.min(left, 1 + random.below(3));
    const kind = random.below(4);
    const fresh = Array.from({ length: count }, () => madeWord(random));
    if (kind === 0) words.splice(at, Math.min(count, words.length - 4));
    else if (kind === 1) words.splice(at, 0, ...fresh);
    else if (kind === 2) words.splice(at, count, ...fresh);
    else words[at] = little.get(words[at] ?? '') ?? madeWord(random);
    left -= kind === 3 ? 1 : count;
  }
  return words.join(' ');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
