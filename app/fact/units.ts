import type { FigureUnit } from './facts.ts';

/** A unit as a text writes it, with the factor that brings it to the code's unit. */
export interface UnitWord {
  readonly kind: FigureUnit['kind'];
  readonly code: string;
  readonly factor: number;
}

const units = new Map<string, UnitWord>();

function add(kind: FigureUnit['kind'], code: string, list: Readonly<Record<string, number>>): void {
  for (const [words, factor] of Object.entries(list)) {
    for (const word of words.split(' '))
      units.set(word.replaceAll('_', ' '), { kind, code, factor });
  }
}

// Factors are exact by definition (international yard and pound, 1959); those of tons are metric.
add('measure', 'm', {
  'm metre metres meter meters mètre mètres metro metros metri': 1,
  'km kms kilometre kilometres kilometer kilometers kilometern kilomètre kilomètres kilómetro kilómetros chilometri quilômetros км 公里': 1000,
  'cm centimetre centimetres centimeter centimeters zentimeter centimètres centímetros': 0.01,
  'mm millimetre millimetres millimeter millimeters': 0.001,
  'mile miles mi meilen': 1609.344,
  'nautical_mile nautical_miles': 1852,
  'yard yards yd yds': 0.9144,
  'foot feet ft': 0.3048,
  'inch inches': 0.0254,
});
add('measure', 'm2', {
  'hectare hectares hektar ha hectáreas': 1e4,
  'acre acres': 4046.8564224,
  'm² sqm square_metre square_metres square_meter square_meters quadratmeter': 1,
  'km² square_kilometre square_kilometres square_kilometer square_kilometers quadratkilometer square_km sq_km kilómetros_cuadrados kilomètres_carrés quilômetros_quadrados chilometri_quadrati 平方公里': 1e6,
  'square_mile square_miles': 2589988.110336,
  'square_foot square_feet sq_ft': 0.09290304,
});
add('measure', 'm3', {
  'm³ cubic_metre cubic_metres cubic_meter cubic_meters kubikmeter': 1,
  bcm: 1e9,
  mcm: 1e6,
  'litre litres liter liters litro litros l': 0.001,
});
add('measure', 'kg', {
  'kg kilo kilos kilogram kilograms kilogramme kilogrammes kilogramm': 1,
  'g gram grams gramme grammes gramm': 0.001,
  'tonne tonnes tons ton tonnen tonelada toneladas metric_tons metric_ton tonnellate тонн т 吨 トン': 1000,
  'lb lbs': 0.45359237,
  'ounce ounces oz': 0.028349523125,
  'st stone': 6.35029318,
});
add('measure', 'm/s', {
  'km/h kph kmh kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour stundenkilometer':
    1 / 3.6,
  'mph miles_per_hour miles_an_hour': 0.44704,
  'm/s metres_per_second meters_per_second': 1,
  'knot knots': 1852 / 3600,
});
add('measure', 'degC', {
  '°c ℃ c degrees_celsius degrees_centigrade degree_celsius celsius grad grad_celsius degrés grados': 1,
});
add('measure', 'degF', { '°f ℉ f degrees_fahrenheit fahrenheit': 1 });
add('measure', 'J', {
  'calorie calories kcal': 4184,
  'kwh kilowatt_hours kilowatt-hours': 3.6e6,
  'mwh megawatt_hours megawatt-hours': 3.6e9,
  'gwh gigawatt_hours gigawatt-hours': 3.6e12,
  'twh terawatt_hours terawatt-hours': 3.6e15,
});
add('measure', 'W', {
  'kw kilowatt kilowatts': 1e3,
  'mw megawatt megawatts': 1e6,
  'gw gigawatt gigawatts': 1e9,
});
add('duration', 's', {
  'second seconds sec secs sekunde sekunden secondes segundos': 1,
  'minute minutes 分钟 min mins minuten minutos': 60,
  'hour hours 小时 時間 hr hrs stunde stunden heure heures hora horas': 3600,
  'day days 天 tag tage tagen jour jours día días': 86_400,
  'week weeks woche wochen semaine semaines semana semanas': 604_800,
  'fortnight fortnights': 1_209_600,
});
add('duration', 'month', {
  'month months monat monate monaten mois mes meses': 1,
  'year years yr yrs 年 岁 歳 jahr jahre jahren an ans année années año años yo': 12,
  'decade decades jahrzehnt jahrzehnte jahrzehnten': 120,
  'century centuries': 1200,
});
add('percent', '%', {
  '% ％ percent per_cent pct pc prozent pour_cent por_ciento procent процентов процента proz': 1,
});
add('points', 'pp', {
  'percentage_point percentage_points prozentpunkt prozentpunkte prozentpunkten': 1,
  'basis_point basis_points bps basispunkte basispunkten': 0.01,
});
const currencies: Readonly<Record<string, string>> = {
  $: '$ dollar dollars dólar dólares доллар доллара долларов',
  USD: 'usd us_dollar us_dollars u.s._dollar u.s._dollars american_dollars us-dollar 美元',
  EUR: 'eur € euro euros евро 欧元',
  GBP: 'gbp £ pounds_sterling sterling quid pfund pound pounds livres_sterling 英镑',
  CNY: 'cny rmb renminbi yuan 元 人民币',
  JPY: 'jpy yen 円 日元',
  CHF: 'chf swiss_franc swiss_francs franc francs franken',
  INR: 'inr rs rupee rupees ₹',
  RUB: 'rub rouble roubles ruble rubles рублей рубля рубль ₽',
  UAH: 'uah hryvnia hryvnias hryvnya ₴',
  KRW: 'krw ₩',
  TRY: 'try lira liras ₺',
  ILS: 'ils shekel shekels ₪',
  SEK: 'sek swedish_kronor swedish_krona',
  NOK: 'nok norwegian_kroner norwegian_krone',
  DKK: 'dkk danish_kroner danish_krone',
  PLN: 'pln zloty zlotys złotych',
  CZK: 'czk koruna',
  HUF: 'huf forint forints',
  BRL: 'brl real reais',
  MXN: 'mxn',
  ZAR: 'zar rand',
  NGN: 'ngn naira ₦',
  GHS: 'ghs cedi cedis',
  KES: 'kes',
  SAR: 'sar riyal riyals',
  AED: 'aed dirham dirhams',
  IDR: 'idr rupiah rp',
  THB: 'thb baht ฿',
  VND: 'vnd dong ₫',
  AUD: 'aud australian_dollars',
  CAD: 'cad canadian_dollars',
  HKD: 'hkd hong_kong_dollars',
  NZD: 'nzd new_zealand_dollars',
  SGD: 'sgd singapore_dollars',
};
// Of several countries: comparable with themselves only.
const sharedCurrencies = ['crown', 'krona', 'krone', 'peso', 'dinar', 'shilling', 'ringgit'];
const plurals: Readonly<Record<string, string>> = { krona: 'kronor', krone: 'kroner' };
for (const name of sharedCurrencies) {
  add('currency', plurals[name] ?? `${name}s`, { [`${name} ${plurals[name] ?? `${name}s`}`]: 1 });
}
for (const [code, words] of Object.entries(currencies)) add('currency', code, { [words]: 1 });
add('currency', '$', { 'cent cents': 0.01 });

