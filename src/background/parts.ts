/** Puts further parts of the reader into the page that asks for them: into that frame of that tab, and no other. */
import { fail, ok, type Result } from '@/core/result';
import { PART_FILES } from '@/platform/reader-files';
import type { Frame, Scripting } from '@/platform/types';

/**
 * A fault where the browser does not let us in: the tab is gone or elsewhere by now, or the reader withdrew the site after its
 * page was loaded, as Firefox and Chrome let them at any time.
 */
export async function putPart(part: keyof typeof PART_FILES, frame: Frame | null, scripting: Scripting): Promise<Result<true>> {
  try {
    if (frame) {
      await scripting.put(frame, PART_FILES[part]);
      return ok(true);
    }
  } catch {
    // The browser's words name a permission or a frame, neither of which a reader can do anything about here.
  }
  return fail('not-let-in', 'The browser does not let Sidelight read on here. Allow it on this site, or reload the page.');
}
