/** Scan and link in one step, for whoever has the whole article and the gazetteer in one place. */
import type { Gazetteer } from '../gazetteer/types';
import type { Mention } from '../model/mention';
import { link } from './link';

/** The mentions in the blocks of one article, given in reading order; one list per block, offsets into that block. */
export function detect(gazetteer: Gazetteer, texts: readonly string[]): Mention[][] {
  return link(
    gazetteer,
    texts.map((text) => ({ text, matches: gazetteer.scan(text) })),
  );
}
