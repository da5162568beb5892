/** Cities that are much in the news and that the platform's list of time zones does not have; all capitals of large states. */
const cities = `Beijing Washington Geneva Kyiv Kiev Delhi Mumbai Barcelona Munich Frankfurt Hamburg Cologne Milan Naples Turin Marseille Lyon Strasbourg
  Rotterdam Bern Basel Osaka Shenzhen Guangzhou Wuhan Chengdu Lhasa Ankara Tel Aviv Hague Rafah Mariupol Kharkiv Odesa Odessa
  Donetsk Luhansk Kherson Crimea Petersburg Tula Pyongyang Islamabad Lahore Peshawar Rawalpindi Canberra Ottawa Brasilia Boston
  Philadelphia Houston Dallas Atlanta Miami Seattle Francisco Abuja Pretoria Rabat Aleppo Mosul Basra Tehran Isfahan Jeddah
  Mecca Sanaa Aden Abu-Dhabi Taipei Xinjiang Tibet Gaza Texas California Florida Ohio Pennsylvania Michigan Georgia Arizona
  Scotland England Wales Bavaria Catalonia Kashmir Punjab Siberia Chechnya Dagestan Kremlin Brussels Westminster Europe Asia Africa
  America Antarctica Arctic Balkans Caucasus Mediterranean Baltic UK UAE USA U.S. U.K. US EU Britain Russia Korea Syria Iran Turkey
  Burma Holland Vatican Palestine Congo`;

let known: ReadonlySet<string> | null = null;

/**
 * Whether a name is that of a country or a well-known city, in English. Countries and most cities are the platform's own
 * lists (Intl), so nothing is carried along. The first call costs some milliseconds.
 */
export function isKnownPlace(name: string): boolean {
  known ??= new Set([
    ...cities.split(/\s+/u),
    'Abu Dhabi',
    'Tel Aviv',
    'San Francisco',
    'Middle East',
    'West Bank',
    'Saudi Arabia',
    'St Petersburg',
    'New Delhi',
    'United States',
    'North Korea',
    'South Korea',
    ...countries(),
    ...zoneCities(),
  ]);
  return known.has(name);
}

function countries(): readonly string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  // Unions of states are organisations.
  const unions = new Set(['EU', 'EZ', 'UN']);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !unions.has(code))
    .flatMap((code) => names.of(code)?.replace(/ \(.*|^the /giu, '') ?? []);
}

function zoneCities(): readonly string[] {
  return Intl.supportedValuesOf('timeZone')
    .filter((zone) => /^(?:Africa|America|Asia|Australia|Europe|Pacific)\//u.test(zone))
    .map((zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}
