/**
 * Module scripts that a page of the extension bears as data until something is in sight: browsers show what is behind a toolbar button
 * once its page is loaded, with every script that it names. The build marks them (scripts/build/after-first-frame.ts); a page that is
 * served while developing has none. Knows nothing of who runs them when.
 */

/** The type by which they are marked; no browser runs it. */
export const LATER = 'module-later';

/** Runs those of a document. */
export function runLater(document: Document): void {
  for (const marked of document.querySelectorAll<HTMLScriptElement>(`script[type="${LATER}"]`)) {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = marked.src;
    marked.replaceWith(script);
  }
}
