/** A tag's name as it is compared, see there. */
export { foldName as foldTagName } from '../base/fold-name.ts';
