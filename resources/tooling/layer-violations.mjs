import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dependencyRules } from './dependency-rules.mjs';
import { rooms } from './layers.mjs';

/**
 * @typedef {object} Violation
 * @property {string} rule as dependencyRules names it
 * @property {string} from path of the importing file, relative to the base folder
 * @property {string} to path or name of what it imports
 * @property {string} comment what the rule allows
 */

const sourceFolders = ['app', 'main', 'renderer'];

/**
 * The imports below `baseFolder` that break the rules. Type imports count as imports. Reads every
 * source file: about two seconds for some hundred.
 * @param {string} baseFolder holds app/, main/ and renderer/; an absent one counts as empty
 * @returns {Promise<Violation[]>}
 */
export async function layerViolations(baseFolder) {
  const folders = sourceFolders.filter((folder) => existsSync(join(baseFolder, folder)));
  if (folders.length === 0) return [];
  const { cruise } = await import('dependency-cruiser');
  const { output } = await cruise(folders, {
    baseDir: baseFolder,
    validate: true,
    ruleSet: { forbidden: dependencyRules() },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)out/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered: ${output}`);
  const comments = new Map(dependencyRules().map(({ name, comment }) => [name, comment]));
  return output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    comment: comments.get(rule.name) ?? '',
  }));
}

/**
 * Folders of sources that layers.mjs does not name, and source files outside of any: their imports
 * would follow no rule.
 * @param {string} baseFolder
 */
export function unknownRooms(baseFolder) {
  return sourceFolders
    .filter((folder) => existsSync(join(baseFolder, folder)))
    .flatMap((folder) =>
      readdirSync(join(baseFolder, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || /\.tsx?$/.test(entry.name))
        .map((entry) => `${folder}/${entry.name}`),
    )
    .filter((path) => !(path in rooms));
}
