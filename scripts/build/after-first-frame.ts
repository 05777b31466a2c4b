/**
 * Has a page leave its module scripts for later (src/platform/later-scripts.ts), so that a first frame that another script of its draws
 * is in sight sooner.
 */
import type { Plugin } from 'vite';
import { LATER } from '../../src/platform/later-scripts.ts';

/** `page`: the end of its path. */
export function afterFirstFrame(page: string): Plugin {
  return {
    name: 'sidelight:after-first-frame',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        if (!filename.replaceAll('\\', '/').endsWith(page)) return html;
        const later = html
          .replaceAll('<script type="module"', `<script type="${LATER}"`)
          // Nor is anything read beforehand that they import: it would take the time that the frame needs.
          .replace(/[ \t]*<link rel="modulepreload"[^>]*>\n?/g, '');
        if (!later.includes(LATER)) throw new Error(`${page} names no module script.`);
        return later;
      },
    },
  };
}
