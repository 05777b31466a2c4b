/**
 * Claims as schema.org Claim in JSON-LD. A date goes with what it dates: when it was said as dateCreated, when it was published
 * as datePublished; dates that schema.org can't write (EDTF beyond ISO 8601) are left out.
 */
import type { Form } from './forms';

const ISO = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
/** Months from 21 on are seasons and quarters in EDTF, and nothing in ISO 8601. */
const isIso = (edtf: string | undefined): edtf is string => edtf !== undefined && ISO.test(edtf) && Number(edtf.slice(5, 7)) <= 12;

export const schemaClaims: Form = {
  extension: 'claims.json',
  type: 'application/ld+json',
  head: '{"@context":"https://schema.org","@graph":[\n',
  between: ',\n',
  end: '\n]}\n',
  claim({ claim, speaker, outlet, actors, url }) {
    const { said, published } = claim.clocks;
    return JSON.stringify({
      '@type': 'Claim',
      identifier: claim.id,
      text: claim.text,
      ...(speaker ? { author: { '@type': 'Thing', name: speaker } } : {}),
      ...(outlet ? { publisher: { '@type': 'Organization', name: outlet } } : {}),
      ...(isIso(said?.edtf) ? { dateCreated: said.edtf } : {}),
      ...(isIso(published?.edtf) ? { datePublished: published.edtf } : {}),
      ...(actors.length > 0 ? { about: actors.map((name) => ({ '@type': 'Thing', name })) } : {}),
      ...(url ? { appearance: { '@type': 'CreativeWork', url } } : {}),
    });
  },
};
