import type { Suggestion } from '../host/suggestions.ts';

/** What reasons speak of by name. */
export interface ReasonNames {
  /** An article's outlet, or its title where that is not known. */
  article(id: string): string;
  /** "C4". */
  claim(id: string): string;
}

/** Why a suggestion is made, in a sentence or two (rule Z2). */
export function reasonOf(suggestion: Suggestion, names: ReasonNames): string {
  switch (suggestion.kind) {
    case 'parallel': {
      const { words, verbatim, first, formula } = suggestion;
      const what = `${words} ${words === 1 ? 'word' : 'words'} in common, ${
        verbatim ? 'the same throughout' : 'with differences'
      }.`;
      const earlier = first === null ? null : suggestion[first];
      const who =
        earlier === null ? '' : ` ${names.article(earlier.articleId)} published it first.`;
      return `${what}${who}${formula ? ' A formula: a set phrase that many articles share.' : ''}`;
    }
    case 'cluster': {
      const { articles, wordings, formula } = suggestion;
      const how = wordings === 1 ? 'in the same words' : `in ${wordings} wordings`;
      return `The same passage in ${articles} articles, ${how}.${
        formula ? ' A formula: a set phrase that many articles share.' : ''
      }`;
    }
    case 'quotation': {
      const { form, speaker, place } = suggestion;
      const what = {
        direct: 'A direct quotation',
        block: 'A block quotation',
        reported: 'A reported statement',
      }[form];
      const where = place === null ? '' : `, ${place}`;
      if (speaker === null) return `${what}${where}; the text does not tell who says it.`;
      const doubt = speaker.sure ? '' : ' Who says it is not sure: a pronoun or the context tells.';
      return `${what}, said by ${speaker.name}${where}.${doubt}`;
    }
    case 'conflict': {
      const { about, one, other, joined, remark } = suggestion;
      const why = {
        parallel: 'in passages that run parallel',
        claim: 'in passages under one claim',
        link: 'in passages that are linked',
        quantity:
          about === 'date'
            ? 'in sentences about the same event'
            : 'in sentences about the same quantity',
      }[joined];
      const what = {
        figure: 'Different figures',
        date: 'Different dates',
        speaker: 'Different speakers',
      }[about];
      return `${what} ${why}: ${one.value} and ${other.value}.${remark === null ? '' : ` ${remark}`}`;
    }
    case 'silence': {
      const claim = names.claim(suggestion.claimId);
      const nearest =
        suggestion.nearest === null
          ? 'No sentence of it has the words that matter.'
          : 'What comes nearest is shown.';
      return `No passage found that is like the evidence of ${claim}. ${nearest}`;
    }
  }
}
