import { useEffect, useState } from 'react';

/**
 * A value as it was when the page was last painted: a new one is given out once the picture that it first came with is on the
 * screen. For what stands beside the text and may follow it by a frame, so that a highlight never waits for it.
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    if (Object.is(value, painted)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // The callback is before the picture, a task of its own behind it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(() => value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, painted]);
  return painted;
}
