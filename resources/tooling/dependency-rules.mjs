import { packageLayers, rooms } from './layers.mjs';
import { packagesFor } from './package-filing.mjs';

/** @typedef {import('dependency-cruiser').IForbiddenRuleType} Rule */

const sources = '^(?:app|main|renderer)/';
const shippedResources = '^resources/(?:styles|icons)/';

/**
 * The import rules as dependency-cruiser reads them, made from the table in layers.mjs. A room's
 * rules are called `<what>/<room>`: `room/app/article` refuses an import of a room above it,
 * `types/...` a value where only types may be imported, `package/...` a package that is filed
 * elsewhere, `node/...` a module of Node.
 * @returns {Rule[]}
 */
export function dependencyRules() {
  return [
    ...Object.keys(rooms).flatMap(roomRules),
    {
      name: 'no-room',
      comment: 'A source file lies in a room that layers.mjs names, and imports only such files.',
      severity: 'error',
      from: { path: sources },
      to: { path: sources, pathNot: roomPaths(Object.keys(rooms)) },
    },
    {
      name: 'outside',
      comment: 'Sources import sources. Tests, tooling and the sample project are not among them.',
      severity: 'error',
      from: { path: sources },
      to: { path: '^(?:test|resources|out)/', pathNot: shippedResources },
    },
    {
      name: 'unresolved',
      comment: 'The imported file or package is not there, or package.json does not name it.',
      severity: 'error',
      from: { path: sources },
      to: { couldNotResolve: true },
    },
    {
      name: 'undeclared-package',
      comment: 'A package that another package brought along may leave with it: install it.',
      severity: 'error',
      from: { path: sources },
      to: { path: 'node_modules/', pathNot: packagePaths(allPackages()) },
    },
    {
      name: 'circular',
      comment: 'Files that need each other to be evaluated. Types may go round.',
      severity: 'error',
      from: { path: sources },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ];
}

/**
 * @param {string} room
 * @returns {Rule[]}
 */
function roomRules(room) {
  const description = rooms[room];
  if (!description) throw new Error(`There is no room ${room}`);
  const { imports, typesOf = [], node = false, resources = false } = description;
  const from = { path: roomPath(room) };
  const values = [roomPath(room), ...roomPaths(imports)];
  const everything = [...values, ...roomPaths(typesOf)];
  /** @type {Rule[]} */
  const rules = [
    {
      name: `room/${room}`,
      comment: `${room} imports ${sentence([...imports, ...typesOf.map((of) => `types of ${of}`)])}`,
      severity: 'error',
      from,
      to: { path: sources, pathNot: everything },
    },
    {
      name: `package/${room}`,
      comment: `${room} uses ${sentence(packagesFor(room))}`,
      severity: 'error',
      from,
      to: { path: packagePaths(allPackages()), pathNot: packagePaths(packagesFor(room)) },
    },
  ];
  if (typesOf.length > 0) {
    rules.push({
      name: `types/${room}`,
      comment: `Of ${sentence(typesOf)} ${room} imports types only`,
      severity: 'error',
      from,
      to: { path: roomPaths(typesOf), pathNot: values, dependencyTypesNot: ['type-only'] },
    });
  }
  if (!node) {
    rules.push({
      name: `node/${room}`,
      comment: `${room} runs where there is no Node`,
      severity: 'error',
      from,
      to: { dependencyTypes: ['core'] },
    });
  }
  if (!resources) {
    rules.push({
      name: `resources/${room}`,
      comment: `${room} has no looks`,
      severity: 'error',
      from,
      to: { path: shippedResources },
    });
  }
  return rules;
}

function allPackages() {
  return Object.values(packageLayers).flatMap((layer) => Object.keys(layer.packages));
}

/** @param {string} room */
function roomPath(room) {
  return `^${room}/`;
}

/** @param {readonly string[]} names */
function roomPaths(names) {
  return names.map(roomPath);
}

/**
 * Not anchored: how far up node_modules lies is no business of these rules.
 * @param {readonly string[]} names
 */
function packagePaths(names) {
  return `(?:^|/)node_modules/(?:${[...names, '\\0'].join('|')})/`;
}

/** @param {readonly string[]} parts */
function sentence(parts) {
  return parts.length > 0 ? parts.join(', ') : 'nothing else';
}
