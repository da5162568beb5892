import { isTrashed } from '../../../app/article/article-state.ts';
import type { Instant, RevisionHash } from '../../../app/base/brand.ts';
import { checkCitations } from '../../../app/brief/check-citations.ts';
import { bundleRecords } from '../../../app/brief/cited-records.ts';
import { gatherBrief } from '../../../app/brief/gather-brief.ts';
import {
  type MatrixContent,
  matrixPassages,
  matrixTable,
} from '../../../app/brief/matrix-table.ts';
import { resolveQuotation } from '../../../app/brief/resolve-quotation.ts';
import { matrixCell } from '../../../app/claim/matrix-cell.ts';
import {
  type ClusterOf,
  everyMatrixColumn,
  matrixColumns,
} from '../../../app/claim/matrix-columns.ts';
import { matrixRows } from '../../../app/claim/matrix-rows.ts';
import { matrixViewSetting, readMatrixView } from '../../../app/claim/matrix-view.ts';
import { writeCsv } from '../../../app/exchange/csv.ts';
import { matrixGrid } from '../../../app/exchange/matrix-sheets.ts';
import { matrixWorkbook } from '../../../app/exchange/matrix-workbook.ts';
import { writeWorkbook } from '../../../app/exchange/table/write-workbook.ts';
import type { ArticleCluster } from '../../../app/host/search.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { renderBrief } from '../../services/brief/render-brief.ts';
import { CodedError } from '../../services/coded-error.ts';
import { withCatalogue } from '../catalogue-beside.ts';
import { oneOf } from '../cli-arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatNamed } from '../format-names.ts';
import { readProject } from '../read-project.ts';
import { wantNoTerminal, writeWhole } from '../write-output.ts';
import { type ExportRequest, tellProblems, tellWritten } from './export-request.ts';

const formats = ['csv', 'xlsx', 'html'] as const;
/** So many cells a page of HTML has at most, as in the window. */
const mostInPage = 50_000;
/** The language of dates, as on the screens. */
const locale = 'en-GB';

/**
 * `variorum export PROJECT matrix`: the columns and the order of rows that the project's matrix has, all claims, none folded
 * away. Every passage is compared with its text first, as in the window (rules X20 to X22).
 */
export async function exportMatrixTo(request: ExportRequest): Promise<number> {
  const { args, folder, output, target } = request;
  const format = oneOf(formatNamed(args.value('format') ?? 'csv', formats), 'format', formats);
  wantNoTerminal(target, format === 'xlsx');
  const context = await request.context(null);
  const project = await readProject(folder, output);
  const { name, records, texts } = project;
  const clusters = await withCatalogue(project, context, request, (catalogue) =>
    catalogue.listClusters(),
  );
  const clusterOf = clustersOf(clusters);
  const content = contentOf(records, clusterOf);
  const placed = [...matrixPassages(content)];
  if (content.rows.length === 0) throw new CodedError('nothing', 'There are no claims to export.');
  if (format === 'html') {
    if (content.rows.length * content.columns.length > mostInPage) {
      throw new CodedError('too-large', 'The matrix is too large for a page. Export it as XLSX.');
    }
    const title = `${name}: claims and sources`;
    const rendered = await renderBrief(
      matrixBundle(records, title, [explanation, matrixTable(content)]),
      { format: 'html', appendix: true, comments: false, wrap: false },
      texts,
      { citationStyles: context.citationStyles, printPdf: null },
    );
    if (!rendered.ok) return tellProblems(rendered.problems, args, output);
    await writeWhole(target, rendered.content);
  } else {
    const ids = new Set(placed.map(({ passage }) => passage.annotation.id));
    const cited = [...ids].map((annotationId) => ({
      type: 'inline_citation',
      attrs: { annotationId },
    }));
    const bundle = matrixBundle(records, 'Matrix', [{ type: 'paragraph', content: cited }]);
    const read = new Map<RevisionHash, string>();
    for (const { hash } of bundle.revisions) {
      const text = await texts.read(hash);
      if (text.ok) read.set(hash, text.value.text);
    }
    const problems = checkCitations(bundle, read);
    if (problems.length > 0) return tellProblems(problems, args, output);
    const inBundle = bundleRecords(bundle);
    const sources = {
      ...{ records, clusterOf },
      quotation(id: Parameters<typeof resolveQuotation>[1]) {
        const resolved = resolveQuotation(inBundle, id);
        if (!resolved.ok) throw new RangeError(resolved.error.message);
        return resolved.value;
      },
    };
    await writeWhole(
      target,
      format === 'csv'
        ? `\ufeff${writeCsv([...matrixGrid(content, sources)])}`
        : await writeWorkbook(matrixWorkbook(content, placed, sources)),
    );
  }
  tellWritten(request, { format, claims: content.rows.length, columns: content.columns.length });
  return exitCodes.ok;
}

function contentOf(records: RecordSource, clusterOf: ClusterOf): MatrixContent {
  const stored = records.list('setting').find(({ name }) => name === matrixViewSetting);
  const view = readMatrixView(stored?.value);
  const articles = records.list('article').filter((article) => !isTrashed(article));
  const every = everyMatrixColumn(articles, view, clusterOf, locale);
  const columns = matrixColumns(every, view);
  const rows = matrixRows(records, records.list('claim'), {
    ...{ sort: view.sort, descending: view.descending, columns, clusterOf },
    folded: new Set(),
    filter: {
      ...{ words: '', statuses: [], speakers: [], importances: [], acceptsTags: null },
      ...{ unchecked: false, disputed: false },
    },
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return {
    columns,
    rows,
    cellOf(claimId, columnId) {
      const claim = records.get('claim', claimId);
      const column = byId.get(columnId);
      return claim === null || column === undefined ? null : matrixCell(records, claim, column);
    },
  };
}

function clustersOf(clusters: readonly ArticleCluster[]): ClusterOf {
  const facts = new Map(
    clusters.flatMap(({ id, members }) => {
      const firstId = members[0]?.articleId;
      if (firstId === undefined) return [];
      return members.map(
        ({ articleId }) => [articleId, { id, firstId, size: members.length }] as const,
      );
    }),
  );
  return (id) => facts.get(id) ?? null;
}

/** A brief that is kept nowhere; its date is that of the latest change in it, so that the same matrix is the same bytes. */
function matrixBundle(
  records: RecordSource,
  title: string,
  content: readonly RichTextNode[],
): BriefBundle {
  const epoch = '1970-01-01T00:00:00.000Z' as Instant;
  const brief: BriefRecord = {
    ...{ kind: 'brief', id: '00000000-0000-7000-8000-000000000000' as BriefRecord['id'] },
    ...{ createdAt: epoch, modifiedAt: epoch, author: '', rev: 1 },
    ...{ title, content: { type: 'doc', content } },
  };
  const bundle = gatherBrief(records, brief);
  let modifiedAt = epoch;
  for (const record of [...bundle.annotations, ...bundle.claims, ...bundle.evidence]) {
    if (record.modifiedAt > modifiedAt) ({ modifiedAt } = record);
  }
  return { ...bundle, brief: { ...bundle.brief, createdAt: modifiedAt, modifiedAt } };
}

const explanation: RichTextNode = {
  type: 'paragraph',
  content: [
    {
      type: 'text',
      text: '“Silent” is the analyst’s word that a source does not mention a claim, with the search that showed it. “Not yet checked”: nobody has looked. “Counts with”: the source copies another one.',
    },
  ],
};
