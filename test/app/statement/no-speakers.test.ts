import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../app/statement/find-statements.ts';
import { quoted, said, textOf } from './statement-texts.ts';

describe('O13: who says nothing', () => {
  test.each([
    'Nobody in the town on Tuesday would say which of the two the minister will sign.',
    'No one said that the bridge was closed.',
    'None of the officials said that the bridge was closed.',
    'Neither side said the bridge was closed.',
    'No official said that the bridge was closed.',
  ])('nobody is no speaker: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    'The tunnel was first announced in 1991 and abandoned four years later for want of money.',
    'The bridge had long been promised by spring, and was never built.',
    'The measures suggested the bridge was closed.',
    'The talks announced last week had been called off by noon.',
    'The declaration said that the bridge was closed.',
  ])('things are none: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test.each([
    ['The government said the bridge was closed.', 'the government!'],
    ['The opposition said the bridge was closed.', 'the opposition!'],
    ['The fire department said the bridge was closed.', 'the fire department!'],
    ['The European Commission said the bridge was closed.', 'European Commission!'],
    ['The statement said the bridge was closed.', 'the statement!'],
    ['The king said the bridge was closed.', 'the king!'],
    ['A nurse said the bridge was closed.', 'a nurse?'],
    ['Police said the bridge was closed.', 'police!'],
  ])('bodies, people and papers are: %s', (text, speaker) => {
    expect(said(text)).toEqual([`reported ${speaker}: the bridge was closed`]);
  });

  test('what a clause says of a noun is no statement; “that” itself may be its subject', () => {
    expect(
      said('They came to hear what Jo Renk had said about the tunnel that is to begin next year.'),
    ).toEqual([]);
    expect(said('Jo Renk said of the tunnel that was dug in May nothing at all.')).toEqual([]);
    expect(said('Jo Renk said that was a mistake.')).toEqual([
      'reported Jo Renk!: that was a mistake',
    ]);
  });

  test('a part that somebody notes is said by who the sentence is about', () => {
    expect(
      said(
        'Jo Renk expressed worry about how the emergency declaration hurt trade, noting that two ports had been closed.',
      ).filter((line) => line.includes('two ports')),
    ).toEqual(['reported Jo Renk!: two ports had been closed']);
  });
});

describe('O6: somebody unnamed', () => {
  test('keeps the whole phrase, and is not sure unless the text speaks of somebody known', () => {
    expect(
      said('The cost is three million, said a person briefed on the call on Tuesday.')[0],
    ).toMatch(/^reported a person briefed on the call\?: /u);
    expect(quoted('“We go at once,” two officials familiar with the plan said.')).toEqual([
      'direct two officials familiar with the plan?: “We go at once,”',
    ]);
    expect(quoted('“We go at once,” said an 80-year-old pensioner.')).toEqual([
      'direct an 80-year-old pensioner?: “We go at once,”',
    ]);
    expect(said('Few said that the bridge was closed.')).toEqual([
      'reported few?: the bridge was closed',
    ]);
    expect(quoted('“We go at once,” said her office.')).toEqual([
      'direct her office!: “We go at once,”',
    ]);
  });

  test('“the same person” and “the summary” are those that were spoken of before', () => {
    expect(
      said(
        'The cost is three million, a person briefed on the call said. The port is closed, the same person said.',
      ),
    ).toEqual([
      'reported a person briefed on the call?: The cost is three million',
      'reported a person briefed on the call!: The port is closed',
    ]);
    expect(
      said(
        '“We go at once,” Jo Renk said, according to a summary issued by her office shortly after midnight. The line would run to the coast, the summary said.',
      ),
    ).toEqual([
      'direct Jo Renk!: “We go at once,”',
      'reported a summary issued by her office!: The line would run to the coast',
    ]);
  });

  test('an office without an article behind a name says more about it, with an “and” as well', () => {
    expect(
      quoted(
        'Jo Renk, leader of the Reform Party and Moss’s rival in the last election, described it as “very disappointing”.',
      ),
    ).toEqual(['direct Jo Renk!: “very disappointing”']);
    expect(quoted('In New Geneva, officials described it as “very disappointing”.')).toEqual([
      'direct officials?: “very disappointing”',
    ]);
  });
});

test('O8: “he” is never a thing or a paper', () => {
  expect(
    quoted(
      'Minister Paul Renk resigned. The emergency declaration of May said that trade had suffered. “We go at once,” he said.',
    ),
  ).toEqual(['direct Paul Renk!: “We go at once,”']);
});

test('O9: words of a body that the author mentions do not make it who speaks next', () => {
  expect(
    quoted(
      '“We go at once,” said Jo Renk.',
      'The loss has been described as “heartbreaking” by the conservation department. But for Al Moss and his family it is more than that.',
      '“It is very sad. Our fathers told us so.”',
    ).at(-1),
  ).toBe('direct Al Moss?: “It is very sad. Our fathers told us so.”');
});

