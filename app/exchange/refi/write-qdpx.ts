import type { ClaimRecord } from '../../record/records.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { planExport } from '../export-plan.ts';
import {
  loseOf,
  tellEarlierPlaces,
  tellKinds,
  tellLostKinds,
  tellLostRelations,
} from '../lost-kinds.ts';
import { writeZip, type ZippedText } from '../zip/write-zip.ts';
import { projectXml } from './project-xml.ts';

/**
 * Writes a project as REFI-QDA 1.5 (QDPX), by rules J10 to J12: `project.qde`, valid after Project.xsd, and each text in
 * `sources`. Positions count code points of that file, which is UTF-8 with line feeds and without a byte order mark.
 */
export const refiWriter: ExchangeWriter = {
  id: 'refi-qda',
  async *write(context) {
    const { records } = context;
    if (records.count('article') + records.count('tag') + records.count('claim') === 0) {
      throw new ExchangeFault('There is nothing to export yet: no articles, tags or claims.');
    }
    yield* writeZip(files(context));
    tellLost(context);
  },
};

async function* files(context: ExportContext): AsyncGenerator<ZippedText> {
  const plan = await planExport(context, tellKinds(context));
  yield { path: 'project.qde', content: projectXml(context, plan) };
  const total = plan.sources.length;
  for (const [index, { guid, revision }] of plan.sources.entries()) {
    context.progress(total + index, total * 2);
    const text = await context.texts.read(revision.hash);
    if (text === null) {
      throw new ExchangeFault(
        'A text went missing during the export. Check the project, and try again.',
      );
    }
    yield { path: `sources/${guid}.txt`, content: [text.text] };
  }
}

function tellLost(context: ExportContext): void {
  const why = 'REFI-QDA has no place for it.';
  loseOf(context, ['Keys of tags', why], 'tag', ({ key }) => key !== null);
  const isAsked = ({ questions }: ClaimRecord): boolean => (questions?.length ?? 0) > 0;
  loseOf(context, ['Questions to claims', why], 'claim', isAsked);
  loseOf(context, ['Who made claims, and when', why], 'claim');
  tellLostRelations(context, why);
  tellLostKinds(context, why);
  tellEarlierPlaces(context, why);
}
