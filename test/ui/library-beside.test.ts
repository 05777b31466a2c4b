/** The records beside the one that is looked at, in the list that the reader came from. */
import { describe, expect, it } from 'vitest';
import type { LibraryRow } from '@/core/model/library';
import { besideOf } from '@/ui/library/shell';
import type { LibraryState } from '@/ui/library/state';

const row = (n: number): LibraryRow => ({ id: `world:s${n}`, name: `Subject ${n}`, kind: 'person', claims: n, pack: null });
const at = (id: string | null, here: readonly number[], total: number | null = 300) =>
  besideOf({
    place: { section: 'actors', id },
    lists: { actor: { total, rows: new Map(here.map((n) => [n, row(n)])) } },
  } as unknown as LibraryState);

describe('beside a record', () => {
  it('are its neighbours in the list, and where it stands', () => {
    expect(at('world:s7', [6, 7, 8])).toEqual({ at: 8, total: 300, before: '#actors/world%3As6', after: '#actors/world%3As8' });
  });

  it('is nobody at an end, and where the list holds it no more', () => {
    expect(at('world:s0', [0], 1)).toEqual({ at: 1, total: 1, before: null, after: null });
    expect(at('world:s9', [1, 2])).toBe(null);
    expect(at(null, [1])).toBe(null);
    expect(at('world:s1', [1], null)).toBe(null);
  });
});
