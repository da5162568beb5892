import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { reviewView } from '../../../../renderer/session/review/review-view.ts';
import { SessionContext } from '../../../../renderer/views/parts/session-context.ts';
import { ReviewScores } from '../../../../renderer/views/review/review-scores.tsx';
import { searchWindow } from '../../search/searching.tsx';

test('Z4: a score is kept that was chosen just before the scores were closed', async () => {
  const { session } = await searchWindow([['Two premiers speak', 'The tunnel will open.']]);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  root.render(
    createElement(SessionContext.Provider, { value: session }, createElement(ReviewScores)),
  );
  await expect.poll(() => place.querySelector('input[type="range"]')).not.toBeNull();
  const slider = place.querySelector<HTMLInputElement>('input[type="range"]');
  if (slider === null) throw new RangeError('A slider is drawn.');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  set?.call(slider, '85');
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  root.unmount();
  expect(Object.values(reviewView(session).least)).toContain(0.85);
  place.remove();
});
