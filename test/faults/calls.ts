/** The functions of in-page.ts, called in a page from here. */
import type { Page } from 'puppeteer-core';
import type { faults } from './in-page';

type InPage = typeof faults;
type Callable = Exclude<keyof InPage, 'import' | 'writeInPlace'>;

/** Runs one of them and gives back what it answers. */
export const inPage = <C extends Callable>(page: Page, what: C, ...input: Parameters<InPage[C]>) =>
  page.evaluate(`faults.${what}(...${JSON.stringify(input)})`) as Promise<Awaited<ReturnType<InPage[C]>>>;
