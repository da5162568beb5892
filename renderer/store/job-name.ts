const several = /^Import ([\d.,]+) articles?$/;
const one = /^Import “.*”$/su;

/**
 * The name of a step that a job made in several changes, from that of the step so far and of one change more: each says
 * only how many articles it brought itself. Names of another kind: the first one stands for all.
 */
export function jobName(soFar: string, more: string): string {
  // All changes of a file of another program are called alike: its records are no articles.
  if (soFar === more && one.test(soFar)) return soFar;
  const [first, second] = [countIn(soFar), countIn(more)];
  return first === null || second === null ? soFar : `Import ${first + second} articles`;
}

function countIn(name: string): number | null {
  if (one.test(name)) return 1;
  const digits = several.exec(name)?.[1];
  return digits === undefined ? null : Number(digits.replaceAll(/\D/g, ''));
}