/** The unit that words in lower case stand for, several joined by one space each. */
export function unitOf(words: string): UnitWord | undefined {
  return units.get(words);
}

const prefixes: Readonly<Record<string, string>> = {
  us: 'USD',
  'u.s.': 'USD',
  a: 'AUD',
  au: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  hk: 'HKD',
  nz: 'NZD',
  s: 'SGD',
  nt: 'TWD',
  r: 'BRL',
  mex: 'MXN',
};

/** The currency of a sign with the letters right before it: `US`, `$`. `null`: it is no currency's. */
export function currencyOfSign(letters: string, sign: string): string | null {
  if (sign === '$') return prefixes[letters] ?? '$';
  if (sign === '¥' || sign === '￥') return letters === 'cn' || letters === 'rmb' ? 'CNY' : 'JPY';
  const unit = units.get(sign);
  return unit?.kind === 'currency' && !/\p{L}/u.test(sign) ? unit.code : null;
}

/** Words of a currency that stand before the number: `RMB 1.3 trillion`. */
export function currencyOfCode(word: string): string | null {
  if (!/^(?:\p{Lu}{3}|Rs|Rp)$/u.test(word)) return null;
  const unit = units.get(word.toLowerCase());
  return unit?.kind === 'currency' ? unit.code : null;
}
