import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { expectInspected, highlight, tag, tagsShown } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, said, showView } from '../support/areas.ts';
import { exportAndProve } from '../support/exporting.ts';
import { articleRow, openArticle, openBeside, pane, whenSaved } from '../support/reading.ts';

const corpus = join(repositoryRoot, '..', 'shared', 'corpus', 'xi-putin-calls');
const files = filesOf(corpus);
const cnn = /^000_c1cfa/;
const greetings = /^From holiday wishes/;
const interests =
  'safeguard the national sovereignty, security and development interests of their respective countries,';
const echoed = '“sovereignty, security, and development interests,”';

test('the main path on five real articles from the command line (A1, C2, C4)', async ({
  start,
  folder,
}) => {
  test.skip(files.length === 0, 'The folder ../shared/corpus/xi-putin-calls is not there.');
  const project = join(folder, 'Calls');
  const launched = await start({ args: ['--project', project, '--import', ...files] });
  const { window } = launched;
  const first = pane(window, cnn);
  const second = pane(window, greetings);

  await test.step('import', async () => {
    await articlesCounted(window, 5);
    await said(window, '5 articles added.');
    await expect(articleRow(window, greetings)).toBeVisible();
  });

  await test.step('read two side by side, highlight and tag', async () => {
    await openArticle(window, cnn);
    await highlight(first, interests);
    await tag(window, 'sovereignty');
    await expect(tagsShown(window)).toHaveText(['sovereignty']);
    await openBeside(window, greetings);
    await highlight(second, echoed, '1');
    await expect(tagsShown(window)).toHaveText(['sovereignty']);
  });

  await test.step('link, claim, and from the claim to its passage', async () => {
    await window.keyboard.press('l');
    await window.keyboard.press('Control+Enter');
    await expect(first).toBeFocused();
    await window.keyboard.press('[');
    await expectInspected(window, interests);
    await window.keyboard.press('l');
    await window
      .getByRole('dialog', { name: 'Link' })
      .getByRole('radio', { name: 'quotes' })
      .check();
    await window.keyboard.press('Enter');
    await expect(
      inspector(window).getByRole('button', { name: /^Follow link: is quoted by/ }),
    ).toBeVisible();
    await expect(first).toBeFocused();
    await window.keyboard.press('c');
    const dialog = window.getByRole('dialog', { name: 'Claim from this passage' });
    await dialog.getByRole('combobox', { name: 'Speaker' }).fill('Xi Jinping');
    await dialog.getByRole('button', { name: 'Make claim' }).click();
    await showView(window, 'Claims');
    await window.getByRole('button', { name: /^Claim C1/ }).click();
    await inspector(window)
      .getByRole('button', { name: /^Open passage/ })
      .click();
    await expect(first).toBeFocused();
    await expectInspected(window, interests);
  });

  await test.step('send passage and claim to a brief and export it, every quotation verbatim', async () => {
    await window.keyboard.press('b');
    await showView(window, 'Claims');
    await window.getByRole('button', { name: /^Claim C1/ }).click();
    await inspector(window).getByRole('button', { name: 'Send to brief' }).click();
    await showView(window, 'Brief');
    await whenSaved(window);
    await exportAndProve(launched, project, folder, [interests]);
  });
});

/** The corpus' files; none where it is absent. */
function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
