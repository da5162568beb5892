import type { ColumnField } from '../../../../app/record/records.ts';

// Names that programs and people give columns, the surest first: English, German, French, Spanish, Portuguese, Italian,
// Dutch, Russian, Chinese, Japanese, Korean. Compared without case, marks, spaces and signs.
const names: Readonly<Record<ColumnField, string>> = {
  text: [
    'text fulltext articletext articlebody bodytext textbody body bodyhtml contenthtml content contents maintext articlecontent story storytext html transcript',
    'volltext inhalt artikeltext fließtext textkörper wortlaut texte texteintegral textecomplet contenu corps corpsdutexte',
    'texto textocompleto contenido cuerpo conteudo corpo testo testocompleto contenuto tekst volledigetekst inhoud',
    'текст полныйтекст текстстатьи содержание тело контент 正文 内容 內容 内文 全文 本文 文本 新闻内容 文章内容 본문 내용',
    'article artikel articulo articolo artigo beitrag bericht meldung noticia статья 文章 記事 기사',
  ].join(' '),
  title: [
    'title headline head heading articletitle newstitle subject hed titel überschrift schlagzeile',
    'titre intitule titulo titular encabezado manchete titolo kop koptekst krantenkop opschrift',
    'заголовок название наименование тема 标题 標題 题目 題目 题名 新闻标题 文章标题 タイトル 見出し 제목',
  ].join(' '),
  outlet: [
    'outlet publication publicationname publisher source sourcename sourcetitle newspaper paper media medium mediaoutlet mediasource sitename site website journal',
    'quelle zeitung medientitel medienname herausgeber blatt fuente medio periodico diario fonte veiculo jornal testata giornale quotidiano bron krant blad dagblad uitgever',
    'journalsource quotidien editeur издание источник газета сми журнал 来源 來源 媒体 媒體 媒体名 媒体名称 报纸 報紙 报刊 新聞 出典 掲載紙 출처 언론사 매체',
  ].join(' '),
  byline: [
    'byline author authors authorname authornames writer creator reporter journalist correspondent by',
    'autor autoren autorin verfasser redakteur auteur auteurs journaliste redacteur signature autores autora periodista redactor autore autori giornalista firma jornalista',
    'schrijver verslaggever wie wer qui quien chi quem автор авторы журналист корреспондент кто 作者 记者 記者 撰稿人 署名 著者 執筆者 기자 저자',
  ].join(' '),
  published: [
    'published publishedat publisheddate publishedtime datepublished dateofpublication publicationdate pubdate publishdate publishedon publishtime date datetime time timestamp day created createdat when',
    'datum veröffentlicht veröffentlichtam veröffentlichungsdatum erscheinungsdatum publikationsdatum erschienen erschienenam tag wann zeitpunkt',
    'datedepublication datepublication datedeparution dateparution publie publiele parution paru parule quand jour',
    'fecha fechadepublicacion fechapublicacion publicado publicadoel publicadoem cuando data datadepublicacao datapublicacao datadipubblicazione datapubblicazione datapublicazione pubblicato pubblicatoil quando',
    'publicatiedatum datumpublicatie gepubliceerd gepubliceerdop verschenen verschijningsdatum wanneer',
    'дата датапубликации датавыхода датаивремя опубликовано опубликован когда 日期 时间 時間 发布时间 發布時間 发布日期 發布日期 发表时间 发表日期 出版日期 刊登日期 公開日 掲載日 日付 날짜 게시일 발행일 일자',
  ].join(' '),
  updated: [
    'updated updatedat dateupdated updatedate lastupdated lastupdate modified modifiedat datemodified lastmodified aktualisiert aktualisiertam geändert',
    'misajour misajourle modifie modifiele actualizado atualizado aggiornato aggiornatoil bijgewerkt gewijzigd обновлено обновление изменено 更新 更新时间 更新時間 更新日期 更新日 修改时间 수정일',
  ].join(' '),
  url: [
    'url link href weburl articleurl articlelink sourceurl permalink canonicalurl uri webaddress address webadresse adresse adresseurl adresseweb lien enlace direccion indirizzo endereco webadres',
    'ссылка адрес урл 网址 網址 链接 鏈接 連結 原文链接 주소 링크',
  ].join(' '),
  language:
    'language lang langcode languagecode sprache langue idioma lingua taal язык 语言 語言 语种 言語 언어',
  section: [
    'section sectionname category categories rubric desk topic department ressort rubrik kategorie rubrique categorie',
    'seccion categoria secao editoria sezione rubrica rubriek sectie katern раздел рубрика категория 版面 版块 栏目 欄目 频道 分类 分類 カテゴリ 섹션 분야',
  ].join(' '),
};

// What a name may have in front or behind without meaning something else.
const qualifiers = new Set(
  'the article articles news story main full original artikel nieuws nachricht nachrichten actualite noticia notizia en de fr es it pt nl ru zh'.split(
    ' ',
  ),
);

const keys: readonly (readonly [ColumnField, readonly string[]])[] = (
  Object.entries(names) as [ColumnField, string][]
).map(([field, list]) => [field, list.split(' ').map(keyOf)]);

const fields: ReadonlyMap<string, ColumnField> = new Map(
  [...keys].reverse().flatMap(([field, list]) => list.map((name) => [name, field] as const)),
);

/** What columns can hold, each with the names that say so, the surest first; compare them with `keyOf`. */
export function knownColumnNames(): readonly (readonly [ColumnField, readonly string[]])[] {
  return keys;
}

/** What a column holds by its name; `null` if the name is not known. */
export function fieldOfColumn(name: string): ColumnField | null {
  return fields.get(keyOf(name)) ?? fields.get(keyOf(withoutQualifiers(name))) ?? null;
}

/** A column's name without case, marks, spaces and signs. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** `News Title`, `article_source`, `articleUrl`: without the word that all columns might have. */
export function withoutQualifiers(name: string): string {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !qualifiers.has(keyOf(word)));
  return telling.length === 1 ? (telling[0] ?? '') : name;
}
