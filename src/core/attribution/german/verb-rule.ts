/** A German verb of speech in its sentence: clause, infinitive, "wie … mitteilte", passive; with an object, the whole sentence. */
import type { Sentence } from '../sentences';
import { phraseAt } from './phrase';
import { AGAIN, SUBORDINATES, subjectBehind, subjectOf } from './subject';
import { end, type Found, isQuoted, lower, type Range, reported, type Text } from './text';
import { FINITE, GERMAN_FORMS, type GermanForm, HAVE } from './words';

/** The verb of speech at `i`, if its separated particle or its "haben" stands in the sentence as well. */
export function formAt(t: Text, i: number, sentence: Sentence): GermanForm | null {
  for (const form of GERMAN_FORMS.get(lower(t, i)) ?? []) {
    // A noun is written with a capital, and so is the first word: a sentence seldom opens with a verb of speech.
    if (t.tokens[i]?.capital) continue;
    if (form.particle !== null && lower(t, i - 1) !== form.particle && !standsLater(t, form.particle, i, sentence)) continue;
    if (form.lemma === 'heiß' && lower(t, i - 1) !== 'es' && lower(t, i + 1) !== 'es') continue;
    // "meldete sich", "meldete er sich" tell of no report, nor does "meldete … an".
    if (form.lemma === 'meld' && (lower(t, i + 1) === 'sich' || lower(t, i + 2) === 'sich' || standsLater(t, 'an', i, sentence))) continue;
    if (form.participle && !HAVE.has(lower(t, i + 1)) && !haveBefore(t, i, sentence)) continue;
    return form;
  }
  return null;
}

function standsLater(t: Text, word: string, from: number, { to }: Sentence): boolean {
  for (let i = from + 1; i < to; i++) {
    if (lower(t, i) !== word || isQuoted(t, i)) continue;
    // "als", "für" and "von" stand before what they govern; a separated prefix ends its clause.
    if (word === 'als' || word === 'für' || word === 'von') return true;
    if (!t.tokens[i + 1]?.word || i + 1 >= to) return true;
  }
  return false;
}

function haveBefore(t: Text, at: number, { from }: Sentence): boolean {
  for (let i = at - 1; i >= from; i--) {
    if (HAVE.has(lower(t, i))) return true;
    if (FINITE.has(lower(t, i))) return false;
  }
  return false;
}

/** "Es heißt, …": nobody says it. */
const ANONYMOUS = new Set(['heiß', 'verlaut']);

const CLAUSE_OPENERS = new Set('dass daß ob wie warum was wer wo wann weshalb wonach'.split(' '));

export function readVerb(t: Text, at: number, form: GermanForm, sentence: Sentence, before: Sentence | null): Found | null {
  const last = end(t, sentence);
  const cue = { from: lower(t, at - 1) === form.particle ? at - 1 : at, to: at + 1 };
  const made = (source: Range | null, content: Range): Found => {
    const isDenied =
      form.kind === 'statement' &&
      !EXCLUDES.has(form.lemma) &&
      (NOBODY.test(lower(t, source?.from ?? -1)) ||
        denies(t, cue.from - 1) ||
        denied(t, at + 1, content.from > at ? content.from - 1 : last));
    return { source, cue, content: [content], hedged: false, ...(isDenied ? { kind: 'intention', unreal: true } : { kind: form.kind }) };
  };
  // "…, wie die Polizei mitteilte": the main clause is the content.
  const wie = wieBefore(t, at, sentence);
  if (wie >= 0) {
    const source = form.lemma === 'verlaut' ? circlesIn(t, wie + 1, at) : phraseAt(t, wie + 1, cue.from, 'behind');
    const ends = !t.tokens[at + 1]?.word || at + 1 >= last || HAVE.has(lower(t, at + 1));
    if (!source || !form.clause || !ends) return null;
    const close = lower(t, at + 1) === ',' ? at + 2 : at + 1;
    const content: Range[] = [];
    if (wie > sentence.from + 1) content.push({ from: sentence.from, to: wie - 1 });
    if (close < last) content.push({ from: close, to: last });
    return content.length ? { source, cue, content, kind: form.kind, hedged: false } : null;
  }
  const source = form.lemma === 'verlaut' ? circlesIn(t, sentence.from, at) : subjectOf(t, at, sentence);
  if (AGAIN.test(lower(t, sentence.from)) && sentence.from + 1 === at) {
    return source && form.clause && before ? made(source, { from: before.from, to: end(t, before) }) : null;
  }
  if (form.clause) {
    // ", sagte der Minister" behind an indirect clause.
    if (lower(t, at - 1) === ',' && reported(t, sentence.from, at, true)) {
      const behind = subjectBehind(t, at, sentence.to);
      if (behind) return made(behind, { from: sentence.from, to: at - 1 });
    }
    for (let i = at + 1; i < last; i++) {
      if (isQuoted(t, i) || lower(t, i) !== ',') continue;
      const next = lower(t, i + 1);
      if (
        CLAUSE_OPENERS.has(next) ||
        reported(t, i + 1, last) ||
        infinitive(t, i + 1, last) ||
        (PLAIN.has(form.lemma) && mainClause(t, i + 1, last))
      )
        return source || ANONYMOUS.has(form.lemma) ? made(source, { from: i + 1, to: last }) : null;
    }
  }
  return form.object && source && !SUBORDINATES.test(lower(t, source.from - 1)) ? made(source, { from: sentence.from, to: last }) : null;
}

