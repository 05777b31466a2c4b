/** Scan and link in one step, for whoever has the whole article and the gazetteer in one place. */
import type { Gazetteer } from '../gazetteer/types';
import type { BlockLinks } from '../model/mention';
import { link } from './link';

/** What the blocks of one article name, given in reading order; one answer per block, offsets into that block. */
export function detect(gazetteer: Gazetteer, texts: readonly string[]): BlockLinks[] {
  return link(
    gazetteer,
    texts.map((text) => ({ text, matches: gazetteer.scan(text) })),
  );
}
