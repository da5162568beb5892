// For the screens, which ask the session for what the rooms below it know of links.
export { linkCurve } from '../../../app/link/link-curve.ts';
export { endRecord, linkStart } from '../../../app/link/link-ends.ts';
export { linkLines, linkTypeDraft } from '../../../app/link/link-types.ts';
export { linksSeenFrom } from '../../../app/link/links-seen.ts';
