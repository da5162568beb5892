/** What is measured in money, percent or goods, in the words that name it, and one word for each group. */
const measured = new Map<string, string>();
for (const group of [
  'trade commerce',
  'export exports',
  'import imports',
  'gdp output economy',
  'revenue revenues sales turnover',
  'profit profits earnings',
  'loss losses',
  'debt debts',
  'deficit shortfall',
  'surplus',
  'budget',
  'inflation',
  'unemployment joblessness',
  'turnout',
  'population',
  'wage wages salary salaries',
  'price prices',
  'cost costs',
  'damage damages',
  'investment investments',
  'aid assistance',
  'fine fines',
  'toll',
  'tariff tariffs',
  'emissions',
  'production',
  'demand',
  'reserves',
  'magnitude',
  'area',
  'length',
  'depth',
  'speed',
]) {
  const words = group.split(' ');
  for (const word of words) measured.set(word, words[0] ?? word);
}

/** What a word in lower case measures, by one word for all that mean it (`sales`: `revenue`); `null`: no such word. */
export function measuredThing(lower: string): string | null {
  return measured.get(lower) ?? null;
}

/** Nouns that are counted in every article, of very different things. */
const general =
  /^(?:person|people|country|nation|time|day|member|group|case|point|leader|side|part|thing|place|step|area|issue|question|word|way|man|woman|child|state|city|company|firm|official|party|unit|month|year)$/u;

/** Whether a noun in the singular is one of them. */
export function isGeneralNoun(noun: string): boolean {
  return general.test(noun);
}

const likeNouns = new Map<string, string>();
for (const group of [
  'soldier troop serviceman',
  'job post position',
  'employee worker staff',
  'house home',
  'migrant refugee',
  'protester demonstrator',
  'car vehicle',
  'plane aircraft jet',
  'ship vessel',
  'body corpse',
  'arrest detention',
]) {
  const nouns = group.split(' ');
  for (const noun of nouns) likeNouns.set(noun, nouns[0] ?? noun);
}

/** Whether two nouns in the singular count the same: troops are soldiers. Two that are not known count nothing in common. */
export function sameNoun(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return one === other || (likeNouns.get(one) ?? one) === (likeNouns.get(other) ?? other);
}
