import { elementsIn, type XmlElement } from '../xml/read-xml.ts';
import { plainGuid } from './guid.ts';

/**
 * A transcript of a recording as the text source that it also is: selections of it run from one point of the recording to
 * another, and these points have positions in the text. A point without one leaves its selection without a position.
 */
export function transcriptSource(transcript: XmlElement): XmlElement {
  const positions = new Map<string, string>();
  for (const { attributes } of elementsIn(transcript, 'SyncPoint')) {
    const guid = plainGuid(attributes.guid);
    if (guid !== null && attributes.position !== undefined)
      positions.set(guid, attributes.position);
  }
  const positionOf = (point: string | undefined): string =>
    positions.get(plainGuid(point) ?? '') ?? '';
  const selections = elementsIn(transcript, 'TranscriptSelection').map((selection): XmlElement => {
    const { fromSyncPoint, toSyncPoint, ...attributes } = selection.attributes;
    const startPosition = positionOf(fromSyncPoint);
    const endPosition = positionOf(toSyncPoint);
    return {
      name: 'PlainTextSelection',
      attributes: { ...attributes, startPosition, endPosition },
      content: selection.content,
    };
  });
  const others = elementsIn(transcript).filter(
    ({ name }) => name !== 'SyncPoint' && name !== 'TranscriptSelection',
  );
  return {
    name: 'TextSource',
    attributes: transcript.attributes,
    content: [...others, ...selections],
  };
}
