// Names and usual short forms: English, German, French, Spanish, Portuguese, Italian, Dutch, Russian, Ukrainian, Polish,
// Turkish, Indonesian. No name means two months in two of these languages.
const names: readonly string[] = [
  'january jan januar jänner janvier janv enero ene janeiro gennaio gen januari января янв січня styczeń stycznia sty ocak',
  'february feb februar febr février févr fév febrero fevereiro fev febbraio februari февраля фев февр лютого luty lutego lut şubat',
  'march mar märz mrz mars marzo março maart mrt марта мар березня marzec marca mart maret',
  'april apr avril avr abril abr aprile апреля апр квітня kwiecień kwietnia kwi nisan',
  'may mai mayo maio maggio mag mei мая травня maj maja mayıs',
  'june jun juni juin junio junho giugno giu июня июн червня czerwiec czerwca cze haziran',
  'july jul juli juillet juil julio julho luglio lug июля июл липня lipiec lipca lip temmuz',
  'august aug août aout agosto ago augustus августа авг серпня sierpień sierpnia sie ağustos agustus',
  'september sep sept septembre septiembre setiembre setembro settembre сентября сен сент вересня wrzesień września wrz eylül',
  'october oct oktober okt octobre octubre outubro out ottobre ott октября окт жовтня październik października paź ekim',
  'november nov novembre noviembre novembro ноября ноя листопада listopad listopada lis kasım',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre декабря дек грудня grudzień grudnia gru aralık desember',
];

const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((list, index) => list.split(' ').map((name) => [name, index + 1] as const)),
);

/** The number of a month, 1 to 12, by its name or short form in common languages, with or without a dot. */
export function monthNumber(name: string): number | null {
  return numbers.get(name.toLowerCase().replace(/\.$/, '')) ?? null;
}

const weekdays = new Set(
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica понедельник вторник среда четверг пятница суббота воскресенье'.split(
    ' ',
  ),
);

/** Whether a word is the name of a day of the week. */
export function isWeekday(word: string): boolean {
  return weekdays.has(word.toLowerCase().replace(/[.,]+$/, ''));
}
