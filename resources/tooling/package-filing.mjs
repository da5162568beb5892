import { packageLayers, rooms } from './layers.mjs';

/**
 * What is wrong with the filing of packages, one sentence each: every package that package.json names
 * is filed under exactly one layer of layers.mjs, and nothing else is.
 * @param {{dependencies?: Record<string, string>, devDependencies?: Record<string, string>}} description
 *   the content of package.json
 */
export function filingFaults(description) {
  const declared = [
    ...Object.keys(description.dependencies ?? {}),
    ...Object.keys(description.devDependencies ?? {}),
  ];
  const filed = Object.entries(packageLayers).flatMap(([layer, { packages }]) =>
    Object.keys(packages).map((name) => ({ name, layer })),
  );
  const faults = declared
    .filter((name) => !filed.some((entry) => entry.name === name))
    .map((name) => `${name} is filed under no layer of resources/tooling/layers.mjs`);
  for (const [index, { name, layer }] of filed.entries()) {
    const earlier = filed.slice(0, index).find((entry) => entry.name === name);
    if (earlier) faults.push(`${name} is filed twice, under ${earlier.layer} and ${layer}`);
    if (!declared.includes(name)) faults.push(`${name} is filed under ${layer} but not installed`);
  }
  for (const [layer, { rooms: users }] of Object.entries(packageLayers)) {
    for (const room of users) {
      if (!(room in rooms)) faults.push(`the layer ${layer} names the unknown room ${room}`);
    }
  }
  return faults;
}

/**
 * The packages that a room may import.
 * @param {string} room
 */
export function packagesFor(room) {
  return Object.values(packageLayers)
    .filter((layer) => layer.rooms.includes(room))
    .flatMap((layer) => Object.keys(layer.packages));
}
