/**
 * Verbs that attribute, by the constructions they take. Data: a verb is listed where its ordinary news use tells what
 * someone says, thinks, wants or asks; verbs that mostly tell what someone does (make, support a team) are left out.
 *
 * What a verb takes, one letter each:
 *   s  a clause, with or without "that"        t  a clause only with "that", or whether/how/what
 *   q  a quotation; may stand after or inside it, before or after its subject ("…," said X)
 *   n  a noun phrase ("criticised the plan")    i  "to" and a verb ("vowed to stay")
 *   o  an addressee first ("told reporters")    w  an addressee, then "to" and a verb ("urged them to stay")
 *   g  a verb in -ing ("proposed ending it")
 * and after a slash the prepositions or particles that lead its content ("called for", "pointed out").
 */
import type { AttributionKind } from '../model';
import { type VerbForm, verbForms } from './inflect';

export interface CueVerb {
  readonly lemma: string;
  readonly takes: string;
  readonly particles: readonly string[];
  readonly kind: AttributionKind;
  /** Its base and -s form are also a common noun: "claims", "a call". */
  readonly noun: boolean;
}

const STATEMENTS = `
say:sqn tell:sqow add:sqn announce:sqng write:sq/about report:sqn/on note:sqn explain:sqn argue:sq/for,against,over claim:sqni insist:sq/on
warn:sqo/of,about,against state:sqn suggest:sqng assert:sqn maintain:sq contend:sq admit:sqng/to acknowledge:sqng concede:sqn confirm:sqn
declare:sqn reply:sq/with,to respond:sq/to,with recall:sqng remark:sq/on observe:sq point:/out,to stress:sqn emphasize:sqn emphasise:sqn reiterate:sqn
repeat:sqn predict:sqn estimate:sqn reveal:sqn disclose:sqn allege:sqn testify:sq/about,to tweet:sq joke:sq/about quip:sq indicate:sqn
conclude:sq caution:sqo/against complain:sq/about,of boast:sq/about,of brag:sq/about lament:sqn muse:sq/about,on inform:so/of assure:so/of
remind:so/of exclaim:sq shout:sq yell:sq answer:sq counter:sq retort:sq recommend:sqng demand:sqni urge:swn/against advise:sqwo/against
speculate:sq/about,on theorize:sq charge:tq hint:sq/at imply:s deny:sng forecast:sn rule:t/out rebut:n refute:n vow:sqin promise:sqin
pledge:sqin swear:sqi agree:sqi/with,on,to disagree:/with decry:nq denounce:n condemn:n criticize:ng criticise:ng blast:n slam:n bash:n rip:n lambaste:n
deride:n mock:n ridicule:n chide:n scold:n rebuke:n berate:n accuse:n blame:n praise:n laud:n hail:n tout:n commend:n applaud:n congratulate:n thank:n endorse:n
reject:ng dismiss:n describe:n characterize:n portray:n depict:n mention:sng cite:ng reference:n detail:n outline:n underscore:sn
highlight:sn underline:sn express:n voice:n echo:n discuss:ng propose:sngi oppose:ng/to defend:ng propound:n question:nt/whether
call:nq/for,on,out object:sq/to protest:n opine:sq proclaim:sqn signal:s profess:ni attest:s/to certify:s clarify:sqn correct:q
elaborate:q/on comment:q/on,about refer:/to allude:/to speak:/of,about,out,against talk:/about,up lash:/out rail:/against push:/for,back
plead:i/for press:/for advocate:ng/for argue:sq apologize:/for apologise:/for bemoan:n scoff:q/at quote:n attribute:n liken:n label:n dub:n brand:n
threaten:it claim:sqni invoke:n hit:/back fire:/back go:/after demand:sni weigh:/in whine:sq/about gush:q/about vent:q/about rant:q/about tease:sn
continue:q counsel:wq beg:w implore:w request:tn instruct:w order:wt command:w encourage:w invite:w brief:o/on recount:sqn narrate:q
vouch:/for testify:sq contradict:n second-guess:n characterise:n summarize:nq summarise:nq`;
/** What outlets do with a story: cues only where the subject is an outlet. */
const COVERAGE =
  'cover:ng publish:sn carry:n run:n air:n broadcast:n detail:ng/how describe:ng/how highlight:n report:nsg/on,about note:n show:n echo:n post:n';
