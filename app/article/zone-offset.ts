// Abbreviations that mean one offset wherever they are used in news. Left out for meaning several: BST (Britain,
// Bangladesh), CST (America, China, Cuba), IST (India, Ireland, Israel), AST, MST, SST, GST, PST's namesakes set aside.
const offsets: ReadonlyMap<string, string> = new Map([
  ['Z', 'Z'],
  ['UTC', 'Z'],
  ['GMT', 'Z'],
  ['EST', '-05:00'],
  ['EDT', '-04:00'],
  ['CDT', '-05:00'],
  ['MDT', '-06:00'],
  ['PST', '-08:00'],
  ['PDT', '-07:00'],
  ['AKST', '-09:00'],
  ['AKDT', '-08:00'],
  ['HST', '-10:00'],
  ['WEST', '+01:00'],
  ['CET', '+01:00'],
  ['MEZ', '+01:00'],
  ['CEST', '+02:00'],
  ['MESZ', '+02:00'],
  ['EET', '+02:00'],
  ['EEST', '+03:00'],
  ['SAST', '+02:00'],
  ['MSK', '+03:00'],
  ['МСК', '+03:00'],
  ['PKT', '+05:00'],
  ['WIB', '+07:00'],
  ['HKT', '+08:00'],
  ['SGT', '+08:00'],
  ['AWST', '+08:00'],
  ['JST', '+09:00'],
  ['KST', '+09:00'],
  ['AEST', '+10:00'],
  ['AEDT', '+11:00'],
  ['NZST', '+12:00'],
  ['NZDT', '+13:00'],
]);

// North American times that say nothing of summer: hours from UTC in winter.
const winterHours: ReadonlyMap<string, number> = new Map([
  ['ET', 5],
  ['CT', 6],
  ['MT', 7],
  ['PT', 8],
]);

/**
 * The offset of a zone as texts write it, `Z` or `+01:00`: by number, or by letters where these mean one offset. `ET` and
 * its like depend on the month, 1 to 12, and are not known in March and November, when the clocks change. `null`: not
 * known.
 */
export function zoneOffset(zone: string, month: number): string | null {
  const plain = zone.replace(/\s/g, '').toUpperCase();
  const [, sign, hours, minutes = '00'] =
    /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?$/.exec(plain) ?? [];
  if (hours !== undefined) return `${sign}${hours.padStart(2, '0')}:${minutes}`;
  const winter = winterHours.get(plain);
  if (winter === undefined) return offsets.get(plain) ?? null;
  if (month === 3 || month === 11) return null;
  const isSummer = month > 3 && month < 11;
  return `-${String(isSummer ? winter - 1 : winter).padStart(2, '0')}:00`;
}
