/**
 * The reader's end of reading claims: on pages that look like articles it asks for the part that reads them, once the names
 * are read, and keeps it informed. Part of the always-loaded script: small, and knows nothing of claims.
 */
import type { NeedPart } from '../parts';
import type { ClaimsPage, ClaimsReading } from './contract';

export interface FollowedClaims {
  /** The names on the page are read, for the first time or again. */
  read(): void;
  /** The page is becoming another article. */
  leave(): void;
  /** Null where the page looks like no article, and until it is found to. */
  part(): ClaimsReading | null;
}

/** Paragraphs of a story, and how many letters make one: a front page has teasers, a form has labels, a report has at least these. */
const PARAGRAPHS = 3;
const PARAGRAPH = 80;
/** Elements looked at: a report's third paragraph stands among the first few dozen. */
const LOOKED_AT = 400;

/** Is this likely an article? Cheap, and wrong on the safe side: the part itself finds no story where there is none. */
function looksLikeArticle({ document, location }: Window): boolean {
  if (location.pathname === '/') return false;
  const paragraphs = document.getElementsByTagName('p');
  let long = 0;
  for (let i = 0; i < paragraphs.length && i < LOOKED_AT; i++) {
    if ((paragraphs[i]?.textContent.length ?? 0) >= PARAGRAPH && ++long === PARAGRAPHS) return true;
  }
  return false;
}

export function followClaims(page: ClaimsPage, need: NeedPart): FollowedClaims {
  let reading: ClaimsReading | null = null;
  let asked = false;
  return {
    part: () => reading,
    read() {
      if (reading) reading.read();
      else if (!asked && looksLikeArticle(page.window)) {
        // Once a page: where the browser keeps us out, it would be asked again with every change of a live page.
        asked = true;
        void need('claims').then((part) => {
          if (!part.ok || page.signal.aborted) return;
          reading = part.value(page);
          reading.read();
        });
      }
    },
    leave() {
      asked = false;
      reading?.leave();
    },
  };
}
