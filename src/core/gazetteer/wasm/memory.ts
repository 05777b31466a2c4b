/**
 * Room in a machine's memory, taken from one place on and never given back: the memory is let go with the machine. Knows nothing of what
 * lies in it. AssemblyScript: compiled by scripts/build/scanner.ts.
 */

let free: i32 = 0;

/** Everything from this byte on may be taken. Without it all of memory may. */
export function takeFrom(at: i32): void {
  free = at;
}

/** So many bytes of memory that is zeros. */
export function allocate(bytes: i32): i32 {
  const at = free;
  free = (at + bytes + 7) & ~7;
  const missing = ((free + 0xffff) >>> 16) - memory.size();
  if (missing > 0) memory.grow(missing);
  return at;
}
