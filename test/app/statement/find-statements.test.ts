import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../app/statement/find-statements.ts';
import { quoted, said, saidIn, textOf } from './statement-texts.ts';

describe('O3: what is a statement', () => {
  test('scare quotes, titles and words that are named are none', () => {
    expect(
      quoted(
        'The so-called “smart corridor” opened. The term “green window” is new. Her novel, “The Salt Road”, sold well.',
        'It was a “read-only” folder in the “big society”.',
      ),
    ).toEqual([]);
  });

  test('a word right behind the verb is one, a word before its noun is not', () => {
    expect(quoted('Governor Jo Renk called the delay “inexcusable”.')).toEqual([
      'direct Jo Renk!: “inexcusable”',
    ]);
    expect(quoted('Governor Jo Renk said a “read-only” folder had been lost.')).toEqual([]);
  });

  test('parts of a sentence belong to who says it', () => {
    expect(quoted('Jo Renk promised “a full accounting” and “names, all of them”.')).toEqual([
      'direct Jo Renk!: “a full accounting”',
      'direct Jo Renk!: “names, all of them”',
    ]);
  });
});

describe('O4: split quotations', () => {
  test('one with two parts within a sentence, two after a full stop', () => {
    expect(quoted('“Those who play with fire,” Jo Renk warned, “will be burned.”')).toEqual([
      'direct Jo Renk!: “Those who play with fire,” | “will be burned.”',
    ]);
    expect(quoted('“They drank it,” Jo Renk said. “All of it.”')).toEqual([
      'direct Jo Renk!: “They drank it,”',
      'direct Jo Renk!: “All of it.”',
    ]);
  });
});

describe('O5: block quotations', () => {
  test('the speaker stands above with a colon, or below with a dash', () => {
    expect(
      quoted(
        'Dr Farida Aziz told the inquiry:',
        'quotation| They came in grey.',
        'quotation| All of them.',
      ),
    ).toEqual(['block Farida Aziz!: They came in grey. | All of them.']);
    expect(
      quoted('It went on.', 'quotation| “A courtesy, no more.”', '— Ilze Kalnina, spokesperson'),
    ).toEqual(['block Ilze Kalnina!: “A courtesy, no more.”']);
  });
});

describe('O6: who speaks', () => {
  test.each([
    ['“We go,” said Jo Renk.', 'Jo Renk!'],
    ['“We go,” Jo Renk, 61, said.', 'Jo Renk!'],
    ['Earlier Saturday, Jo Renk met the press, saying “we go at once”.', 'Jo Renk!'],
    ['“We go,” said the minister, Jo Renk, as she rose.', 'Jo Renk!'],
    ['“We go,” the ministry’s spokesman, Jo Renk, told reporters.', 'Jo Renk!'],
    ['“We go,” said Rovers manager Jo Renk of the penalty.', 'Jo Renk!'],
    ['“We go,” gurgled Jo Renk.', 'Jo Renk!'],
    ['“Why go?” Jo Renk asked.', 'Jo Renk!'],
    ['“We go,” said a senior official who asked not to be named.', 'a senior official?'],
    ['“We go,” the ministry said in a statement.', 'the ministry!'],
    ['Jo Renk, a foreign ministry spokesperson, said: “We go.”', 'Jo Renk!'],
    ['On Tuesday Jo Renk told Al Moss “we go at once”.', 'Jo Renk!'],
    ['According to Jo Renk, “we go at once”.', 'Jo Renk!'],
    ['In the words of Jo Renk, “we go at once”.', 'Jo Renk!'],
    ['“We go at once,” according to a readout from the Kremlin.', 'a readout from the Kremlin?'],
    ['A summary quoted President Jo Renk as saying “we go at once”.', 'Jo Renk!'],
    ['Jo Renk was quoted as saying “we go at once”.', 'Jo Renk!'],
    ['Jo Renk’s call for “ever closer ties” went unheard.', 'Jo Renk!'],
    ['Remarks by Jo Renk that the sea “is not a road” went unheard.', 'Jo Renk!'],
    ['Its plan was condemned by Jo Renk as “a shame for us all”.', 'Jo Renk!'],
    ['Jo Renk: “We go at once.”', 'Jo Renk!'],
  ])('%s', (text, speaker) => {
    expect(quoted(text).map((line) => /^direct (.*?): /u.exec(line)?.[1])).toEqual([speaker]);
  });

  test('what is answered is not said by who answers', () => {
    expect(
      quoted(
        'Asked about remarks by Al Moss that it was “a joke, no more”, Jo Renk said: “No comment at all.”',
      ),
    ).toEqual(['direct Al Moss!: “a joke, no more”', 'direct Jo Renk!: “No comment at all.”']);
  });
});

describe('O7: names and offices', () => {
  test('a part of a name, and an office, stand for the fullest name', () => {
    expect(
      quoted(
        'Governor Pavlo Renk flew in.',
        '“We go,” Renk said.',
        '“We stay,” said the governor.',
      ),
    ).toEqual(['direct Pavlo Renk!: “We go,”', 'direct Pavlo Renk!: “We stay,”']);
  });

  test('of two with one name none is sure', () => {
    const lines = quoted(
      'Ann Fitch met Tom Fitch.',
      'The town was quiet that day, and nobody came to the harbour to look at the ships, or at the sea, or at the old lighthouse that had stood there since the war ended and the last of the big boats was sold, and then it rained for a week or so.',
      '“We go,” Fitch said.',
    );
    expect(lines).toEqual(['direct Ann Fitch?: “We go,”']);
  });

  test('somebody unnamed is the same when he comes again', () => {
    expect(
      quoted('“We go,” said a senior rescue official.', '“We stay,” the official said.'),
    ).toEqual([
      'direct a senior rescue official?: “We go,”',
      'direct a senior rescue official!: “We stay,”',
    ]);
  });
});

