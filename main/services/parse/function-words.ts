// The little words without which no sentence of a language can be made. Languages that franc-min does not know (Danish,
// Norwegian, Finnish, Catalan, Slovak and more) are here so that they are not taken for their cousins.
const lists: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it with as was on be at by this have from not are or an but his they which',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ha',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das à',
  it: 'di e il la che in a per un è del non una le con si i da dei sono al come della nel ha più alla gli',
  nl: 'de het een van en in is dat op te voor met zijn niet aan er om ook als bij door maar uit naar dan worden',
  sv: 'och att det i en som på är av för med till den inte har de om ett han men var sig från så',
  da: 'og i at det en den til er som på de med han af for ikke der var et har om sig men fra også',
  nb: 'og i det på som er en til å han av for med at var de ikke den har jeg om et men så seg fra hun',
  fi: 'ja on ei se että oli hän mutta ovat kun mukaan sen kuin myös joka hänen mitä tai niin ole jo',
  pl: 'w i na z do się nie że to jest o jak po od za przez dla przy ale oraz został jego tym był',
  cs: 'a se v na je že o s z do i to ve jako za by pro k podle jsem po ale které který jeho být',
  sk: 'a sa v na je že o s z do aj to vo ako za by pre k podľa som po ale ktoré ktorý jeho byť',
  hu: 'a az és hogy nem is egy ez van azt volt de meg csak már mint el vagy ha szerint között',
  ro: 'de și în a la că cu din pe o pentru este care nu un mai să au fost ce prin lui se al',
  tr: 've bir bu da de için ile olarak çok daha olan gibi kadar sonra en ne ki ise olduğunu değil',
  ca: 'de la que i el a en per les un els amb una del és no es va al dels com més però han pel',
  hr: 'i u je se na da su za od s a o iz koji će što kako nije to ali po bi te kao tijekom',
  id: 'yang dan di dengan untuk dari dalam ini itu pada tidak akan adalah ke oleh juga telah sebagai',
  lt: 'ir kad yra į su iš tai bet kaip buvo ne už dėl jis apie nuo bus po ar jo',
  lv: 'un ir ka no par ar uz kas to bet arī tā lai kā gan pēc bija vai šo viņš',
  et: 'ja on ei et see oli ta kui mis ka aga oma või nii kes siis ning pole välja mille',
  vi: 'và của là có được cho trong các một những với không này đã người khi đến về từ ở',
  ru: 'и в не на что с по это как к он из за о от его для но до же был также было',
  uk: 'і в не на що з та у за до про це як від його для але також був є та щодо',
  bg: 'и на в да се за от че с е по не са до като към при но това който ще си бе',
  sr: 'и у је се на да су за од са а о из који ће што како није то али по би као',
};

const languages = Object.keys(lists);

const languagesOfWord = new Map<string, number[]>();
for (const [index, words] of Object.values(lists).entries()) {
  for (const word of new Set(words.split(' '))) {
    const known = languagesOfWord.get(word) ?? [];
    known.push(index);
    languagesOfWord.set(word, known);
  }
}

const longestWord = Math.max(...[...languagesOfWord.keys()].map((word) => word.length));

/** A language with the share of its little words in a text, 0 to 1; a third to a half in most prose. */
export interface WordShare {
  readonly language: string;
  readonly share: number;
}

/** Languages by the share of their commonest little words among a text's words, highest first. */
export function functionWordShares(text: string): readonly WordShare[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = new Uint32Array(languages.length);
  for (const word of words) {
    if (word.length > longestWord) continue;
    const known = languagesOfWord.get(word);
    if (known === undefined) continue;
    for (const index of known) counts[index] = (counts[index] ?? 0) + 1;
  }
  return languages
    .map((language, index) => ({
      language,
      share: (counts[index] ?? 0) / Math.max(1, words.length),
    }))
    .sort((one, other) => other.share - one.share);
}
