import type { ColumnField } from '../../../../app/host/corpus.ts';

/** What the columns of a table seem to hold. */
export type ColumnGuess = { readonly [Field in ColumnField]?: string };

// Names that programs and people give columns, the surest first: English, German, French, Spanish, Portuguese, Italian,
// Dutch, Russian, Chinese, Japanese. Compared without case, marks, spaces and signs.
const names: Readonly<Record<ColumnField, string>> = {
  text: 'text fulltext articletext articlebody bodytext textbody body bodyhtml contenthtml content contents maintext articlecontent story storytext html volltext inhalt artikeltext texte contenu corps corpsdutexte texto contenido cuerpo conteudo corpo testo contenuto tekst inhoud текст содержание 正文 内容 內容 全文 本文 본문 내용',
  title:
    'title headline head heading articletitle subject titel überschrift schlagzeile titre titulo titular titolo kop заголовок название 标题 標題 题目 題目 タイトル 見出し 제목',
  outlet:
    'outlet publication publisher source sourcename sourcetitle newspaper media medium mediaoutlet sitename site website journal quelle zeitung medientitel fuente medio periodico fonte veiculo testata bron издание источник 来源 來源 媒体 媒體 媒体名 新聞 출처 언론사',
  byline:
    'byline author authors authorname writer creator reporter journalist by autor autoren verfasser auteur auteurs autores autore автор авторы 作者 记者 記者 著者 기자 저자',
  published:
    'published publishedat publisheddate datepublished publicationdate pubdate publishdate publishedon date datetime time timestamp created createdat datum veröffentlicht erscheinungsdatum datedepublication datepublication publiele fecha fechadepublicacion data datadepublicacao pubblicato дата датапубликации 日期 时间 時間 发布时间 發布時間 发布日期 公開日 日付 날짜 게시일',
  updated:
    'updated updatedat dateupdated lastupdated modified modifiedat datemodified lastmodified aktualisiert geändert misajour modifiele actualizado atualizado aggiornato обновлено 更新 更新时间 更新時間 更新日 수정일',
  url: 'url link href weburl articleurl sourceurl permalink canonicalurl address webadresse adresseurl lien enlace ссылка 网址 網址 链接 連結 주소',
  language:
    'language lang langcode languagecode sprache langue idioma lingua taal язык 语言 語言 言語 언어',
  section:
    'section category categories rubric desk topic ressort rubrik rubrique categorie seccion categoria secao sezione раздел рубрика 版面 栏目 欄目 分类 分類 カテゴリ 섹션 분야',
};

const keys = new Map(
  (Object.entries(names) as [ColumnField, string][]).map(([field, list]) => [
    field,
    list.split(' ').map(key),
  ]),
);

const sampledRows = 20;
const fewestTextLength = 200;

/**
 * Which columns hold what, by their names; the last part of `article.title` counts as well. The text, if no name tells
 * it, is the one column whose cells are long by far. Each column holds one thing.
 */
export function guessColumns(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): ColumnGuess {
  const guess: Partial<Record<ColumnField, string>> = {};
  const taken = new Set<string>();
  const free = () => columns.filter((column) => !taken.has(column));
  for (const [field, known] of keys) {
    const found = known.flatMap((name) => {
      const whole = free().find((column) => key(column) === name);
      return whole === undefined ? [] : [whole];
    })[0];
    const inner = found ?? nestedColumn(free(), known);
    if (inner === undefined) continue;
    guess[field] = inner;
    taken.add(inner);
  }
  const text = guess.text ?? longestColumn(free(), rows);
  return text === undefined ? guess : { ...guess, text };
}

function nestedColumn(columns: readonly string[], known: readonly string[]): string | undefined {
  for (const name of known) {
    const found = columns.find(
      (column) => column.includes('.') && key(column.slice(column.lastIndexOf('.') + 1)) === name,
    );
    if (found !== undefined) return found;
  }
  // `source.name`, `author.name`
  return columns.find(
    (column) => /\.name$/i.test(column) && known.includes(key(column.split('.').at(-2) ?? '')),
  );
}

function longestColumn(
  columns: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
): string | undefined {
  const sample = rows.slice(0, sampledRows);
  const lengths = columns
    .map((column) => {
      const cells = sample.map((row) => row.get(column)?.length ?? 0);
      return { column, length: cells.reduce((sum, cell) => sum + cell, 0) / sample.length };
    })
    .sort((one, other) => other.length - one.length);
  const [first, second] = lengths;
  if (first === undefined || !(first.length >= fewestTextLength)) return undefined;
  return first.length > (second?.length ?? 0) * 3 ? first.column : undefined;
}

function key(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
