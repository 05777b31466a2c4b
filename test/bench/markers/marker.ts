/** What a script of this folder puts into the page: contenders for the first scan and mark, by name. */

/** Marks the page and gives the number of marks. `packed`: the names as the background hands them out. */
export type Marker = (names: readonly string[], packed: Uint8Array) => number;

export function offer(markers: Readonly<Record<string, Marker>>): void {
  Object.assign(globalThis, { markers });
}
