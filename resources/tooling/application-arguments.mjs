import { resolve } from 'node:path';

const pathOptions = new Set(['--project', '--user-data-dir']);
const pathListOptions = new Set(['--import']);
const projectOptions = ['--project', '--sample'];

/**
 * The arguments for the application, from those given to `npm start --`: relative paths are made
 * absolute, as seen from the folder in which npm was called, and without any that names a project
 * `--sample` is added. Everything unknown is passed through for the application to judge.
 *
 * `--user-data-dir DIR` becomes `--user-data-dir=DIR`, the only form that Chromium reads.
 * @param {readonly string[]} args
 * @param {string} folder absolute
 */
export function applicationArguments(args, folder) {
  /** @type {string[]} */
  const result = [];
  let inList = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const [option, value] = splitOption(arg);
    if (pathOptions.has(option)) {
      inList = false;
      if (value === undefined) index += 1;
      const path = value ?? args[index];
      if (path === undefined) result.push(option);
      else if (option === '--user-data-dir') result.push(`${option}=${resolve(folder, path)}`);
      else result.push(option, resolve(folder, path));
    } else if (pathListOptions.has(option)) {
      inList = true;
      result.push(option);
      if (value !== undefined) result.push(resolve(folder, value));
    } else if (arg.startsWith('-')) {
      inList = false;
      result.push(arg);
    } else {
      result.push(inList ? resolve(folder, arg) : arg);
    }
  }
  return namesProject(result) ? result : [...result, '--sample'];
}

/** @param {readonly string[]} args */
function namesProject(args) {
  return args.some((arg) => projectOptions.includes(splitOption(arg)[0]));
}

/**
 * @param {string} arg
 * @returns {[option: string, value: string | undefined]}
 */
function splitOption(arg) {
  const equals = arg.indexOf('=');
  if (!arg.startsWith('--') || equals < 0) return [arg, undefined];
  return [arg.slice(0, equals), arg.slice(equals + 1)];
}
