import { decodeText } from '../decode-text.ts';
import {
  ExchangeFault,
  type ImportContext,
  type ImportFile,
  type ImportInput,
} from '../exchange-format.ts';

/** A project's XML and the files that it names. */
export interface ProjectFiles {
  readonly xml: string;
  /** The file that a path of the XML means; `null`: it is not in the package. */
  find(path: string): ImportFile | null;
}

const mostXml = 400_000_000;

/**
 * Finds the XML among what the analyst chose: a QDPX, the folder that one was unpacked to, or the XML alone. It is
 * `project.qde` in any case, else the only `*.qde`, in the root or in the folder that somebody packed. Throws `ExchangeFault`
 * where there is none or there are several.
 */
export async function projectFiles(
  input: ImportInput,
  context: Pick<ImportContext, 'unpack'>,
): Promise<ProjectFiles> {
  const [only] = input.files;
  let files = input.files;
  if (only !== undefined && input.files.length === 1) {
    const head = await firstBytes(only);
    if (head[0] === 0x50 && head[1] === 0x4b) files = await context.unpack(only);
    else return { xml: await xmlOf(only), find: () => null };
  }
  const project = projectFile(files);
  const folder = project.name.slice(0, project.name.lastIndexOf('/') + 1);
  const byName = new Map(files.map((file) => [file.name.toLowerCase(), file]));
  const find = (path: string): ImportFile | null => {
    for (const name of namesOf(path)) {
      const found = byName.get(`${folder}${name}`.toLowerCase());
      if (found !== undefined) return found;
    }
    return null;
  };
  return { xml: await xmlOf(project), find };
}

function projectFile(files: readonly ImportFile[]): ImportFile {
  const projects = files.filter(({ name }) => /\.qde$/i.test(name));
  const inRoot = projects.filter(({ name }) => !name.includes('/'));
  const among = inRoot.length > 0 ? inRoot : projects;
  const named = among.filter(({ name }) => /(?:^|\/)project\.qde$/i.test(name));
  const [found, other] = named.length === 1 ? named : among;
  if (found === undefined) {
    throw new ExchangeFault(
      'There is no project in this file. A REFI-QDA project (QDPX) holds one file whose name ends in .qde: choose another file.',
    );
  }
  if (other !== undefined) {
    throw new ExchangeFault(
      `There are several projects in this file (${found.name}, ${other.name}). Take it apart, and import one of them.`,
    );
  }
  return found;
}

/**
 * What a path may mean, most likely first: `internal://` is the folder `sources`, as are bare names of some programs;
 * `relative://` and absolute paths lie outside the package, where the file may have been put in nevertheless.
 */
function namesOf(path: string): readonly string[] {
  const parts = withoutEscapes(path)
    .replace(/^[a-z]+:\/\//i, '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => !/^(?:\.{0,2}|[a-z]:)$/i.test(part));
  const last = parts.at(-1);
  if (last === undefined) return [];
  const whole = parts.join('/');
  return [`sources/${whole}`, whole, `sources/${last}`];
}

function withoutEscapes(path: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(path) ? decodeURIComponent(path) : path;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return path;
  }
}

async function xmlOf(file: ImportFile): Promise<string> {
  return decodeText(await file.bytes(mostXml)).text.replace(/^\ufeff/, '');
}

async function firstBytes(file: ImportFile): Promise<Uint8Array> {
  for await (const chunk of file.chunks()) {
    if (chunk.length > 0) return chunk;
  }
  return new Uint8Array();
}
