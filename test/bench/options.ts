/** What the command line of `npm run bench` asks for. */

/** Fewer rounds, and no 100,000 names in pages. */
export const QUICK = process.argv.includes('--quick');

const ONLY = process.argv
  .find((option) => option.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

/** Is this table to be printed? */
export const wanted = (what: string): boolean => ONLY?.includes(what) ?? true;