test('O3: the title of a book is none, nor a word that the author has for a thing', () => {
  expect(
    quoted(
      'In her book “A Harbour of Salt: The towns that grew in the storm,” Jo Renk wrote of the sea.',
      'That is part of what I call the “attention trap.”',
      'The plant burns what its owners believe to be “clean coal” in the north.',
    ),
  ).toEqual([]);
  expect(quoted('She rejected what Jo Renk called “a shame for us all”.')).toEqual([
    'direct Jo Renk!: “a shame for us all”',
  ]);
});

test.each([
  ['They met Al Moss, president of Ostland, who said the bridge was closed.', 'Al Moss!'],
  ['They met Al Moss, the president of Ostland, who said the bridge was closed.', 'Al Moss!'],
  ['They met the mayor of Ostland, who said the bridge was closed.', 'the mayor of Ostland!'],
  ['They read a speech by Al Moss, who said the bridge was closed.', 'Al Moss!'],
])('O6: “who” is the one with the office, not the place of the office: %s', (text, speaker) => {
  expect(said(text)).toEqual([`reported ${speaker}: the bridge was closed`]);
});

test('O6: a phrase or words belong to whose they are', () => {
  expect(
    quoted(
      'It let the market rule, as if there were (in the economist Jo Renk’s phrase) “prices in everything” from now on.',
      'The town is, in Al Moss’s words, “a shame for us all”.',
    ),
  ).toEqual(['direct Jo Renk!: “prices in everything”', 'direct Al Moss!: “a shame for us all”']);
});

describe('O14: corrections', () => {
  test.each([
    'An earlier version of this article said that the call took place on Tuesday.',
    'Correction, 13 May: An earlier version of this article said that the call took place on Tuesday.',
    'Correction: Last week’s Mercury said that twelve holes were drilled this winter. There were fourteen.',
    'CORRECTION (Monday, May 13, 2024): Jo Renk said the bridge was closed. She said it was open.',
    'Clarification. Jo Renk said the bridge was closed.',
    'A correction: our report said that twelve holes were drilled.',
    'This article incorrectly stated that Jo Renk said the bridge was closed.',
    'We stated that Jo Renk said “the bridge is closed for good”. In fact she did not.',
    'Editor’s note: the article quoted Jo Renk as saying “the bridge is closed for good”. It has been corrected.',
  ])('what they quote is no statement: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  test('nor what stands below the heading “Corrections”', () => {
    expect(
      said('heading| Corrections and clarifications', 'Jo Renk said the bridge was closed.'),
    ).toEqual([]);
  });

  test('a correction of something else is no notice', () => {
    expect(said('Jo Renk said an earlier version of the bill was better.')).toEqual([
      'reported Jo Renk!: an earlier version of the bill was better',
    ]);
    expect(said('Correction officers said the gate was closed.')).toHaveLength(1);
    expect(quoted('Corrections chief Al Moss: “The gate is closed for good.”')).toHaveLength(1);
    expect(said('Correction officers were late. Al Moss said the gate was closed.')).toHaveLength(
      1,
    );
    expect(said('heading| Correction of a market', 'Al Moss said it was closed.')).toHaveLength(1);
    expect(said('Jo Renk said that the paper had wrongly reported the sum.')).toHaveLength(1);
  });
});

describe('O12: places', () => {
  test.each([
    ['“We go at once,” Jo Renk said in Geneva on Tuesday.', 'in Geneva'],
    ['“We go at once,” Jo Renk said on Tuesday in Geneva.', 'in Geneva'],
    ['“We go at once,” Jo Renk told reporters in Geneva.', 'in Geneva'],
    ['“We go at once,” Jo Renk told a meeting of ministers in Geneva.', 'in Geneva'],
    ['“We go at once,” Jo Renk said at a news conference in Geneva.', 'in Geneva'],
    ['Speaking to reporters in Geneva, Jo Renk said: “We go at once.”', 'in Geneva'],
    ['Jo Renk said in Geneva that the bridge was closed.', 'in Geneva'],
    ['“We go at once,” Jo Renk said in an interview in Geneva.', 'in Geneva'],
    ['Jo Renk, speaking in Geneva, said the bridge was closed.', 'in Geneva'],
    ['“We go at once,” Jo Renk said in a statement on the war in Sudan.', null],
    ['“We go at once,” Jo Renk said, according to an official in Geneva who listened.', null],
    ['“We go at once,” said an official in Geneva.', null],
    ['Jo Renk said they spoke of the war in Sudan and Chad.', null],
    ['Jo Renk said the plan was met with a laugh in Geneva.', null],
    ['Jo Renk called the fighting in Sudan “a shame for us all”.', null],
    ['Jo Renk said of the fighting in Sudan that it was bad.', null],
  ])('%s', (text, place) => {
    expect(findStatements(textOf(text), { language: 'en' })[0]?.place).toBe(place);
  });
});
