import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../../main/services/parse/detect-language.ts';
import { onlyArticle } from './parts-of.ts';

const sentences: readonly (readonly [string, string])[] = [
  [
    'en',
    'The president said on Thursday that the talks would go on next week and that both sides were sure of a result that would be good for their two countries soon.',
  ],
  [
    'de',
    'Der Präsident erklärte am Donnerstag, die Gespräche würden in der kommenden Woche fortgesetzt, und beide Seiten seien zuversichtlich, bald zu einem Ergebnis zu kommen.',
  ],
  [
    'fr',
    'Le président a déclaré jeudi que les discussions se poursuivraient la semaine prochaine et que les deux parties étaient sûres de parvenir bientôt à un résultat.',
  ],
  [
    'es',
    'El presidente dijo el jueves que las conversaciones continuarán la próxima semana y que ambas partes confían en un resultado pronto para los dos países.',
  ],
  [
    'pt',
    'O presidente disse na quinta-feira que as conversações vão continuar na próxima semana e que ambos os lados estão confiantes num resultado em breve.',
  ],
  [
    'it',
    'Il presidente ha detto giovedì che i colloqui continueranno la prossima settimana e che entrambe le parti confidano in un risultato a breve per i due paesi.',
  ],
  [
    'fi',
    'Presidentti sanoi torstaina, että neuvottelut jatkuvat ensi viikolla ja että molemmat osapuolet ovat vakuuttuneita siitä, että tulos on pian valmis.',
  ],
  [
    'cs',
    'Prezident ve čtvrtek řekl, že rozhovory budou pokračovat příští týden a že obě strany jsou přesvědčeny o brzkém výsledku, který bude dobrý pro obě země.',
  ],
  [
    'sk',
    'Prezident vo štvrtok povedal, že rozhovory budú pokračovať budúci týždeň a že obe strany sú presvedčené o skorom výsledku, ktorý bude dobrý pre obe krajiny.',
  ],
  [
    'tr',
    'Cumhurbaşkanı perşembe günü görüşmelerin gelecek hafta devam edeceğini ve her iki tarafın da yakında bir sonuca varılacağından emin olduğunu söyledi.',
  ],
  [
    'ru',
    'Президент заявил в четверг, что переговоры продолжатся на следующей неделе и обе стороны уверены в скором результате, об этом сообщила его канцелярия.',
  ],
  [
    'uk',
    'Президент заявив у четвер, що переговори триватимуть наступного тижня і що обидві сторони впевнені у швидкому результаті, про це повідомила його канцелярія.',
  ],
  [
    'ar',
    'قال الرئيس يوم الخميس إن المحادثات ستستمر الأسبوع المقبل وإن الجانبين واثقان من التوصل إلى نتيجة قريبا تخدم مصالح البلدين والشعبين الصديقين في المنطقة كلها',
  ],
  [
    'el',
    'Ο πρόεδρος δήλωσε την Πέμπτη ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα και ότι και οι δύο πλευρές είναι βέβαιες για ένα αποτέλεσμα σύντομα.',
  ],
  [
    'zh',
    '国家主席习近平同俄罗斯总统普京通电话，双方一致同意加强合作。两国领导人还就共同关心的国际问题交换了意见。',
  ],
  [
    'ja',
    '中国の習近平国家主席とロシアのプーチン大統領が電話で会談した。両首脳は協力を強化することで一致した。',
  ],
  [
    'ko',
    '시진핑 중국 국가주석과 푸틴 러시아 대통령이 전화 통화를 했다. 두 정상은 앞으로 두 나라의 협력을 더욱 강화하기로 뜻을 모았다.',
  ],
];

describe('T12 the language of a text', () => {
  test.each(sentences)('T12 %s is likely: %s', (language, sentence) => {
    expect(detectLanguage(sentence)).toEqual({ language, confidence: 'likely' });
  });

  test('T12 of close cousins one is a guess', () => {
    const danish =
      'Præsidenten sagde torsdag, at forhandlingerne vil fortsætte i næste uge, og at begge parter er overbeviste om et snarligt resultat af de lange samtaler.';
    expect(detectLanguage(danish)).toEqual({ language: 'da', confidence: 'guessed' });
  });

  test('T12 of a made-up text none is told', () => {
    expect(
      detectLanguage(
        'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed eiusmod. '.repeat(9),
      ),
    ).toBeNull();
  });

  test('T12 of a short text none is told', () => {
    expect(detectLanguage('The premiers spoke of the tunnel.')).toBeNull();
    expect(detectLanguage('12 345 — 678 …'.repeat(50))).toBeNull();
  });

  test('T12 a name and a headline in English do not outweigh the text', () => {
    const [, german = ''] = sentences[1] ?? [];
    expect(detectLanguage(`Breaking: The President Speaks\n${`${german}\n`.repeat(20)}`)).toEqual({
      language: 'de',
      confidence: 'likely',
    });
  });

  test('T12 it is filled in where the source states none, and marked', async () => {
    const [, english = ''] = sentences[0] ?? [];
    const article = await onlyArticle('a.txt', english);
    expect(article.metadata.language).toBe('en');
    expect(article.provenance.language).toEqual({ source: 'text', confidence: 'likely' });
    const stated = await onlyArticle('a.md', `---\nlang: de\n---\n${english}`);
    expect(stated.metadata.language).toBe('de');
  });
});
