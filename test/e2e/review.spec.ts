import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said, statusLine } from '../support/areas.ts';
import { expectAccessible, expectNamedControls } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { whenSaved } from '../support/reading.ts';
import { atLine, kindButton, openReview, queue } from '../support/reviewing.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

const texts = sharedCorpus('xi-putin-calls').filter((path) => path.endsWith('.txt'));

test('Z2 to Z5: from an import to claims with evidence and a confirmed silence, by keys alone', async ({
  start,
  folder,
}) => {
  const { window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await openReview(window);
  await kindButton(window, 'Clusters').focus();
  await window.keyboard.press('Enter');
  await expect(kindButton(window, 'Clusters')).toHaveAttribute('aria-pressed', 'true');
  await window.keyboard.press('Tab');
  await queue(window).focus();
  await expectAccessible(window, 'the queue');
  await expectNamedControls(window);

  await test.step('a cluster becomes a claim; the next one has the keyboard', async () => {
    const cluster = queue(window).getByRole('option', { name: /promised this crossing/ });
    for (let step = 0; step < 12; step += 1) {
      if ((await cluster.getAttribute('data-at').catch(() => null)) !== null) break;
      await window.keyboard.press('j');
    }
    await expect(cluster).toHaveAttribute('data-at', 'true');
    await window.keyboard.press('a');
    await said(window, /^Accepted: claim C1 from \d passages/);
    await expect(queue(window)).toBeFocused();
    await expect(cluster).toHaveCount(0);
    await expect(atLine(window)).toHaveCount(1);
  });

  await test.step('another one is dismissed, taken back, dismissed and brought back', async () => {
    const words = await atLine(window).textContent();
    await window.keyboard.press('d');
    await said(window, /^Dismissed the cluster/);
    await expect(atLine(window)).not.toHaveText(words ?? '');
    await window.keyboard.press('u');
    await said(window, /^Undid: Dismiss the cluster/);
    await expect(atLine(window)).toHaveText(words ?? '');
    await window.keyboard.press('d');
    await said(window, /^Dismissed/);
    await kindButton(window, 'Dismissed').focus();
    await window.keyboard.press('Enter');
    await expect(queue(window).getByRole('option')).toHaveCount(1);
    // The letters act on the button of a kind as well.
    await window.keyboard.press('d');
    await said(window, /^Brought back 1 dismissed suggestion/);
    await expect(window.getByRole('heading', { name: 'Nothing was dismissed' })).toBeVisible();
    await expect(kindButton(window, 'Dismissed')).toBeFocused();
  });

  await test.step('accepted with changes: only these words, of another speaker', async () => {
    await kindButton(window, 'Quotations').focus();
    await window.keyboard.press('Enter');
    await queue(window).focus();
    await expect(queue(window).getByRole('option').first()).toHaveAttribute('data-at', 'true');
    await window.keyboard.press('e');
    const dialog = window.getByRole('dialog', { name: 'Accept the quotation with changes' });
    const wording = dialog.getByRole('textbox', { name: 'Wording' });
    await expect(wording).toBeFocused();
    const speaker = dialog.getByRole('combobox', { name: 'Speaker' });
    const name = await speaker.inputValue();
    expect(name).not.toBe('');
    await window.keyboard.type('Nobody offered to pay for more');
    await window.keyboard.press('Enter');
    await said(window, /^Accepted: claim C2 from 1 passage/);
    await expect(queue(window)).toBeFocused();
    // Whoever is known by now is offered at each letter.
    await expect(atLine(window)).toHaveCount(1);
    await window.keyboard.press('e');
    await speaker.fill('');
    await speaker.pressSequentially(name.slice(0, 3));
    const offered = dialog.getByRole('listbox', { name: 'Speakers' }).getByRole('option');
    await expect(offered.filter({ hasText: name }).first()).toBeVisible();
    await speaker.press('Escape');
    await expect(offered).toHaveCount(0);
    await closeWithEscape(dialog);
    await queue(window).focus();
  });

  await test.step('an article without the claim is proposed, and confirmed with its search', async () => {
    await kindButton(window, 'Silences').focus();
    await window.keyboard.press('Enter');
    await expect(queue(window).getByRole('option').first()).toBeVisible();
    await queue(window).focus();
    await expect(
      window.getByRole('region', { name: /^Suggestion: possible silence/ }),
    ).toContainText('No passage found');
    await window.getByRole('button', { name: 'File as evidence…' }).click();
    await expectAccessible(window, 'filing the nearest sentence');
    await closeWithEscape(window.getByRole('dialog'));
    await queue(window).focus();
    const search = await window.locator('.review-facts code').textContent();
    expect(search).toBeTruthy();
    await window.keyboard.press('a');
    await said(window, /^Accepted: silence of .+ on C\d/);
  });

  await test.step('the claims have their evidence', async () => {
    await whenSaved(window);
    await window.keyboard.press('Control+2');
    await expect(window.getByText('Nobody offered to pay for more').first()).toBeVisible();
    await expect(statusLine(window)).toContainText('annotations');
  });
});

test('the five real articles: two figures of trade with their years, a quotation in two wordings; passages open side by side and lead back', async ({
  start,
  folder,
}) => {
  test.skip(texts.length === 0, 'The folder xi-putin-calls of ../shared/corpus is not there.');
  const { window } = await start({ args: ['--project', join(folder, 'project')] });
  await window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await dropFiles(window, texts);
  await articlesCounted(window, 5);
  await openReview(window);
  await kindButton(window, 'Conflicts').focus();
  await window.keyboard.press('Enter');
  const trade = queue(window).getByRole('option', { name: /200 billion .*190 billion/ });
  await expect(trade.first()).toContainText('2022');
  await kindButton(window, 'Clusters').focus();
  await window.keyboard.press('Enter');
  const cluster = queue(window).getByRole('option').first();
  await expect(cluster).toContainText('withstood many trials and tribulations');
  await queue(window).focus();
  await expect(window.getByRole('region', { name: 'Suggestion: cluster' })).toContainText(
    'in 2 wordings',
  );
  await window.keyboard.press('a');
  await said(window, /^Accepted: claim C1 from \d passages/);
  await kindButton(window, 'Parallel passages').focus();
  await window.keyboard.press('Enter');
  await queue(window).focus();
  const second = queue(window).getByRole('option').nth(1);
  await expect(second).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(second).toHaveAttribute('data-at', 'true');
  await window.keyboard.press('e');
  const dialog = window.getByRole('dialog', { name: 'Accept the parallel passage with changes' });
  await expect(dialog.getByRole('combobox', { name: 'Link as' })).toBeFocused();
  await expectAccessible(window, 'accepting with changes');
  await closeWithEscape(dialog);
  await expect(queue(window)).toBeFocused();
  const words = await atLine(window).textContent();
  await window.keyboard.press('Enter');
  await expect(window.locator('[role="document"]')).toHaveCount(2);
  await expect(window.locator('[role="document"]:focus')).toHaveCount(1);
  await window.keyboard.press('Control+8');
  await expect(queue(window)).toBeFocused();
  await expect(atLine(window)).toHaveText(words ?? '');
  await command(window, 'How suggestions work');
  const page = window.getByRole('dialog', { name: 'How suggestions work' });
  await expect(page.getByRole('heading', { level: 3 })).toHaveCount(4);
  await expectAccessible(window, 'how suggestions work');
  await closeWithEscape(page);
  await expect(queue(window)).toBeFocused();
});
