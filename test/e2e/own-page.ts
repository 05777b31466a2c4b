/** What a reader does on one of the extension's own pages, and what such a page asks the background: for tests in both browsers. */
import type { Page } from 'puppeteer-core';
import { until, WAIT_MS } from '../../scripts/drive/driver';

/** Everything that the page says, on one line. */
export const words = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

/** Waits until the page says so. */
export const seen = (page: Page, text: string) => until(`"${text}"`, async () => (await words(page)).includes(text));

/** Presses the first button whose words begin so, once it can be pressed. */
export const press = (page: Page, label: string) =>
  until(`a button "${label}"`, () =>
    page.evaluate((label) => {
      const button = [...document.querySelectorAll('button')].find((each) => each.innerText.startsWith(label) && !each.disabled);
      button?.click();
      return Boolean(button);
    }, label),
  );

/** Presses what a selector finds with a real click, once it stands still: permissions are asked only within one. */
export async function click(page: Page, selector: string): Promise<void> {
  await page.bringToFront();
  await page.locator(selector).setTimeout(WAIT_MS).click();
}

/** Presses a button by its whole name where no permission is asked within that. */
export const pressNamed = (page: Page, label: string) =>
  until(`the button ${label}`, async () => {
    const button = await page.$(`::-p-aria([name="${label}"][role="button"])`);
    await button?.evaluate((element) => (element as HTMLElement).click());
    return button !== null;
  });

/** Types into a field in place of what it holds. */
export async function fill(page: Page, selector: string, text: string): Promise<void> {
  const field = await page.waitForSelector(selector);
  // Not selected by three clicks: on a busy machine Firefox takes them for single ones.
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(text);
}

/** Gives the page's first file input a file, as choosing one does. */
export const choose = (page: Page, name: string, text: string) =>
  page.evaluate(
    (name, text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no file input');
      const files = new DataTransfer();
      files.items.add(new File([text], name));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );

/** Asks the background as the page itself does; rejects where nobody answers. */
export const ask = <T>(page: Page, call: string, input: object) =>
  page.evaluate(
    async (call, input) => {
      const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }).chrome;
      return (await runtime.sendMessage({ to: 'background', call, input })) as { ok: boolean; value: unknown };
    },
    call,
    input,
  ) as Promise<{ ok: boolean; value: T }>;

/** Gives an input of the page a file, as choosing one does; `base64` of its bytes. */
export const chooseBytes = (page: Page, input: string, name: string, base64: string) =>
  page.evaluate(
    (selector, name, base64) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      if (!input) throw new Error(`no ${selector}`);
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    input,
    name,
    base64,
  );

/** What the page's worker writes as a backup, as base64; the settings come from the background, as the page's own button has them. */
export async function backup(page: Page): Promise<string> {
  const settings = (await ask<object>(page, 'backup/settings', {})).value;
  return page.evaluate(
    (settings) =>
      new Promise<string>((done, failed) => {
        const worker = new Worker('import-worker.js', { type: 'module' });
        worker.onmessage = async ({ data }: MessageEvent<{ report: string; file?: Blob }>) => {
          worker.terminate();
          if (!data.file) return failed(new Error(JSON.stringify(data)));
          const bytes = new Uint8Array(await data.file.arrayBuffer());
          done(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
        };
        worker.postMessage({ order: 'backup', settings });
      }),
    settings,
  );
}