const SHOWINGS = `show:tsn find:st demonstrate:tn prove:t confirm:sn reveal:sn suggest:sn indicate:s`;
const BELIEFS = `think:sq/about,of believe:s/in feel:s hope:si/for fear:sn worry:sq/about,over expect:siwn doubt:stn suspect:s
consider:ngt view:n see:n/as regard:n understand:tn realize:s realise:s imagine:sn know:st/about learn:st/of hear:t guess:s reckon:s figure:s deem:n
envision:nt foresee:nt anticipate:stn feel:s prefer:ni favor:ng favour:ng admire:n respect:n resent:ng hate:ni love:ni dislike:n
appreciate:n regret:sng welcome:n support:ng back:n agree:si trust:s dispute:nt remember:st forget:t notice:st acknowledge:sn conclude:s interpret:n`;
const INTENTIONS = `want:iw plan:i/to,on intend:i seek:in refuse:i decline:i wish:iw/for aim:i decide:i/to,against opt:i aspire:i resolve:i volunteer:i
agree:i prefer:i hope:i yearn:i/for consider:g desire:i`;
const QUESTIONS = 'ask:tqow/for,about,if wonder:tq/if,about,aloud inquire:tq/about query:tq';

/** Verbs whose base or -s form is a common noun in the news. */
const NOUNS = new Set(
  `report claim call demand plan tweet note charge question support view address rule state hope fear worry doubt promise pledge vow offer estimate
  forecast attack blame praise reply answer joke hint boast caution counter show reference object request order respect love hate aim order press
  comment remark protest challenge challenge detail voice echo label brand threat charge push guess figure brief signal rate cover quote command desire
  advocate point talk wish need back rip resolve dispute remark find respect study stress lament tease correct state invite`
    .trim()
    .split(/\s+/),
);

function parse(table: string, kind: AttributionKind): CueVerb[] {
  return table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [lemma = '', rest = ''] = entry.split(':');
      const [takes = '', particles = ''] = rest.split('/');
      return { lemma, takes, particles: particles ? particles.split(',') : [], kind, noun: NOUNS.has(lemma) };
    });
}

export interface CueForm {
  readonly verb: CueVerb;
  readonly form: VerbForm;
}

/** Every written form of every cue verb; a verb listed in several tables keeps its first kind and takes what any of them says. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = formsOf([
  ...parse(STATEMENTS, 'statement'),
  ...parse(SHOWINGS, 'statement'),
  ...parse(BELIEFS, 'belief'),
  ...parse(INTENTIONS, 'intention'),
  ...parse(QUESTIONS, 'question'),
]);

/** The same for verbs that report where an outlet is their subject; they take what they take elsewhere as well. */
export const COVERAGE_FORMS: ReadonlyMap<string, CueForm> = formsOf([
  ...parse(COVERAGE, 'statement'),
  ...parse(STATEMENTS, 'statement'),
  ...parse(SHOWINGS, 'statement'),
]);

function formsOf(all: readonly CueVerb[]): ReadonlyMap<string, CueForm> {
  const verbs = new Map<string, CueVerb>();
  for (const verb of all) {
    const before = verbs.get(verb.lemma);
    if (!before) verbs.set(verb.lemma, verb);
    else {
      const takes = [...new Set(before.takes + verb.takes)].join('');
      verbs.set(verb.lemma, { ...before, takes, particles: [...new Set([...before.particles, ...verb.particles])] });
    }
  }
  const forms = new Map<string, CueForm>();
  for (const verb of verbs.values())
    for (const [form, is] of verbForms(verb.lemma)) if (!forms.has(form)) forms.set(form, { verb, form: is });
  return forms;
}
