import type { NounPhrase } from './noun-phrase.ts';
import { organisationWords, personNouns, titleWords } from './title-words.ts';

const nobody = /^(?:nobody|no-one|none|neither|nothing|nowhere|hardly|scarcely)$/u;
/** Things that are told about, and that no list of ends would show. */
const things = new Set(
  `tunnel bridge road call talk measure move plan project scheme deal war strike storm price cost rate year month week day
  time place idea fact problem issue thing reason result crisis vote bill tax trade ship boat train car bus plane building
  house river sea rock line route site word phrase step change theory theorem trend risk`.split(
    /\s+/u,
  ),
);
const thingEnding = /(?:tion|sion|ment|ness|ship|ance|ence|ity|ism|ing)$/u;
/** Ends like a thing's, of those who do speak. */
const speaking =
  /^(?:opposition|station|congregation|corporation|nation|judge?ment|motion|inspection|expedition|section|division|administration|delegation|community|charity|majority|minority|management|leadership|parliament|audience|intelligence|judiciary|government|establishment|announcement|publication|sibling|king|university|authority|constitution|legislation|invitation|resolution|petition|inscription|agreement|convention|citation|presentation|notification|regiment)s?$/u;
const documents =
  /^(?:statement|readout|report|letter|summary|transcript|communique|document|paper|study|poll|survey|analysis|data|figure|minute|record|result|investigation|inquiry|probe|complaint|lawsuit|filing|memo|note|email|video|post|tweet|log|diary|newspaper|magazine|voice|indictment|affidavit|verdict|ruling|bulletin|dossier)s?$/u;
const bodies =
  /^(?:authority|ministry|government|agency|company|firm|bank|union|trust|regulator|watchdog|department|office|council|army|rebels|military|charity|defen[cs]e|prosecution|team|group|party|family|couple|crowd|staff|police|people|families)$/u;
const somebody =
  /(?:er|or|ist|ian|man|woman|boy|girl|ee|eer|ant|person)$|^(?:victim|child|kid|teen|nun|parent|guest|chef|cook|pupil|saint|guard|patient|client|friend|host|star|fan|recruit|refugee|nurse|hero)$/u;
const notSomebody =
  /^(?:matter|order|number|paper|letter|other|another|weather|river|power|border|sector|door|floor|water|summer|winter|centre|center|chapter|either|committee|month|plant|quarter|member-state|newspaper|tower|computer|answer|offer|master|error|factor)$/u;

/** "Nobody", "no official", "none of them": a subject that says that nobody says it. */
export function isNobody({ words }: NounPhrase): boolean {
  const first = words[0]?.toLowerCase() ?? '';
  if (nobody.test(first)) return true;
  return (
    (first === 'no' && !/^\d/u.test(words[1] ?? '')) ||
    (first === 'not' && /^(?:one|a|many)$/u.test(words[1] ?? ''))
  );
}

/** Whether a phrase without a name is about a thing, which says nothing: the tunnel, talks, the measures. */
export function isThing({ kind, head }: NounPhrase): boolean {
  if (kind !== 'common') return false;
  const word = singular(head);
  if (speaking.test(head)) return false;
  if ([head, word].some((form) => personNouns.has(form) || titleWords.has(form))) return false;
  if ([head, word].some((form) => organisationWords.has(form))) return false;
  return things.has(head) || things.has(word) || thingEnding.test(word);
}

/** Whether a noun, lower case, can be one person, so that "he" or "she" may stand for it. */
export function isOneSomebody(head: string): boolean {
  if (documents.test(head) || bodies.test(head) || organisationWords.has(head)) return false;
  if (titleWords.has(head) || personNouns.has(head)) return true;
  return somebody.test(head) && !notSomebody.test(head) && !thingEnding.test(head);
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^s]s$/u.test(word) ? word.slice(0, -1) : word;
}
