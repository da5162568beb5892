/** Words before a name that are none of it: ranks, offices, forms of address. Lower case. */
export const titleWords: ReadonlySet<string> = new Set(
  `mr mrs ms mx miss dr prof professor sir dame lord lady baroness baron count countess king queen prince princess emperor pope
  saint rev reverend father sister brother mother rabbi imam sheikh ayatollah bishop archbishop cardinal pastor
  president vice-president premier chancellor minister ministers secretary undersecretary ambassador envoy consul governor mayor mayoress
  deputy senator sen rep representative congressman congresswoman councillor cllr councilman councilwoman councilor
  commissioner speaker chairman chairwoman chair chairperson chief executive ceo cfo coo director manager boss
  head leader spokesman spokeswoman spokesperson judge justice magistrate attorney prosecutor sheriff detective
  inspector superintendent constable sergeant sgt officer pc captain capt commander cmdr colonel col lieutenant lt
  major general gen brigadier admiral adm marshal corporal private rear coach captain editor correspondent analyst
  economist lawyer counsel barrister solicitor adviser advisor aide counterpart mp mep msp td treasurer minister-president
  gov archdeacon canon provost dean rector principal acting former ex-president ex-minister interim lawmaker mps
  passenger actress actor singer striker midfielder defender goalkeeper author historian co-founder founder
  tsar czar mullah senior junior monsieur madame mme mlle m herr frau hr fr señor señora sr sra signor signora dom don doña
  whip tory labour conservative democrat republican officer-in-charge bundeskanzler präsident präsidentin minister ministerin
  bürgermeister bürgermeisterin umweltministerin konzernsprecher sprecher vorsitzende vorsitzender schäfer landrat
  dad mum mom grandmother grandfather uncle aunt dad-of-two dad-of-three mum-of-two mum-of-three wife husband daughter son`.split(
    /\s+/u,
  ),
);

/** Words that head the name of an organisation or of a document. Lower case. */
export const organisationWords: ReadonlySet<string> = new Set(
  `ministry department office bank union council college university institute institution agency association federation
  society board bureau committee commission party court company corporation corp inc ltd plc group trust fund organisation organization
  authority parliament congress senate house assembly government administration police army navy force forces
  league club foundation centre center chamber alliance service services network news times post gazette mercury observer journal
  tribune herald watch monitor press agency kremlin pentagon cabinet presidency secretariat securities holdings
  industries partners capital research airlines airways school hospital church mission delegation embassy directorate
  brotherhood confederation coalition movement front brigade guild syndicate consortium friends guardians nations
  republic kingdom states emirates islands laboratory museum survey regulator watchdog insurers workers reporters committee
  radio television tv broadcasting ministry's readout statement report spokesperson's electronics semiconductor devices systems
  rovers united athletic fc wanderers rangers city gas oil energy motors electric steel foods pharma airport railways railway council's campaign command staff corps tribunal ombudsman treasury exchange`.split(
    /\s+/u,
  ),
);

/** Words that head a phrase for somebody unnamed or for an office. Lower case, without plural. */
export const personNouns: ReadonlySet<string> = new Set(
  `official source investigator supporter opponent rival relative customer observer physician forecaster auditor
  indictment affidavit verdict ruling bulletin dossier
  firefighter paramedic bystander rescuer tenant miner diplomat spokesman spokeswoman spokesperson aide adviser advisor lawyer witness resident neighbour neighbor
  doctor nurse teacher farmer soldier officer captain commander analyst economist trader manager investor person man woman
  boy girl student mother father grandmother brother sister survivor villager driver worker employee insider pal friend
  critic campaigner activist protester lawmaker legislator senator minister premier president mayor governor leader secretary
  chairman chairwoman chair chief director judge prosecutor attorney barrister envoy mediator negotiator delegate ambassador
  colleague expert researcher scientist author historian shopkeeper fisherman pilot passenger coach player striker editor
  reporter journalist correspondent shareholder executive backbencher counterpart representative authority ministry
  government agency company police statement readout report letter summary transcript communique document paper voice
  deputy speaker widow husband wife daughter son engineer inspector detective commissioner consultant curator landlord
  monk priest bishop pope king queen prince member volunteer organiser organizer owner partner actress actor singer
  study poll survey analysis data figure minute record result investigation inquiry probe complaint lawsuit filing memo
  note email video post tweet log diary newspaper magazine columnist blogger firm bank union trust regulator watchdog department office council army rebels military charity defense
  defence prosecution team group party family couple families delegates leaders authors officials residents sources police`.split(
    /\s+/u,
  ),
);
