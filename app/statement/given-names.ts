// First names that news in English is full of, to tell "he" from "she" where no title does. From general knowledge; a
// name that both bear is in neither list.
const hers =
  `mary anna ann anne jane joan helen ruth beth karen susan sarah emma emily laura lucy kate katherine catherine caroline
  margaret elizabeth alice amy claire clare rachel rebecca jessica jennifer linda barbara patricia nancy betty sandra ashley
  donna carol michelle deborah debbie sharon cynthia kathleen janet joyce diane julie heather gloria evelyn jean cheryl
  mildred ingrid sigrid astrid hanne birgit beatrice charlotte sophie marie claudette odile solène élodie soizic yvonne
  irene agnes edith dorothy doris hazel isabel isobel mabel rosalind judith miriam esther naomi fatima aisha amina samira
  farida leila layla yasmin noor nadine ngozi chioma mei ling yuki keiko ayumi priyanka lakshmi sheila bev tanya
  joanne jo leonora wenna aigerim ines dolores mercedes pilar carmen lourdes réka ildikó corinne sabine ursula ute
  heike silke katrin karin kirsten christel angela hillary kamala nikki ann-marie bridget siobhan aoife niamh fiona
  jacinda theresa liz giorgia ursula gretchen harriet eleanor grace faith hope joy ivy maude vera greta åse thora`.split(
    /\s+/u,
  );
const his =
  `john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven
  paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan
  stephen larry justin scott brandon benjamin samuel frank gregory raymond alexander patrick jack dennis jerry tyler aaron
  henry jose adam douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald lawrence sean
  arthur albert joe jesse bruce bryan ralph roy eugene louis philip bobby johnny vladimir dmitry sergei yuri oleg andrei
  ivan igor mikhail boris alexei pavel pavlo piotr jan tomas tomasz lukas hans jürgen wolfgang klaus georg horst uwe
  pierre jacques jean-luc françois emmanuel étienne loïc yann régis hugues luc antonio manuel carlos juan luis jorge pedro
  miguel rafael javier alejandro diego joaquín rufino tadeo giuseppe marco mario paolo luca matteo silvio ahmed mohammed
  muhammad mohamed ali hassan hussein omar ibrahim yusuf mustafa khalid imran abdul recep kofi kwame kwabena amadou bola
  jinping xi wei kenji hiro shinzo narendra rajesh vikram anil colin neil ian gareth hugh nigel simon stuart graham alan
  alistair miles piers rory angus fergus magnus lars sven erik nils henrik gunnar per jonas rolf costin mihai nodar
  urs homer lamar walter marcus tom dave mike jim bill bob steve tony ben sam dan matt greg nick tim ken ron don joe
  lee darren wayne barack joe volodymyr xavier olaf boris rishi keir justin mitch antony lloyd marat bruno brede anselm`.split(
    /\s+/u,
  );

const genders: ReadonlyMap<string, 'he' | 'she'> = new Map([
  ...hers.map((name) => [name, 'she'] as const),
  ...his.map((name) => [name, 'he'] as const),
]);

/** What a first name tells of a person, as far as it does. */
export function genderOfName(first: string): 'he' | 'she' | null {
  const lower = first.toLowerCase();
  const known = genders.get(lower);
  if (known !== undefined) return known;
  return /[^aeiou]i?a$/u.test(lower) && lower.length > 3 ? 'she' : null;
}

/** Whether a word is known for a first name. */
export function isGivenName(word: string): boolean {
  return genders.has(word.toLowerCase());
}
