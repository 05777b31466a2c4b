/** Claims whose words stand somewhere as W3C Web Annotations; those without an address have no target and are left out. */
import type { Form } from './forms';

export const annotations: Form = {
  extension: 'annotations.json',
  type: 'application/ld+json',
  head: '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationPage","items":[\n',
  between: ',\n',
  end: '\n]}\n',
  claim({ claim, url }) {
    if (!url) return '';
    const { exact, prefix, suffix } = claim.evidence ?? {};
    return JSON.stringify({
      id: `urn:sidelight:${claim.id}`,
      type: 'Annotation',
      motivation: 'describing',
      body: { type: 'TextualBody', value: claim.text, format: 'text/plain' },
      target: { source: url, ...(exact ? { selector: { type: 'TextQuoteSelector', exact, prefix, suffix } } : {}) },
    });
  },
};
