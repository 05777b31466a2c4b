/**
 * The outlet that the text names for a report, and what it leaned on: an agency, transcripts, a leak, reports without a name.
 * Reads the words of source and reporting clause; knows outlets by their mentions only.
 */
import type { Via } from '../model/claim';
import type { Mention } from '../model/mention';
import type { Attribution, Span } from './model';
import { GERMAN_FOR, mentionsIn } from './speaker';

export interface Chain {
  readonly outlet: Mention | null;
  readonly via: readonly Via[];
  /** The source itself is an outlet or a report: what is told inside its content came through it. */
  readonly carrier: boolean;
}

/** Kinds of documents: their owner is what a claim leans on, not someone who speaks. */
const DOCUMENTS =
  'maps?|data|figures|statistics|records|transcripts?|documents?|e-?mails|memos?|cables|recordings?|footage|imagery|images|archives|filings?|files|papers';
const LEAK = new RegExp(
  `\\b(?:leaked|hacked|intercepted)\\s+(?:[a-z]+\\s+)?(?:calls?|conversations?|audio|tapes?|letters?|messages|texts|reports?|${DOCUMENTS})\\b`,
  'i',
);
const TRANSCRIPT = /\btranscripts?\b/i;
const OWNED_DOCUMENT = new RegExp(`^(?:'s|’s)?\\s+(?:[a-z]+\\s+)?(?:${DOCUMENTS})\\b`, 'i');
/** Reports that nobody signs: "reports", "local media", "existing news reports". */
const UNNAMED =
  /^(?:(?:the|some|several|many|other|existing|recent|earlier|multiple|local|foreign|state|news|press|media|international|unconfirmed|published)\s+)*(?:reports|media|outlets|news outlets|newspapers|press)$/i;
/** "Reuters coverage referenced in PBS News": the second carried the first. */
const CARRIED =
  /\b(?:referenced|cited|carried|quoted|republished|published|reprinted|aired|syndicated|relayed)\s+(?:in|by|on|at)\s+(?:the\s+)?$/i;
/** "PBS News, citing Reuters": the first leaned on the second. */
const CITING = /\b(?:citing|quoting|via|referring to)\s+(?:(?:the|a|an|sources? at|news agency)\s+)*$/i;
/** A spokesman for an outlet speaks for a company; the outlet carries nothing. */
const FOR_OUTLET = /\b(?:for|of|against|by)\s+(?:the\s+)?$/i;
/** What an outlet got hold of it also carried. */
const OBTAINED = /\b(?:seen|obtained|reviewed|published|reported|revealed|verified) by\s+(?:the\s+)?$/i;
/** Where a speaker spoke to or on an outlet. */
const TO_OUTLET =
  /\b(?:told|tells|telling|to|with|on|in|for|by|interview(?:ed)? (?:with|by|on)|from)\s+(?:(?:the|an?|[a-z]+ (?:newspaper|magazine|broadcaster|network|channel|agency|daily|weekly))\s+)*$/i;
/** "sagte Kovac der BBC", "… gegenüber dem Sender CNN", "… im Gespräch mit der „Times“": right behind source and cue. */
const GERMAN_TO =
  /^\s+(?:(?:gegenüber|im \p{L}+ mit|bei)\s+(?:de[rm]\s+)?|de[rm]\s+|im\s+)(?:\p{L}*(?:agentur|zeitung|sender|magazin|blatt|portal)\s+)?["„»«]?$/iu;
/** "outlets like X", "media, such as X": X is named for them. */
const LIKE_OUTLET = /(?:media|outlets?|newspapers?|press|channels?)\s*,?\s+(?:like|such as|including)\s+(?:the\s+)?$/i;

/** Reads the chain of one attribution from its source and its reporting clause. */
export function readChain(text: string, { source, cue, content, frame }: Attribution, mentions: readonly Mention[]): Chain {
  const via: Via[] = [];
  const named = source ? text.slice(source.start, source.end) : '';
  const leak = LEAK.exec(named);
  if (leak) via.push({ name: leak[0].toLowerCase() });
  const reach = source ? { start: Math.min(source.start, frame.start), end: Math.max(source.end, frame.end) } : frame;
  const outlets = outletsIn(mentions, reach, content);
  const inSource = source ? outlets.filter((m) => m.start >= source.start && m.end <= source.end) : [];
  const behind = ({ start }: Mention) => text.slice(Math.max(source?.end ?? 0, cue.end), start);
  let outlet: Mention | null = null;
  let carrier = false;
  for (const mention of outlets) {
    const before = text.slice(reach.start, mention.start);
    if (CITING.test(before)) via.push({ name: mention.surface, id: mention.subject });
    else if (CARRIED.test(before)) {
      if (outlet) via.push({ name: outlet.surface, id: outlet.subject });
      outlet = mention;
      carrier = true;
    } else if (outlet) continue;
    else if (inSource.includes(mention)) {
      if ((FOR_OUTLET.test(before) && !OBTAINED.test(before)) || GERMAN_FOR.test(before)) continue;
      outlet = mention;
      carrier = true;
    } else if (LIKE_OUTLET.test(before)) {
      outlet = mention;
      carrier = true;
    } else if (mention.start >= cue.start && (TO_OUTLET.test(before) || GERMAN_TO.test(behind(mention)))) outlet = mention;
  }
  if (source) {
    if (outlet && carrier && TRANSCRIPT.test(named) && !leak) via.push({ name: 'transcripts' });
    if (!outlet && UNNAMED.test(named.trim())) {
      via.push({ name: 'unnamed reports' });
      carrier = true;
    }
    if (!outlet && !leak) {
      for (const mention of mentionsIn(mentions, source)) {
        if (mention.kind !== 'event' && OWNED_DOCUMENT.test(text.slice(mention.end, source.end))) {
          via.push({ name: mention.surface, id: mention.subject });
          carrier = true;
        }
      }
    }
  }
  return { outlet, via, carrier: carrier || leak !== null };
}

function outletsIn(mentions: readonly Mention[], reach: Span, content: readonly Span[]): Mention[] {
  return mentionsIn(mentions, reach).filter((m) => m.kind === 'outlet' && !content.some((c) => c.start <= m.start && m.start < c.end));
}
