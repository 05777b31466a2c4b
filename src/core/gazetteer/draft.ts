/**
 * A gazetteer before it is packed: what packed.ts draws, sorted and with nothing hashed away. The compiler makes one of names
 * (spellings.ts), the packer bytes of it (pack.ts). The same names always give the same draft, in whatever steps they came.
 * Shapes only.
 */

/** All subjects, each in its place. */
export interface SubjectTable {
  readonly count: number;
  /** As `kinds` and `countries` in packed.ts. */
  readonly kinds: Uint8Array;
  readonly countries: Uint8Array;
  /** What ids begin with, up to the first colon; '' among them where one has none. */
  readonly prefixes: readonly string[];
  /** Index in {@link prefixes} of each subject's. */
  readonly prefixOf: Uint32Array;
  /** What follows it, UTF-8, end to end; `restsFrom` has one more than there are subjects. */
  readonly rests: Uint8Array;
  readonly restsFrom: Uint32Array;
  /** How many of each subject's names are compiled in. */
  readonly names: Uint32Array;
  /** Pairs of a subject and START_WORDS + 1 times the first letter of a name of it that may begin small, plus its second; see `starts` in packed.ts. */
  readonly starts: Uint32Array;
}

/** The prefixes of all names that end at a word's end, in the order of their hashes as numbers of 64 bits. */
export interface PrefixTable {
  readonly count: number;
  /** The halves of the hashes. */
  readonly lower: Uint32Array;
  readonly upper: Uint32Array;
  /** Index + 1 of the prefix that is one word shorter; 0 for first words. */
  readonly parent: Uint32Array;
  /** Where the records begin of the names that end here; one more than there are prefixes. */
  readonly recordsFrom: Uint32Array;
  /** As the records in packed.ts, without LAST_OF_GROUP: by subject, and of each in the order of compiling. */
  readonly who: Uint32Array;
  readonly rule: Uint32Array;
}

export interface Draft {
  readonly subjects: SubjectTable;
  readonly prefixes: PrefixTable;
}