describe('O8 and O9: pronouns, and nothing at all', () => {
  test('the last one that fits, by gender and place', () => {
    expect(quoted('Minister Helen Marsh met Colin Stroud.', '“We go,” she said.')).toEqual([
      'direct Helen Marsh!: “We go,”',
    ]);
    expect(quoted('Minister Helen Marsh met Colin Stroud.', '“We go,” he said.')).toEqual([
      'direct Colin Stroud!: “We go,”',
    ]);
  });

  test('where two fit none is sure', () => {
    expect(quoted('Peter Marsh and Colin Stroud met.', '“We go,” he said.')[0]).toMatch(
      /^direct .*\?: “We go,”$/u,
    );
  });

  test('a pronoun that fits nobody leaves the speaker open', () => {
    expect(quoted('“We go,” he said.')).toEqual(['direct -: “We go,”']);
  });

  test('the speaker goes on: surely in one paragraph, with a doubt in the next', () => {
    expect(quoted('“We go,” said Jo Renk. “We stay.”', '“We will see.”')).toEqual([
      'direct Jo Renk!: “We go,”',
      'direct Jo Renk!: “We stay.”',
      'direct Jo Renk?: “We will see.”',
    ]);
  });
});

describe('O10: the score', () => {
  test('a cue, a sure speaker, length and a whole sentence raise it, a missing mark lowers it', () => {
    const scoreOf = (...blocks: readonly string[]) =>
      findStatements(textOf(...blocks), { language: 'en' })[0]?.score ?? -1;
    const whole = '“We shall go there at once, and nobody will stop us on our way,”';
    expect(scoreOf(`${whole} said Jo Renk.`)).toBeGreaterThan(scoreOf('“We go,” said Jo Renk.'));
    expect(scoreOf(`${whole} said Jo Renk.`)).toBeGreaterThan(scoreOf(`${whole} he said.`));
    expect(scoreOf('Jo Renk said: “We shall go there at once.”')).toBeGreaterThan(
      scoreOf('Jo Renk said: “We shall go there at once.'),
    );
    expect(scoreOf('“We go at once.”')).toBe(0.4 + 0.1 + 0.15 * (4 / 25));
  });
});

describe('O11: reported statements', () => {
  test.each([
    ['Jo Renk said that the bridge was closed.', 'Jo Renk!: the bridge was closed'],
    ['Jo Renk said the bridge was closed.', 'Jo Renk!: the bridge was closed'],
    ['Jo Renk told reporters the bridge was closed.', 'Jo Renk!: the bridge was closed'],
    ['Jo Renk warned on Tuesday that the bridge could fall.', 'Jo Renk!: the bridge could fall'],
    [
      'The bridge is closed until May, police said on Monday.',
      'police!: The bridge is closed until May',
    ],
    ['According to Jo Renk, the bridge is closed.', 'Jo Renk!: the bridge is closed'],
    ['The bridge is closed, according to Jo Renk.', 'Jo Renk!: The bridge is closed'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([`reported ${expected}`]);
  });

  test('a second verb of speech begins another one', () => {
    expect(
      said('Jo Renk said the bridge was closed, but insisted that it would open in May.'),
    ).toEqual([
      'reported Jo Renk!: the bridge was closed',
      'reported Jo Renk!: it would open in May',
    ]);
  });

  test('no statement: what was not said, a noun, a heading', () => {
    expect(
      said(
        'He did not say what would happen.',
        'The territorial claims of the north were old.',
        'heading| Renk says bridge is closed',
      ),
    ).toEqual([]);
  });
});

describe('O12: languages and places', () => {
  test.each([
    ['de', '„Wir gehen jetzt nach Hause“, sagte Jürgen Brandt am Montag.', 'Jürgen Brandt!'],
    ['fr', '« Nous partons demain matin », a déclaré Régis Chabert lundi.', 'Régis Chabert!'],
    ['es', '«Nos vamos mañana mismo», dijo Manuel Ferreiro.', 'Manuel Ferreiro!'],
    ['ru', '«Мы уходим завтра утром», — сказал Андрей Лукашин.', 'Андрей Лукашин!'],
    ['zh', '李国华说：“这座桥我们等了三十年。”', '李国华!'],
    ['ja', '山本真理は「また戻ってきたいです」と語った。', '山本真理!'],
  ])('%s', (language, text, speaker) => {
    expect(saidIn(language, text).map((line) => /^direct (.*?): /u.exec(line)?.[1])).toEqual([
      speaker,
    ]);
  });

  test('a place is what stands behind the cue', () => {
    const places = (text: string) =>
      findStatements(textOf(text), { language: 'en' }).map(({ place }) => place);
    expect(places('“We go at once,” Jo Renk told reporters in New Geneva on Tuesday.')).toEqual([
      'in New Geneva',
    ]);
    expect(places('“We go at once,” Jo Renk said in March.')).toEqual([null]);
  });

  test('cue and speaker are ranges of the text', () => {
    const text = textOf('“We go at once,” said the mayor, Jo Renk.');
    const [statement] = findStatements(text, { language: 'en' });
    const words = (range: { start: number; end: number } | null | undefined) =>
      range ? text.text.slice(range.start, range.end) : null;
    expect([words(statement?.cue), words(statement?.speaker?.range)]).toEqual(['said', 'Jo Renk']);
  });
});

test('O7: a headline in capitals that stands as a paragraph names nobody', () => {
  expect(
    quoted(
      'Xi and Putin Deepen Ties Amid Global Engagements',
      'President Vladimir Putin called.',
      '“We go,” Putin said.',
    ),
  ).toEqual(['direct Vladimir Putin!: “We go,”']);
});
