import { afterEach, expect, test } from 'vitest';
import { drawCurves } from '../../../../renderer/views/links/draw-curves.ts';

afterEach(() => document.body.replaceChildren());

test('L10: an arrow leads to the marker that says how many more stand on the line of its passage', () => {
  document.body.innerHTML = `
    <div id="desk" style="position: relative; height: 300px; width: 600px">
      <div class="reader" style="position: absolute; left: 0; top: 0; width: 290px; height: 300px">
        <button class="reader-marker" data-key="a1" style="position: absolute; top: 20px">1</button>
      </div>
      <div class="reader" style="position: absolute; left: 300px; top: 0; width: 290px; height: 300px">
        <button class="reader-more" data-key="more b1" data-ids="b1 b2" style="position: absolute; top: 90px">+2</button>
      </div>
      <svg id="layer"><g class="link-curves"></g></svg>
    </div>`;
  const desk = document.querySelector<HTMLElement>('#desk');
  const layer = document.querySelector<SVGSVGElement>('#layer');
  if (desk === null || layer === null) throw new Error('Nothing to draw on.');
  const curve = {
    from: 'a1',
    relation: 'repeats',
    symmetric: false,
    line: 'solid',
    color: 0,
  } as const;
  const drawn = () =>
    [...layer.querySelectorAll<SVGElement>('.link-curve')].map((one) => one.dataset.to);
  drawCurves(layer, desk, [
    { ...curve, to: 'b2' },
    { ...curve, to: 'b' },
  ]);
  expect(drawn()).toEqual(['b2']);
});