/** "Keiner sagte, …", "niemand bestätigte". */
const NOBODY = /^(?:kein(?:e[rmns]?)?|niemand|weder)$/;

/** "schloss nicht aus, dass …": that is what was said. */
const EXCLUDES = new Set(['ausschließ']);

const DENIES = new Set('nicht nie niemals keineswegs keinesfalls'.split(' '));

/** "nicht nur", "nicht ohne Stolz": it was said all the same; "den nicht genehmigten Plan": the word belongs to another. */
const denies = (t: Text, at: number): boolean =>
  DENIES.has(lower(t, at)) && !isQuoted(t, at) && !/^(?:nur|allein|ohne|zuletzt|bloß)$|\p{Ll}(?:t|en)e[rmns]?$/u.test(lower(t, at + 1));

/** Does its clause take the verb of speech back, which stands before `from`? */
function denied(t: Text, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (!t.tokens[i]?.word && !isQuoted(t, i)) return false;
    if (denies(t, i)) return true;
  }
  return false;
}

/** Verbs of speech whose plain clause is always what was said, in whatever mood: "sagte, die Lage bleibt ernst". */
const PLAIN = new Set('sag erklär beton mein behaupt berichte glaub hoff vermut teilmit mitteil füghinzu hinzufüg'.split(' '));

/** Does a clause of its own begin here, its subject first and its verb behind? */
function mainClause(t: Text, from: number, to: number): boolean {
  const subject = /^(?:es|man|wir|ich)$/.test(lower(t, from)) ? from + 1 : (phraseAt(t, from, to, 'before')?.to ?? to);
  const verb = t.tokens[subject];
  return subject < to - 1 && !!verb?.word && !verb.capital && !isQuoted(t, subject);
}

/** "Aus Regierungskreisen verlautete": the circles that it comes from. */
function circlesIn(t: Text, from: number, to: number): Range | null {
  return lower(t, from) === 'aus' ? phraseAt(t, from + 1, to, 'oblique') : null;
}

/** ", alle Brücken zu sperren": an infinitive with "zu" that ends the sentence. */
function infinitive(t: Text, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++)
    if (lower(t, i) === 'zu' && /(?:en|rn|ln)$/.test(lower(t, i + 1)) && !t.tokens[i + 1]?.capital) return true;
  return /[a-zäöü]zu[a-zäöü]+en$/.test(lower(t, to - 1));
}

const PASSIVE = new Set(['wurde', 'wurden', 'wird', 'werden', 'worden']);

/** "… wird von der Opposition kritisiert": the agent is the source. */
export function readPassive(t: Text, at: number, sentence: Sentence): Found | null {
  const form = GERMAN_FORMS.get(lower(t, at))?.find((f) => f.participle && f.object);
  if (!form || t.tokens[at]?.capital) return null;
  let passive = lower(t, at + 1) === 'wurde' || lower(t, at + 1) === 'worden';
  let source: Range | null = null;
  for (let i = at - 1; i >= sentence.from; i--) {
    if (isQuoted(t, i)) continue;
    // "Fischer vom Kai werden … genannt": what stands before the verb belongs to its subject, unless it opens the sentence.
    if (
      /^vo[nm]$/.test(lower(t, i)) &&
      !/^(?:zu|zum|bis)$/.test(lower(t, i + 2)) &&
      (!passive || PASSIVE.has(lower(t, at + 1)) || i === sentence.from)
    )
      source = phraseAt(t, i + 1, at, 'oblique');
    if (PASSIVE.has(lower(t, i))) passive = true;
  }
  return passive && source
    ? { source, cue: { from: at, to: at + 1 }, content: [{ from: sentence.from, to: end(t, sentence) }], kind: form.kind, hedged: false }
    : null;
}

function wieBefore(t: Text, at: number, { from }: Sentence): number {
  for (let i = at - 1; i >= from && at - i < 16; i--) {
    if (lower(t, i) === 'wie' && (i === from || lower(t, i - 1) === ',')) return i;
    if (lower(t, i) === ',') return -1;
  }
  return -1;
}
