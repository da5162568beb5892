import { expect, type Page, test } from '@playwright/test';
import { said } from './areas.ts';

export type UndoneStep = {
  /** How the change's name begins, as undo says it. */
  readonly name: string;
  /** Holds while the change is not made, on the screen. */
  readonly before: () => Promise<void>;
  /** Holds once it is made. */
  readonly after: () => Promise<void>;
  readonly change: () => Promise<void>;
};

/** Makes a change, takes it back and makes it again, and looks at the screen each time. It stays made. */
export async function undoAndRedo(window: Page, step: UndoneStep): Promise<void> {
  await test.step(`undo and redo: ${step.name}`, async () => {
    await step.before();
    await step.change();
    await step.after();
    await window.keyboard.press('Control+z');
    await said(window, `Undid: ${step.name}`);
    await step.before();
    await window.keyboard.press('Control+Shift+z');
    await said(window, `Did again: ${step.name}`);
    await step.after();
  });
}

/** `before` and `after` of something that is counted. */
export function counted(
  locator: () => ReturnType<Page['locator']>,
  before: number,
  after: number,
): Pick<UndoneStep, 'before' | 'after'> {
  return {
    before: () => expect(locator()).toHaveCount(before),
    after: () => expect(locator()).toHaveCount(after),
  };
}
