/**
 * The reader in parts. reader.js runs on every news page and stays small; what is needed only on articles, or only after the
 * reader did something, is in files of its own that the background puts into the page when asked (`page/part`). They run in
 * the extension's own world of the page, which the page cannot see, and meet there at one handle on its global object.
 * Knows how parts are found, nothing of what they do: to add one, name its file in PART_FILES and its type here, offer it in
 * an entrypoint, and ask for it where it is needed.
 */
import { fail, ok, type Result } from '@/core/result';
import type { PART_FILES } from '@/platform/reader-files';
import type { StartCard } from './card/contract';
import type { StartClaims } from './claims/contract';
import type { Ask } from './contract';
import type { StartLines } from './lines/contract';

export type PartName = keyof typeof PART_FILES;

/** What each part is: best a function that is given all it works with, so that nothing but it is shared. */
export interface Parts {
  readonly card: StartCard;
  readonly claims: StartClaims;
  readonly lines: StartLines;
}

/** Gives a part, put into the page first where it is not there yet. A fault where the browser keeps us out, or the page is gone. */
export type NeedPart = <N extends PartName>(name: N) => Promise<Result<Parts[N]>>;

const KEY = Symbol.for('parts');
type World = { [KEY]?: Partial<Parts> };

/** What a part's own script does: leaves the part at the handle. `world` is the isolated world's global object. */
export function offerPart<N extends PartName>(world: object, name: N, part: Parts[N]): void {
  const held = world as World;
  held[KEY] = { ...held[KEY], [name]: part };
}

/** Asked again after a fault, because the next answer may be another; never put in twice at once. */
export function createNeedPart(world: object, ask: Ask): NeedPart {
  const held = world as World;
  const asked = new Map<PartName, Promise<Result<true>>>();
  return async (name) => {
    if (!held[KEY]?.[name]) {
      const asking = asked.get(name) ?? ask('page/part', { part: name });
      asked.set(name, asking);
      const answer = await asking;
      asked.delete(name);
      if (!answer.ok) return answer;
    }
    const part = held[KEY]?.[name];
    return part ? ok(part) : fail('part-missing', 'A part of Sidelight did not start on this page. Reload the page to try again.');
  };
}
