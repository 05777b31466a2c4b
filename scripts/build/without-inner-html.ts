/**
 * Takes Preact's `innerHTML` sink out of the bundles. Sidelight never sets HTML from a string, and without the sink
 * nothing ever can; reviewers' linters then have nothing to flag either.
 */
import type { Plugin } from 'vite';

/** What Preact's diff does for `dangerouslySetInnerHTML`: an assignment to a property of that name. */
const SINK = /\.innerHTML\b/g;

export function withoutInnerHtml(): Plugin {
  return {
    name: 'sidelight:without-inner-html',
    transform(code, id) {
      if (!/[\\/]preact[\\/]/.test(id) || !SINK.test(code)) return null;
      // textContent keeps the diff's bookkeeping intact and can only ever write text.
      return { code: code.replace(SINK, '.textContent'), map: null };
    },
  };
}
