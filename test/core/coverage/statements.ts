/** Statements for the tests of grouping and differences. */
import type { Statement } from '@/core/coverage/statement';

export const statement = (id: string, text: string, rest: Partial<Statement> = {}): Statement => ({
  id,
  text,
  speaker: null,
  outlet: id,
  voice: id,
  subjects: [],
  events: [],
  dated: null,
  happened: null,
  ...rest,
});
