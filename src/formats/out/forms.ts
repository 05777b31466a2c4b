/** The forms in which a pack's claims are written for other programs, by name. Each is a head, a text for each claim, and an end. */
import { annotations } from './annotations';
import { csl } from './csl';
import { csv } from './csv';
import { markdown } from './markdown';
import type { ResolvedClaim } from './resolved-claims';
import { schemaClaims } from './schema-claims';

export interface Form {
  readonly extension: string;
  /** MIME type. */
  readonly type: string;
  readonly head: string;
  /** One claim; '' leaves it out. */
  readonly claim: (claim: ResolvedClaim) => string;
  /** Stands between claims. */
  readonly between: string;
  readonly end: string;
}

export const FORMS = {
  csv,
  markdown,
  'web-annotation': annotations,
  'schema-claim': schemaClaims,
  'csl-json': csl,
} as const satisfies Record<string, Form>;
export type FormName = keyof typeof FORMS;
