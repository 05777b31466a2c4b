/** Claims as a list in Markdown, for notes (Obsidian and others). Signs that mean something there are taken at their face. */
import type { Form } from './forms';

/** Outside of words these would become emphasis, links, code, headings or HTML. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** An address in angle brackets holds no blanks and no brackets. */
const address = (url: string): string => `<${url.replace(/[<>\s]/g, encodeURIComponent)}>`;

export const markdown: Form = {
  extension: 'md',
  type: 'text/markdown',
  head: '',
  between: '',
  end: '',
  claim({ claim, speaker, outlet, date, url }) {
    const who = [speaker, outlet].filter((name) => name !== null).map(escaped);
    const quote = claim.quote ? ` “${escaped(claim.quote)}”` : '';
    const from = [...who, date ? `${date.clock} ${date.edtf}` : 'undated', ...(claim.status === 'curated' ? [] : [claim.status])].join(
      ', ',
    );
    return `- ${escaped(claim.text)}${quote} (${from})${url ? ` ${address(url)}` : ''}\n`;
  },
};
