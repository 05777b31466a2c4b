/** The ids of subjects as packed.ts draws them: the prefixes that most have stand once. */
import type { SubjectTable } from './draft';
import { MOST_PREFIXES, PREFIX_SHIFT, START_MASK } from './packed';

/** All ids, and where each starts in bytes and with which prefix, with the end of the last. Throws a RangeError where they take more than 268 MB. */
export function arrangeIds({ count, prefixes, prefixOf, rests, restsFrom }: SubjectTable): {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly prefixBytes: number;
} {
  const encoder = new TextEncoder();
  const bearers = new Uint32Array(prefixes.length);
  for (let i = 0; i < count; i++) bearers[prefixOf[i] ?? 0] = (bearers[prefixOf[i] ?? 0] ?? 0) + 1;
  // The prefixes that most ids have, at most as many as have a number.
  const common = prefixes
    .map((prefix, i) => ({ prefix, i, bearers: bearers[i] ?? 0 }))
    .filter((each) => each.bearers > 0 && each.prefix !== '' && !each.prefix.includes('\n'))
    .sort((a, b) => b.bearers - a.bearers || (a.prefix < b.prefix ? -1 : 1))
    .slice(0, MOST_PREFIXES);
  const numbers = new Uint8Array(prefixes.length);
  common.forEach(({ i }, at) => {
    numbers[i] = at + 1;
  });
  const head = encoder.encode(common.map(({ prefix }) => `\n${prefix}`).join(''));
  /** What stands before the rest of an id whose prefix has no number. */
  const written = prefixes.map((prefix, i) => encoder.encode(numbers[i] ? '' : prefix));
  const length = written.reduce((sum, prefix, i) => sum + prefix.length * (bearers[i] ?? 0), head.length + rests.length);
  if (length > START_MASK) throw new RangeError(`a gazetteer holds at most ${START_MASK} bytes of ids, not ${length}`);
  const bytes = new Uint8Array(length);
  bytes.set(head);
  const starts = new Uint32Array(count + 1);
  let at = head.length;
  /** First byte of the rests that are not copied yet: those whose prefix has a number are copied together. */
  let copied = 0;
  for (let i = 0; i < count; i++) {
    const prefix = prefixOf[i] ?? 0;
    const from = restsFrom[i] ?? 0;
    const number = numbers[prefix] ?? 0;
    starts[i] = (number << PREFIX_SHIFT) | at;
    if (number === 0) {
      const before = written[prefix] ?? new Uint8Array();
      bytes.set(rests.subarray(copied, from), at - (from - copied));
      copied = from;
      bytes.set(before, at);
      at += before.length;
    }
    at += (restsFrom[i + 1] ?? 0) - from;
  }
  bytes.set(rests.subarray(copied), at - (rests.length - copied));
  starts[count] = at;
  return { bytes, starts, prefixBytes: head.length };
}
