// `npm run bench -- brief-check`: how often the check of a brief is right about figures and about doubted claims, on
// sentences of our own that were written before it was tried on them
// (one of them then changed how far "up to" reaches). Prints precision, recall and what it got wrong.
import { checkBrief } from '../../app/brief/check/check-brief.ts';
import type { CheckKind } from '../../app/brief/check/check-item.ts';
import { recordSourceOf } from '../../app/brief/record-source-of.ts';
import {
  annotateWords,
  BriefFixture,
  inlineCitation,
  paragraph,
} from '../app/brief/brief-fixture.ts';

/** A writer's sentence on a passage, and whether the check has to speak. `￼` stands for the citation; else it ends the sentence. */
type Sample = readonly [sentence: string, isWrong: boolean];

const passage =
  'On Tuesday 14 May 2024 the port authority said that 1,250 containers, roughly a third of the cargo, had been lost when the freighter ran aground; repairs would cost between $18m and $22m and take at least six weeks, and nine of the 27 crew were treated in hospital.';

const figures: readonly Sample[] = [
  ['The authority counted 1,250 lost containers', false],
  ['Some 1,200 containers went overboard', false],
  ['More than a thousand containers went overboard', false],
  ['About a third of the cargo is gone', false],
  ['Roughly 33 per cent of the cargo is gone', false],
  ['Repairs may cost up to 22 million dollars', false],
  ['Repairs will cost at least $18 million', false],
  ['The bill lies between 18 and 22 million dollars', false],
  ['The ship will be out of service for six weeks or more', false],
  ['Nine sailors were taken to hospital', false],
  ['Of a crew of 27, nine were treated', false],
  ['In May 2024 a freighter ran aground', false],
  ['The statement was made on 14 May', false],
  ['One third of the 27 crew needed treatment', false],
  ['Two agencies carried the statement', false],
  ['Almost 1,300 containers were lost', false],
  ['The yard expects a month and a half of work', false],
  ['Containers by the hundred were lost', false],
  ['The authority counted 1,520 lost containers', true],
  ['More than 2,000 containers went overboard', true],
  ['About half of the cargo is gone', true],
  ['Roughly 43 per cent of the cargo is gone', true],
  ['Repairs may cost up to 28 million dollars', true],
  ['Repairs will cost 22 billion dollars', true],
  ['The bill lies between 12 and 22 million dollars', true],
  ['Repairs will cost 18 million euros', true],
  ['The ship will be out of service for six months', true],
  ['Seven sailors were taken to hospital', true],
  ['Of a crew of 29, nine were treated', true],
  ['In May 2023 a freighter ran aground', true],
  ['The statement was made on 15 May 2024', true],
  ['Nine sailors were killed', true],
  ['Fewer than 1,000 containers were lost', true],
  ['The crew numbered in the hundreds', true],
];

const facts: readonly Sample[] = [
  ['The captain was asleep when the freighter ran aground', true],
  ['Because the captain slept, the ship left the channel', true],
  ['It was the sleeping captain who caused the accident', true],
  ['The freighter ran aground with its captain asleep on the bridge', true],
  ['The captain had fallen asleep and nobody held the wheel', true],
  ['With the captain asleep, the ship drifted for an hour', true],
  ['The sleeping captain never heard the alarm', true],
  ['At midnight the captain, asleep, missed the turn', true],
  ['The union said the captain was asleep', false],
  ['According to the pilot, the captain was asleep', false],
  ['The captain is alleged to have been asleep', false],
  ['Whether the captain slept is disputed', false],
  ['The owner rejects that the captain was asleep', false],
  ['The captain may have been asleep', false],
  ['Two papers report that the captain slept', false],
  ['The captain, the pilot told the Ledger, was asleep', false],
  ['It has not been confirmed that the captain was asleep', false],
  ['In the account of the pilot the captain slept', false],
  ['The captain was reportedly asleep', false],
  ['The claim that the captain slept has no witness', false],
  ['The pilot blames a captain who slept', false],
  ['“Asleep like a child”, in the words of the pilot', false],
];

function speaks(sentence: string, text: string, kind: CheckKind): boolean {
  const fixture = new BriefFixture();
  const article = fixture.article(text, { published: '2024-05-14' });
  const annotation = annotateWords(fixture, article, text);
  if (kind === 'stated-as-fact') {
    fixture.claim('The captain was asleep when the freighter ran aground.', [
      [annotation, 'asserts'],
    ]);
  }
  const { annotations, articles, revisions, claims, evidence, texts } = fixture;
  const report = checkBrief({
    document: {
      type: 'doc',
      content: [paragraph(`${sentence} `, inlineCitation(annotation), '.')],
    },
    source: recordSourceOf([...annotations, ...articles, ...revisions, ...claims, ...evidence]),
    texts,
    clusterOf: () => null,
  });
  return report.items.some((item) => item.kind === kind);
}

function measure(samples: readonly Sample[], text: string, kind: CheckKind) {
  const told = samples.map(([sentence, isWrong]) => ({
    sentence,
    isWrong,
    spoke: speaks(sentence, text, kind),
  }));
  const right = told.filter(({ isWrong, spoke }) => isWrong && spoke).length;
  const spoken = told.filter(({ spoke }) => spoke).length;
  const wrong = samples.filter(([, isWrong]) => isWrong).length;
  for (const { sentence, isWrong, spoke } of told) {
    if (isWrong !== spoke)
      process.stderr.write(`${kind} ${spoke ? 'false alarm' : 'missed'}: ${sentence}\n`);
  }
  const share = (part: number, whole: number) => Number((part / whole).toFixed(3));
  return {
    sentences: samples.length,
    precision: share(right, spoken),
    recall: share(right, wrong),
  };
}

const report = {
  name: 'brief-check',
  figures: measure(figures, passage, 'figure'),
  statedAsFact: measure(
    facts,
    'The pilot told reporters that the master of the ship had been asleep on the bridge.',
    'stated-as-fact',
  ),
};
process.stdout.write(`${JSON.stringify(report)}\n`);
