/** Words that say nothing of what a figure measures or a sentence is about: function words, verbs of change and of saying. */
const little = new Set(
  `a about above across after again against ago all almost alone along already also although always am amid among an and another
  any are around as at away back be became because been before behind being below between beyond both but by came can could day
  days did do does doing done down during each early either else even ever every far few fewer first for former from further
  get gets go going got had has have having he her here him his how however if in including into is it its itself just last late
  later least less like made make makes many may me might month months more most much must my near nearly new next no nor not
  now of off officials on once one only or other others our out over own part per put puts quite rather said same say says see
  several she should since so some still such take taken than that the their them then there these they this those though
  through to together told too total toward towards two under until up upon us very was we week weeks well were what when where
  whether which while who whom whose why will with within without would year years yet you
  according added reached reaching reach reaches rose rise rises risen rising fell fall falls fallen falling grew grow grows grown
  growing growth climbed climb jumped jump surged surge dropped drop declined decline increased increase decreased decrease
  exceeded exceed exceeding hit hits stood stands stand amounted amount totalled totaled went record number figure figures
  about percent per cent billion million thousand
  der die das den dem des ein eine einen einem einer und oder aber auf aus bei für im in ist mit nach nicht seit sich sind um von vor
  war waren wie wird wurde wurden zu zum zur über unter als auch
  le la les un une des du de et ou mais dans en est sont au aux par pour sur avec selon depuis que qui se ce cette ces
  el los las una uno y o pero con por para según desde del al que se su sus es son fue fueron más como`.split(
    /\s+/u,
  ),
);

/** Whether a word in lower case is one of them. */
export function isLittleWord(lower: string): boolean {
  return little.has(lower);
}
