import { expect, test } from 'vitest';
import { suggestionsHere } from '../support/suggestion-threads.ts';
import { dismiss, ferry, suggested, suggestingProject } from './suggesting.ts';

test('what was found in texts is counted apart from what is decided of it', async () => {
  const project = await suggestingProject(suggestionsHere, { betweenStates: 0 });
  const [first] = await project.add({ text: ferry.first }, { text: ferry.second });
  if (first === undefined) throw new Error('There is no article.');
  const { suggestions } = await suggested(project);
  const [any] = suggestions;
  if (any === undefined) throw new Error('There is no suggestion.');
  const before = project.suggestions.state;
  expect(before.found).toBeGreaterThan(0);
  const decision = await dismiss(project, any);
  await project.suggestions.whenIdle();
  const decided = project.suggestions.state;
  expect(decided.version).toBeGreaterThan(before.version);
  expect(decided.found).toBe(before.found);
  await project.change({ removed: [decision] });
  await project.suggestions.whenIdle();
  const undecided = project.suggestions.state;
  expect(undecided.version).toBeGreaterThan(decided.version);
  expect(undecided.found).toBe(before.found);
  // A date is part of what facts are found in, and another article may say anything.
  const dated = await project.update(first, { corrected: { published: '2024-02-08' } });
  await project.suggestions.whenIdle();
  const { found } = project.suggestions.state;
  expect(found).toBeGreaterThan(before.found);
  await project.update(dated, { starred: true });
  await project.suggestions.whenIdle();
  expect(project.suggestions.state.found).toBe(found);
  await project.add({ text: ferry.third });
  await project.suggestions.whenIdle();
  expect(project.suggestions.state.found).toBeGreaterThan(found);
});
