/**
 * One reader to a page, though the script may be started twice (by the manifest and by the popup's switch).
 * The note is left in the extension's own world, which the page cannot see.
 */

export interface Claim {
  /** Is this reader still at work? */
  alive(): boolean;
  end(): void;
}

const KEY = Symbol.for('reader');

/** Takes the page; false where a living reader has it. One that is no longer alive is ended first. */
export function claimPage(world: object, claim: Claim): boolean {
  const held = world as { [KEY]?: Claim };
  const before = held[KEY];
  if (before?.alive()) return false;
  before?.end();
  held[KEY] = claim;
  return true;
}
