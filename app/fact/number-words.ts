/** What a word in a number does: is added, or multiplies what stands before it. */
export interface NumberWord {
  readonly value: number;
  readonly multiplies: boolean;
}

type Table = ReadonlyMap<string, NumberWord>;

function tableOf(added: string, multiplying: Readonly<Record<string, number>>): Table {
  const table = new Map<string, NumberWord>();
  for (const pair of added.trim().split(/\s+/u)) {
    const [word = '', value = ''] = pair.split('=');
    for (const form of word.split('/'))
      table.set(form, { value: Number(value), multiplies: false });
  }
  for (const [words, value] of Object.entries(multiplying)) {
    for (const word of words.split(' ')) table.set(word, { value, multiplies: true });
  }
  return table;
}

// A billion is a thousand million in English, Russian and Turkish, a million million elsewhere.
const english = tableOf(
  `zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
  fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
  eighty=80 ninety=90`,
  {
    hundred: 100,
    thousand: 1e3,
    'million mn mln mio': 1e6,
    'billion bn bln': 1e9,
    'trillion tn trn trln': 1e12,
    dozen: 12,
    lakh: 1e5,
    crore: 1e7,
  },
);
const german = tableOf(
  `null=0 ein/eine/einen/einem/einer/eins=1 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12
  dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 dreissig=30
  vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90`,
  {
    hundert: 100,
    tausend: 1e3,
    'million millionen mio mill': 1e6,
    'milliarde milliarden mrd': 1e9,
    'billion billionen bio': 1e12,
    dutzend: 12,
  },
);
const french = tableOf(
  `zéro=0 un/une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14
  quinze=15 seize=16 vingt/vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90`,
  {
    'cent cents': 100,
    mille: 1e3,
    'million millions': 1e6,
    'milliard milliards md mds': 1e9,
    'billion billions': 1e12,
  },
);
const spanish = tableOf(
  `cero=0 un/uno/una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14
  quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintidós=22 veintitrés=23
  veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50
  sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos/doscientas=200 trescientos/trescientas=300
  cuatrocientos/cuatrocientas=400 quinientos/quinientas=500 seiscientos/seiscientas=600 setecientos/setecientas=700
  ochocientos/ochocientas=800 novecientos/novecientas=900`,
  { mil: 1e3, 'millón millones': 1e6, 'billón billones': 1e12 },
);
/** Other languages: digits with these words behind them. */
const scales = tableOf('', {
  'mil mila тыс тысяч тысячи тысяча tis duizend tusen tys tysięcy bin ribu': 1e3,
  'milhão milhões milione milioni miljoen miljoner millioner млн миллион миллиона миллионов мільйонів mln milionów miliony milyon juta': 1e6,
  'bilhão bilhões miliardo miliardi miljard miljarder milliarder млрд миллиард миллиарда миллиардов мільярдів mld mrd miliardów miliarda milyar miliar': 1e9,
  'трлн триллион триллиона триллионов bilioni trilhão trilhões trilyon': 1e12,
  '万 萬 만': 1e4,
  '亿 億 억': 1e8,
  '兆 조': 1e12,
  千: 1e3,
});

const tables: Readonly<Record<string, Table>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
};

/** The number words of a language, by their lower-case form; of one without a table the words that multiply digits. */
export function numberWordsOf(language: string): Table {
  return tables[language] ?? scales;
}

/** Words that stand between number words without a value. */
export const numberLinks: Readonly<Record<string, string>> = { en: 'and', fr: 'et', es: 'y' };

/** A German number that is written as one word, `zweihundertfünfzig`; `null` if the word is none. */
export function germanCompound(word: string): number | null {
  const known = german.get(word);
  if (known !== undefined) return known.multiplies ? null : known.value;
  for (const [name, scale] of [
    ['tausend', 1e3],
    ['hundert', 100],
  ] as const) {
    const at = word.indexOf(name);
    if (at < 0) continue;
    const before = at === 0 ? 1 : germanCompound(word.slice(0, at));
    const rest = word.slice(at + name.length).replace(/^und/u, '');
    const after = rest === '' ? 0 : germanCompound(rest);
    return before === null || after === null ? null : before * scale + after;
  }
  const [, unit, ten] = /^(\p{L}+?)und(\p{L}+ig)$/u.exec(word) ?? [];
  const [one, tens] = [german.get(unit ?? '')?.value, german.get(ten ?? '')?.value];
  return one === undefined || tens === undefined || one > 9 ? null : one + tens;
}
