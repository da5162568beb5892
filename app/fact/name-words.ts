const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));

/** Words of an office or a way of address that stand before a name, in lower case. */
export const titleWords = listed(
  `mr mrs ms mx miss dr sir lady lord dame judge justice president vice prime minister premier chancellor king queen
  prince princess emperor pope general gen colonel col captain capt major maj admiral adm lieutenant lt sergeant sgt
  corporal commander cmdr marshal senator sen representative rep governor gov mayor secretary undersecretary ambassador
  professor prof chairman chairwoman chairperson chair commissioner chief deputy acting speaker attorney sheikh sheik
  ayatollah imam bishop archbishop cardinal rev reverend father sister brother congressman congresswoman
  councillor councilman inspector superintendent detective constable sheriff director dictator premier-designate envoy
  spokesman spokeswoman spokesperson herr frau señor señora monsieur madame bundeskanzler kanzler präsident minister
  außenminister ministerpräsident président ministre presidente ministro coach comrade crown first leader`,
);

/** Fields of an office: "Foreign Minister", "Defence Secretary". Titles only where a word of `titleWords` follows. */
export const officeFields = listed(
  `foreign defence defense finance interior trade justice health home energy environment transport education economy labour
  labor agriculture treasury security national state press police prime vice deputy former ex acting senior first special
  federal regional local party opposition executive presidential coast guard army navy air force communist labour`,
);

/** Words for people that stand before their name without a capital. */
export const roleWords = listed(
  `spokesman spokeswoman spokesperson adviser advisor leader commander minister president premier chancellor secretary
  journalist reporter pundit host chairman chairwoman chief executive director founder analyst economist professor lawyer
  prosecutor governor mayor ambassador envoy general counterpart senator lawmaker activist teacher officer officers singer
  actor actress author writer farmer resident witness coach captain judge candidate billionaire researcher scientist
  historian driver owner mother father brother sister wife husband son daughter colleague`,
);

/** Words that only an organisation's name holds. */
export const organisationWords = listed(
  `ministry department organization organisation bank party university college committee council court agency union inc corp
  corporation ltd plc llc gmbh ag group company co parliament senate congress assembly duma bundestag army navy police
  office association institute institution commission watch press news times post tribune herald guardian bureau authority
  federation foundation service services airlines airways lines holdings industries partners society board bloc forum
  league alliance nations nato brics command corps guard cabinet treasury reserve fund trust club team hospital school church
  cross crescent television radio network media journal gazette observer telegraph mail spa sa nv ab asa oyj politburo examiner reuters
  administration secretariat chamber ministère ministerium ministerio banque banco partido parti partei`,
);

/** Words that only a place's name ends or begins with. */
export const placeWords = listed(
  `bay river island islands sea ocean gulf strait lake mountain mountains valley desert peninsula province state states county
  city town village district region republic kingdom coast harbour harbor port canal square street avenue road bridge
  airport hall palace prison park beach hills forest cape fort mount mt lake`,
);

/** People and things of a country; alone they name nobody. */
export const demonyms = listed(
  `afghan albanian algerian american angolan argentine argentinian armenian australian austrian azerbaijani bangladeshi
  belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian canadian chilean chinese colombian
  croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european african
  asian finnish french gazan georgian german ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi irish
  israeli italian jamaican japanese jordanian kazakh kenyan korean kosovan kurdish kuwaiti kyrgyz lebanese latvian libyan
  lithuanian macedonian malaysian maltese mexican moldovan mongolian moroccan nepalese nicaraguan nigerian norwegian omani
  pakistani palestinian panamanian peruvian philippine filipino polish portuguese qatari romanian russian rwandan saudi
  scottish senegalese serbian slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai
  tibetan tunisian turkish turkmen ugandan ukrainian uzbek venezuelan vietnamese welsh western eastern northern southern
  yemeni zambian zimbabwean soviet christian muslim jewish islamic catholic orthodox sunni shiite arab arabic latin`,
);

/** Words that begin sentences with a capital and are no names. */
export const sentenceWords = listed(
  `a about above according after again against ago all almost along already also although always amid among an and another any
  anyone are around as asked at away back barely because been before behind being below beneath beside besides between beyond
  both but by can cannot could critics day days despite did do does dozens during each earlier early either else even every
  everyone everything experts few first following for former from further furthermore given had half has have he her here hers
  him his how however hundreds i if in including indeed inside instead into is it its itself just last late later least less
  let like local looking many may maybe me meanwhile might more moreover most much must my near nearly neither never new next
  no nobody none nor not nothing now of off officials often on once one only or other others our out outside over overall past
  people perhaps police previously rather readouts recently relatives reporters rescuers residents same scientists second
  several she should show since so some someone sources still stepping such than that the their them then there these they
  this those though thousands through throughout thus to today together tomorrow too toward towards two under unless unlike
  until up upon us use very was we well were what whatever when where whether which while who whoever whom whose why will
  with within without witnesses would yesterday yet you your three four five six seven eight nine ten eleven twelve nine's
  celsius fahrenheit economic trade ties talks observers negotiators donors revenue shares exports imports inflation turnout waves repairs
  analysts key breaking live update watch read exclusive editor note dear january february march april june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul
  aug sept sep oct nov dec mon tue wed thu fri sat sun
  le la les un une des du de en dans il elle ils elles ce cette ces au aux et mais pour par sur selon depuis après avant
  el los las una uno y pero por para según desde en su sus
  der die das den dem ein eine einen und aber für mit nach bei seit im am zu zum zur es er sie wir ich auf aus von vor über`,
);

/** Little words inside names: "Ursula von der Leyen". */
export const nameParticles = listed(
  'de del della di da dos das du la le les van von der den ter ten bin ibn al el ben abu y zu',
);

/** Verbs of saying: who stands beside one is somebody who speaks. */
export const sayingWords = listed(
  'said says say told tells added adds warned argued wrote tweeted insisted explained announced recalled noted spoke speaks testified replied',
);
