import { describe, expect, test } from 'vitest';
import { reported } from './statement-texts.ts';

// Of sentences written for the purpose, in the forms that reports of agencies, courts, companies and studies take: what is
// reported, and whose name or noun the speaker's holds.
const forms: readonly (readonly [sentence: string, words: string, speaker: string])[] = [
  [
    'The city will run out of reservoir water by October unless rain falls, the water board warned on Thursday.',
    'the city will run out of reservoir water by October unless rain falls',
    'the water board',
  ],
  [
    'Officials in the capital said they expected the vote to be delayed.',
    'they expected the vote to be delayed',
    'Officials in the capital',
  ],
  [
    'According to a report by the audit office, the ministry overpaid contractors by 12 million euros.',
    'the ministry overpaid contractors by 12 million euros',
    'a report by the audit office',
  ],
  ['Marin told reporters that no decision had been taken.', 'no decision had been taken', 'Marin'],
  ['The company denied that it had misled investors.', 'it had misled investors', 'The company'],
  [
    'Police believe the fire was started deliberately.',
    'the fire was started deliberately',
    'Police',
  ],
  [
    'Investigators suspect that the driver fell asleep at the wheel.',
    'the driver fell asleep at the wheel',
    'Investigators',
  ],
  [
    'Asked whether he would resign, Holm said he had no such plans.',
    'he had no such plans',
    'Holm',
  ],
  [
    'Dr Lena Moss, an epidemiologist at the university, estimates that one in ten residents has been infected.',
    'one in ten residents has been infected',
    'Dr Lena Moss',
  ],
  ['She added that talks would resume in March.', 'talks would resume in March', 'She'],
  [
    'It was not clear how the fire began, a spokesman for the fire service said.',
    'It was not clear how the fire began',
    'a spokesman for the fire service',
  ],
  [
    'NASA announced Friday that the launch would be postponed until next week.',
    'the launch would be postponed until next week',
    'NASA',
  ],
  ['He insisted the money had been repaid in full.', 'the money had been repaid in full', 'He'],
  [
    'The union says its members have not been paid since June.',
    'its members have not been paid since June',
    'The union',
  ],
  [
    'Analysts at Norbank forecast that inflation will fall below 3 percent next year.',
    'inflation will fall below 3 percent next year',
    'Analysts at Norbank',
  ],
  [
    'In a statement, the airline said it regretted the inconvenience caused to passengers.',
    'it regretted the inconvenience caused to passengers',
    'the airline',
  ],
  [
    'The two leaders agreed to set up a joint commission, the Kremlin said.',
    'The two leaders agreed to set up a joint commission',
    'the Kremlin',
  ],
  [
    'Reuters reported that the deal was close to collapse, citing two people familiar with the matter.',
    'the deal was close to collapse',
    'Reuters',
  ],
  [
    'Two people familiar with the matter said the bank was preparing to cut 400 jobs.',
    'the bank was preparing to cut 400 jobs',
    'Two people familiar with the matter',
  ],
  [
    'Her lawyer argued that the evidence had been obtained illegally.',
    'the evidence had been obtained illegally',
    'Her lawyer',
  ],
  [
    'The foreign ministry in Oslo confirmed that a citizen had been detained.',
    'a citizen had been detained',
    'The foreign ministry in Oslo',
  ],
  [
    'Khan acknowledged mistakes had been made but said the policy was sound.',
    'mistakes had been made',
    'Khan',
  ],
  [
    'Khan acknowledged mistakes had been made but said the policy was sound.',
    'the policy was sound',
    'Khan',
  ],
  [
    'The mayor noted that crime had fallen for three years and that the force was at full strength.',
    'crime had fallen for three years and that the force was at full strength',
    'The mayor',
  ],
  ['Residents complained that they had not been warned.', 'they had not been warned', 'Residents'],
  ['The judge ruled that the ban was unlawful.', 'the ban was unlawful', 'The judge'],
  [
    '“We will see,” Abe said, adding that the budget was still being discussed.',
    'the budget was still being discussed',
    'Abe',
  ],
  [
    'The study found that children who read daily slept better.',
    'children who read daily slept better',
    'The study',
  ],
  ['According to Okafor, the dam was never inspected.', 'the dam was never inspected', 'Okafor'],
  [
    'The dam was never inspected, according to Okafor, who led the inquiry.',
    'The dam was never inspected',
    'Okafor',
  ],
  ['The bill, he said, would cost farmers dearly.', 'The bill would cost farmers dearly', 'he'],
  [
    'The cost, the treasury estimates, will reach 4.2 billion crowns.',
    'The cost will reach 4.2 billion crowns',
    'the treasury',
  ],
  [
    'Local media said at least 12 people were killed.',
    'at least 12 people were killed',
    'Local media',
  ],
  [
    'The ministry said in a statement on Monday that 14 soldiers had been wounded.',
    '14 soldiers had been wounded',
    'The ministry',
  ],
  [
    'Chief executive Ana Rui wrote in a letter to shareholders that demand was recovering.',
    'demand was recovering',
    'Chief executive Ana Rui',
  ],
  ['The governor pledged that no school would close.', 'no school would close', 'The governor'],
  [
    'Xi stressed that both sides should respect each other’s core interests.',
    'both sides should respect each other’s core interests',
    'Xi',
  ],
  [
    'Putin reaffirmed that Moscow adheres to the one-China principle, according to the readout.',
    'Moscow adheres to the one-China principle',
    'Putin',
  ],
  [
    'The White House said Tuesday the two leaders had discussed trade.',
    'the two leaders had discussed trade',
    'The White House',
  ],
  [
    'The agency quoted a witness as saying that the train had been speeding.',
    'the train had been speeding',
    'a witness',
  ],
  ['Scientists have long thought the glacier was stable.', 'the glacier was stable', 'Scientists'],
  ['Mr Chen expressed concern that prices would rise.', 'prices would rise', 'Mr Chen'],
  [
    'The official, who spoke on condition of anonymity, said the talks had stalled.',
    'the talks had stalled',
    'The official, who spoke on condition of anonymity',
  ],
  [
    'Neighbours said he was quiet and kept to himself.',
    'he was quiet and kept to himself',
    'Neighbours',
  ],
  [
    'The prime minister’s office said on Wednesday evening that he would travel to Geneva.',
    'he would travel to Geneva',
    'The prime minister’s office',
  ],
  [
    'Speaking to reporters in Lagos, Adeyemi said the refinery would reopen within weeks.',
    'the refinery would reopen within weeks',
    'Adeyemi',
  ],
  [
    'Ms Varga, 43, said she had never met the defendant.',
    'she had never met the defendant',
    'Ms Varga',
  ],
  [
    'The hospital said in a tweet that all patients were safe.',
    'all patients were safe',
    'The hospital',
  ],
  [
    'Three of the wounded were in critical condition, the hospital’s director, Omar Haddad, told AFP.',
    'Three of the wounded were in critical condition',
    'Omar Haddad',
  ],
  [
    'He also said that the government had no intention of raising taxes.',
    'the government had no intention of raising taxes',
    'He',
  ],
  [
    'The state news agency reported that the missile had flown 1,200 kilometres.',
    'the missile had flown 1,200 kilometres',
    'The state news agency',
  ],
  [
    'South Korea’s military said the missile was fired at 6:20 a.m. and flew about 800 kilometres.',
    'the missile was fired at 6:20 a.m. and flew about 800 kilometres',
    'South Korea’s military',
  ],
  [
    'Beijing has repeatedly said it opposes unilateral sanctions.',
    'it opposes unilateral sanctions',
    'Beijing',
  ],
  [
    'Washington says Moscow is preparing an offensive.',
    'Moscow is preparing an offensive',
    'Washington',
  ],
  ['Tehran denies it is seeking a bomb.', 'it is seeking a bomb', 'Tehran'],
  [
    'Neither side was ready to compromise, diplomats said.',
    'Neither side was ready to compromise',
    'diplomats',
  ],
  [
    'A court in Munich ruled on Friday that the company must pay damages.',
    'the company must pay damages',
    'A court in Munich',
  ],
  [
    'The report concludes that the accident was avoidable.',
    'the accident was avoidable',
    'The report',
  ],
  [
    'The indictment alleges that Sorensen took bribes worth $2m.',
    'Sorensen took bribes worth $2m',
    'The indictment',
  ],
  [
    'Sources close to the club say the striker will leave in January.',
    'the striker will leave in January',
    'Sources close to the club',
  ],
  [
    'Rights groups say at least 40 people have died in custody.',
    'at least 40 people have died in custody',
    'Rights groups',
  ],
  [
    'Health officials cautioned that the figures were preliminary.',
    'the figures were preliminary',
    'Health officials',
  ],
  [
    'The bank’s chief economist, Petra Lund, thinks rates will stay high.',
    'rates will stay high',
    'Petra Lund',
  ],
  [
    'Lund, however, warned that a recession could not be ruled out.',
    'a recession could not be ruled out',
    'Lund',
  ],
  ['He told the court he had acted alone.', 'he had acted alone', 'He'],
  ['She told the BBC it was too early to speculate.', 'it was too early to speculate', 'She'],
  ['The family said through a lawyer that they would appeal.', 'they would appeal', 'The family'],
  [
    'Mayor Tom Reyes said at a news conference that 30 homes had burned.',
    '30 homes had burned',
    'Mayor Tom Reyes',
  ],
  [
    'Trump, who is seeking a second term, claimed without evidence that the vote was rigged.',
    'the vote was rigged',
    'Trump',
  ],
  [
    'Under the plan, he explained, farmers would be paid to leave land fallow.',
    'Under the plan farmers would be paid to leave land fallow',
    'he',
  ],
  [
    'Zelensky’s adviser said Kyiv would not accept the terms.',
    'Kyiv would not accept the terms',
    'Zelensky’s adviser',
  ],
  [
    'The two presidents, according to the Kremlin, also discussed energy.',
    'The two presidents also discussed energy',
    'the Kremlin',
  ],
  [
    'Russia and China would continue to coordinate, Putin told Xi during the call.',
    'Russia and China would continue to coordinate',
    'Putin',
  ],
  [
    'During the call, Xi said that China was ready to work with Russia.',
    'China was ready to work with Russia',
    'Xi',
  ],
  [
    'China’s foreign ministry spokesperson Mao Ning said the visit was routine.',
    'the visit was routine',
    'Mao Ning',
  ],
  [
    'Asked about the delay, the airline blamed bad weather and said a relief flight was on its way.',
    'a relief flight was on its way',
    'the airline',
  ],
  [
    'The union’s leader insisted there would be no strike before Easter.',
    'there would be no strike before Easter',
    'The union’s leader',
  ],
  [
    'More than half of respondents said they would vote for the challenger, a poll by Ipsum showed.',
    'More than half of respondents said they would vote for the challenger',
    'a poll by Ipsum',
  ],
  ['Experts have warned for years that the levee was weak.', 'the levee was weak', 'Experts'],
  [
    'The volcano could erupt again within days, scientists have warned.',
    'The volcano could erupt again within days',
    'scientists',
  ],
  [
    'Unemployment rose to 6 percent in May, official figures showed on Tuesday.',
    'Unemployment rose to 6 percent in May',
    'official figures',
  ],
  [
    'Sales fell 8 percent, the company said, blaming a strong currency.',
    'Sales fell 8 percent',
    'the company',
  ],
  [
    'The suspect was arrested at his home, police in Leeds said late on Sunday.',
    'The suspect was arrested at his home',
    'police in Leeds',
  ],
  [
    'It will be months before the bridge reopens, says engineer Paul Grant.',
    'It will be months before the bridge reopens',
    'Paul Grant',
  ],
  [
    'He would neither confirm nor deny the report, but said the matter was in hand.',
    'the matter was in hand',
    'He',
  ],
  [
    'The senator argued the bill was unconstitutional and vowed to fight it.',
    'the bill was unconstitutional',
    'The senator',
  ],
  ['Investigators believe that the driver fell asleep.', 'the driver fell asleep', 'Investigators'],
  ['Police suspect that the driver fell asleep.', 'the driver fell asleep', 'Police'],
  ['He suspects that the driver fell asleep.', 'the driver fell asleep', 'he'],
  [
    'Reuters reported that the deal was close to collapse.',
    'the deal was close to collapse',
    'Reuters',
  ],
  [
    'Reuters said the deal was close to collapse, citing two people.',
    'the deal was close to collapse',
    'Reuters',
  ],
  ['The Times reported on Monday that the deal was off.', 'the deal was off', 'The Times'],
];

describe('O11: reported statements', () => {
  test.each(forms)('%s', (sentence, words, speaker) => {
    const found = reported(sentence).find((each) => folded(each.words) === folded(words));
    expect(found).toBeDefined();
    if (!/^s?he$/iu.test(speaker)) {
      expect(found?.speaker).toBeTruthy();
      expect(folded(speaker)).toContain(folded(found?.speaker ?? 'nobody'));
    }
  });

  test.each([
    'The minister did not say when the talks would resume.',
    'The head of the agency declined to comment.',
    'The letter was sent on Monday.',
    'The bridge, which engineers built in 1932, carries 40,000 cars.',
    'The talk of the town is the new theatre that opened in May.',
    'He read the report on the train and put it in his bag.',
    'Rescuers found that day’s last survivor under a beam.',
    'The book tells the story of a family that fled the war.',
    'The map showed the route, and the tunnel was on it.',
    'The bridge was said to be safe.',
    'A spokesman confirmed the arrest.',
  ])('nothing is reported: %s', (sentence) => {
    expect(reported(sentence)).toEqual([]);
  });
});

function folded(words: string): string {
  return words
    .toLowerCase()
    .replace(/[.,;“”]/gu, '')
    .trim();
}
