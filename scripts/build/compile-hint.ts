/**
 * Has an engine compile a script's functions while it loads the script. Engines otherwise only skim a function and parse it again when
 * it is first called; of the reader a page's first reading calls half, so that compiling all costs no more in the end, and its
 * scripts load while nothing waits for them yet. Chrome follows it since version 136; to others it is a comment.
 */
import type { Plugin } from 'vite';

export const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** The hint has to be a script's first line: to be the last of the plugins. */
export function withCompileHint(): Plugin {
  return {
    name: 'sidelight:with-compile-hint',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = COMPILE_HINT + chunk.code;
      },
    },
  };
}
