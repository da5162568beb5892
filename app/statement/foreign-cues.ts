/** Verb forms that introduce speech in the languages that news is most often in but English. Lower case. */
export const foreignCueVerbs: ReadonlySet<string> = new Set(
  `sagt sagte sagten sagen erklärt erklärte erklärten betont betonte meint meinte kritisiert kritisierte fordert forderte
  warnt warnte berichtet berichtete entgegnet entgegnete erwiderte antwortete ergänzt ergänzte schreibt schrieb zitierte
  nannte nennt widersprach widerspricht teilte kündigte mahnte lobte versicherte behauptete räumte fragt fragte rief sprach spricht
  betonten hieß heißt begründete bekräftigte äußerte
  dit déclare déclaré affirmé affirme ajoute ajouté explique expliqué estime estimé dénonce dénoncé réagi réagit assure assuré
  souligne souligné précise précisé rappelle rappelé écrit lance lancé répond répondu soupire sourit confie confié raconte
  regrette indiqué indique martelé insiste prévient conclut reconnaît promet promis
  dijo dice dijeron explicó explica añadió añade aseguró asegura afirmó afirma declaró declara señaló señala indicó sostuvo
  advirtió respondió reconoció manifestó subrayó destacó escribió comentó anunció lamentó insistió apuntó agregó preguntó pidió
  disse dice detto dichiarato ha spiegato spiega aggiunto aggiunge affermato afferma sottolineato commentato scritto ribadito
  risposto assicurato
  falou afirmou disseram diz explicou acrescentou declarou contou escreveu ressaltou garantiu lamentou respondeu
  сказал сказала сказали заявил заявила заявили добавил добавила отметил отметила подчеркнул подчеркнула сообщил сообщила
  сообщили рассказал рассказала пояснил пояснила говорит говорят ответил ответила написал написала считает объяснил
  сказав заметил заметила напомнил напомнила уточнил
  zei zegt vertelde verklaarde schrijft schreef stelt stelde benadrukte
  säger sade sa uppger förklarade menar skriver kallade tillade siger sagde sier fortalte
  powiedział powiedziała mówi mówiła stwierdził stwierdziła dodał dodała podkreślił podkreśliła zapowiedział zapowiedziała
  zaznaczył napisał oświadczył ocenił poinformował poinformowała
  řekl řekla uvedl uvedla dodal dodala söyledi dedi`
    .split(/\s+/u)
    .filter((word) => word !== 'ha'),
);

/** Words for "according to", alone or two of them. Lower case. */
export const foreignAccording: ReadonlySet<string> = new Set([
  'laut',
  'zufolge',
  'selon',
  "d'après",
  'según',
  'secondo',
  'segundo',
  'volgens',
  'enligt',
  'według',
  'согласно',
  'по словам',
]);
