/** How a verb introduces what somebody says. */
export type CueStrength =
  /** Takes a quotation or a clause: "said". */
  | 'speech'
  /** Takes a quotation or a noun: "stressed", "called it", "promised". */
  | 'speech-noun';

const speech = `accept acknowledge add admit advise affirm agree allege announce answer argue assert assure avow
  bark bellow boast bemoan brag caution chide chirp chuckle claim clarify comment complain concede conclude concur
  confess confide confirm contend contest continue counter cry declare deny disclose estimate exclaim explain expect fear
  fume grin gripe groan grumble guess gush hint holler imply inform insist interject interrupt jest joke lament laugh
  maintain marvel moan mumble murmur muse mutter note object observe opine ponder post predict proclaim promise propose
  protest purr quip reason reassert reassure recall recite reckon recount reflect reiterate remark remember remind repeat
  reply report respond restate retort reveal roar scoff scream shout shrug sigh smile snap sneer snort sob stammer state
  stipulate stress stutter submit suggest suspect sum tease testify thunder tweet underline underscore urge venture
  volunteer vow wail warn whine whisper wonder yell beam believe hope recommend signal think ask assess emphasise
  emphasize highlight inquire enquire plead pray preach intone mock rage rant deadpan elaborate ad-lib texted text
  email e-mail blog blogged message specify certify demand counsel instruct order notify begin reassures contend
  point forecast pledge swear write read say tell speak quote put argue hold quote go hail decry query rebut`;

const speechNoun = `accuse applaud attack bemoan blame blast brand call characterise characterize chant cheer cite
  compare condemn condemned credit criticise criticize criticised denounce depict deplore deride describe dismiss
  dub endorse envisage express hail honour honor invoke label lambast lambaste laud liken mourn praise reject rebuke
  reaffirm refer ridicule salute slam slate support thank tout threaten urge vilify voice welcome advocate back
  commit convey exhort oppose renew herald rap rail tear term vouch convince challenge commend congratulate rule apologise
  apologize regret`;

const irregular: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  think: ['thinks', 'thought', 'thinking'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  read: ['reads', 'read', 'reading'],
  put: ['puts', 'put', 'putting'],
  begin: ['begins', 'began', 'beginning'],
  hold: ['holds', 'held'],
  go: ['goes', 'went', 'going'],
  forecast: ['forecasts', 'forecast', 'forecasting'],
  find: ['finds', 'found'],
  tear: ['tears', 'tore'],
  deadpan: ['deadpans', 'deadpanned', 'deadpanning'],
};

const doubled = new Set(
  'refer admit brag chat commit quip rebut submit concur slam dub pen plug rap snap sob sum nod'.split(
    ' ',
  ),
);

function formsOf(base: string): readonly string[] {
  const own = irregular[base];
  if (own !== undefined) return [base, ...own];
  const stem = doubled.has(base) ? base + base.slice(-1) : base;
  if (base.endsWith('e')) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  if (/[^aeiou]y$/u.test(base)) {
    return [base, `${base.slice(0, -1)}ies`, `${base.slice(0, -1)}ied`, `${base}ing`];
  }
  const third = /(?:s|sh|ch|x|z|o)$/u.test(base) ? `${base}es` : `${base}s`;
  return [base, third, `${stem}ed`, `${stem}ing`];
}

function withForms(words: string, strength: CueStrength, into: Map<string, CueStrength>): void {
  for (const base of words.split(/\s+/u)) {
    for (const form of formsOf(base)) into.set(form, strength);
  }
}

function englishCues(): ReadonlyMap<string, CueStrength> {
  const cues = new Map<string, CueStrength>();
  withForms(speechNoun, 'speech-noun', cues);
  withForms(speech, 'speech', cues);
  return cues;
}

/** Every form of an English verb that introduces what somebody says, and how it does. */
export const englishCueVerbs: ReadonlyMap<string, CueStrength> = englishCues();

