import type { SourceFormat } from '../../../../app/record/records.ts';
import { unzipEntries, usualUnzipLimits } from './unzip.ts';

const entriesLookedAt = 2_000;
const longestMediaType = 200;

const packedFormats: readonly SourceFormat[] = ['docx', 'odt', 'epub', 'zip'];

/**
 * What a ZIP archive is: a document in one, or an archive of files. One that is broken or packed oddly is what its name
 * says, so that its reader can say what is wrong. `null`: a spreadsheet, slides or a drawing.
 */
export async function formatOfArchive(
  bytes: Uint8Array,
  named: SourceFormat | null,
): Promise<SourceFormat | null> {
  const fallback = named !== null && packedFormats.includes(named) ? named : 'zip';
  let count = 0;
  for await (const entry of unzipEntries(bytes, usualUnzipLimits)) {
    count += 1;
    if (!entry.ok || count > entriesLookedAt) break;
    const { path, size } = entry.value;
    if (path === 'mimetype' && size <= longestMediaType) {
      const content = await entry.value.read();
      if (content.ok) {
        const type = new TextDecoder().decode(content.value).trim();
        if (type === 'application/epub+zip') return 'epub';
        if (/^application\/vnd\.oasis\.opendocument\.text\b/.test(type)) return 'odt';
        if (type.startsWith('application/vnd.oasis.opendocument.')) return null;
      }
    }
    if (/^word\/document\d*\.xml$/.test(path)) return 'docx';
    if (/^(?:xl\/workbook\.(?:xml|bin)|ppt\/presentation\.xml|visio\/document\.xml)$/.test(path)) {
      return null;
    }
    if (path === 'META-INF/container.xml') return 'epub';
  }
  return fallback;
}