/** Verbs that as often tell what somebody does as what he says: they need a quotation next to them. */
export const doubtfulCueVerbs: ReadonlySet<string> = new Set(
  `began begins begin read reads went goes go put puts held holds hold smiled smiles grinned grins laughed laughs
  continued continues shrugged shrugs sighed sighs cried cries beamed beams snapped snaps posted posts ordered orders
  accepted accepts agreed agrees backed backs supported supports began expected expects remembered remembers
  interrupted interrupts contested contests challenged challenges rapped fears rail rails raged rages spoke speaks
  texted messaged emailed blogged recited chanted sobbed volunteered volunteers quoted quotes read
  signalled signaled summed sums cited cites point points pointed pointing praying prayed pondered ponders compared compares tore rule ruled rules
  committed commits applauded ended signed signs credit credited honoured honored`.split(/\s+/u),
);

/** Verbs after which a clause without "that" is what somebody says: "said the bridge was closed". */
export const clauseVerbs: ReadonlySet<string> = new Set(
  `say says said saying tell tells told think thinks thought believe believes believed insist insists insisted warn warns
  warned claim claims claimed argue argues argued add adds added adding estimate estimates estimated acknowledge
  acknowledges acknowledged admit admits admitted suggest suggests suggested predict predicts predicted maintain maintains
  maintained deny denies denied reckon reckons reckoned fear fears feared hope hopes hoped announce announced announces
  expect expects`.split(/\s+/u),
);

/** Verbs that introduce what somebody says where "that" follows them at once or they end the sentence: "found that", "figures showed". */
export const thatOnlyVerbs: ReadonlySet<string> = new Set(
  `find calculate anticipate speculate indicate mention attest assume theorise theorize verify determine hypothesise
  hypothesize project show`
    .split(/\s+/u)
    .flatMap(formsOf),
);

/** Verbs whose that-clause is what somebody says. Wider than `clauseVerbs`: "pointed out that", "stressed that". */
export const thatVerbs: ReadonlySet<string> = new Set([
  ...clauseVerbs,
  ...thatOnlyVerbs,
  ...`say tell warn claim argue add insist suggest deny note stress emphasise emphasize reiterate state write tweet post
  declare agree conclude confirm underline underscore observe remark explain caution complain contend counter allege assert
  affirm reaffirm concede disclose reveal testify promise pledge vow reply respond recall repeat report remind assure inform
  hint boast joke reason propose demand recommend swear object lament rule suspect forecast signal imply protest clarify
  specify stipulate advise reassure predict proclaim concur certify profess quip plead point read express voice guess`
    .split(/\s+/u)
    .flatMap(formsOf),
  'quoted',
]);

/** Words between a subject and its verb: "has also repeatedly said". */
export const betweenSubjectAndVerb: ReadonlySet<string> = new Set(
  `also then later earlier previously repeatedly has had have having is was were are been being would could will did does do
  not never once often still already again both further furthermore first finally only just even simply merely now
  apparently reportedly allegedly thus therefore however always sometimes usually soon immediately personally publicly
  himself herself themselves itself all might may can should must tearfully recently instead well`.split(
    /\s+/u,
  ),
);

/** Pronouns that can be subjects of what is said, English. */
export const pronouns: ReadonlySet<string> = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you']);

/** Forms of verbs that a clause may have, and that no noun is: not all, but the most frequent. */
export const finiteVerbs =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|could|can|can't|should|must|may|might|did|does|do|didn't|don't|doesn't|won't|wouldn't|isn't|wasn't|aren't|weren't|hasn't|haven't|hadn't|cannot|stands?|stood|came|come|comes|took|takes|made|makes|went|gave|gets|got|left|lost|led|ran|run|rose|fell|cut|put|felt|knew|knows|needs?|wants?|remains?|began|begun|kept|met|saw|seen|told|said|says|thought|found|held|broke|sent|spent|paid|won|became|grew|sold|bought|built|caught|fought|brought|drove|wrote|fled|flew|hid|shot|slept|spoke|stole|struck|taught|threw|wore|drew|chose|rode|shook|sank|woke|blew|dealt|forgot|froze|hung|sought|withdrew|understood|undertook|overtook|misled|arose|slid|swept|swore)$/u;
