/**
 * The closed word classes of English and the commonest verbs, as far as finding a subject and the end of a clause needs them.
 * Data only; tags.ts decides what a word is in its place. Lists from grammar, not from any corpus.
 */

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(
  'a an the this that these those every each some any no his her its their our my your all both several many few most another other such either neither whose one two three four five six seven eight nine ten dozens hundreds thousands',
);
export const SUBJECT_PRONOUNS = set(
  "i he she it we they you who which someone somebody everyone everybody no-one nobody one anyone this that these those others some many most there what i'm he's she's it's we're they're you're i've we've they've you've i'll he'll she'll it'll we'll they'll you'll i'd he'd she'd we'd they'd you'd that's there's here's who's what's let's",
);
export const OBJECT_PRONOUNS = set(
  'me him her us them you it himself herself itself themselves ourselves myself yourself anything something nothing everything',
);
/** Those that can be the speaker of "X said". */
export const PERSONAL_PRONOUNS = set('i he she it we they you who which');
export const PREPOSITIONS = set(
  'of in on at by for with from to about against during over under into through between among amid before since until without within toward towards near across despite like per via than around behind beyond inside outside onto upon regarding concerning throughout alongside including following amongst versus vs after as plus except besides',
);
/** Words that begin a subordinate clause. */
export const SUBORDINATORS = set(
  'that because if when while whereas although though unless until after before since as where whether why how what once who which whom whose wherever whenever',
);
export const CONJUNCTIONS = set('and or but nor yet so');
export const BE = set("is are was were be been being am 's 're isn't aren't wasn't weren't ain't");
export const NEGATIVES = set(
  "not never n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't cannot couldn't shouldn't mightn't hardly neither nor",
);
/** Say what may, will or should be, not what was. */
export const MODALS = set(
  "will would can could may might shall should must won't wouldn't can't cannot couldn't shouldn't mightn't 'll ought",
);
export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...BE,
  ...MODALS,
  ...set("have has had having do does did 've 'd haven't hasn't hadn't doesn't don't didn't"),
]);
export const ADVERBS = set(
  "also then now later earlier once again still just even often already soon yesterday today tomorrow tonight ever never not always instead too perhaps maybe first last twice ago here there however meanwhile further furthermore moreover nevertheless nonetheless rather quite very almost only so far recently simply sometimes away back long n't flatly afterward afterwards thus therefore elsewhere likewise indeed",
);
/** Time and its units: they stand beside a verb without being its subject or object. */
export const TIMES = set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight january february march april may june july august september october november december jan feb aug sept oct nov dec morning afternoon evening night week month year weekend',
);
/** -ly words that are no adverbs, -ed and -ing words that are no verbs. */
export const NOT_BY_ENDING = set(
  'family july italy assembly rally ally reply supply early daily weekly monthly friendly only likely unlikely elderly hundred united red bed need seed speed breed indeed kindred sacred naked thing nothing something anything everything morning evening during king ring string spring wing building beijing meeting briefing hearing ceiling being wedding housing funding spending including according following regarding concerning lying',
);

/** Verbs that are no cue but show where a clause has its verb. */
export const COMMON_VERBS = set(
  `be have do go get make take come see know give find keep let begin seem help turn start run move live hold bring happen
  provide sit stand lose pay meet include continue set learn change lead watch follow stop create read allow spend grow open walk
  win remember appear buy serve die send build stay fall cut reach kill remain raise pass sell decide return develop carry break
  receive join reduce wait draw drive increase become become leave put mean work play use try need want like face fail focus force
  gather handle hit host launch lie love miss need occur own pull push refuse release rely resign rise save seek shoot show sign
  sleep speak struggle suffer survive talk teach tell think throw touch travel treat vote wear wonder work write earn cost cause
  enter escape exist expand feel fight fill fly grant hear hurt ignore impose improve investigate invest involve land last
  nominate obtain operate order pick place plan plead prepare prevent produce protect prove qualify quit reject replace require
  rest retire review ride risk search seize settle share shut spark split stem step strike support surround target tend
  test trade trust undermine violate visit wage want warn wash waste weigh attend agree aim apply arrest arrive avoid base
  beat belong benefit bear block call capture celebrate challenge choose claim close collapse compare compete contain contribute control
  cover cross damage deal defeat defend deliver depend deserve destroy disappear discover drop eat elect emerge enable end endure engage ensure
  exceed expect express extend finish fire fix flee gain hang head hide hire identify influence introduce
  invite issue jump justify lack learn lift limit look maintain manage mark marry matter measure negotiate note offer
  overcome participate perform permit persuade point possess press promote publish pursue push question range record recover refer
  represent rescue respond restore result reveal rule rush score seem separate shape shift slow solve succeed supply surprise suspend
  sustain switch tackle trigger understand unite urge view want wind withdraw withstand worsen wish stick steal submit sue
  hope believe fear worry vow ask say add`,
);

/** past and participle of irregular verbs */
export const IRREGULAR: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  `be was been;have had had;do did done;go went gone;get got gotten;make made made;take took taken;come came come;see saw seen;
  know knew known;give gave given;find found found;keep kept kept;let let let;begin began begun;hold held held;bring brought brought;
  sit sat sat;stand stood stood;lose lost lost;pay paid paid;meet met met;set set set;lead led led;read read read;spend spent spent;
  grow grew grown;win won won;buy bought bought;send sent sent;build built built;fall fell fallen;cut cut cut;sell sold sold;
  break broke broken;draw drew drawn;drive drove driven;become became become;leave left left;put put put;mean meant meant;
  say said said;tell told told;think thought thought;feel felt felt;write wrote written;speak spoke spoken;seek sought sought;
  hear heard heard;rise rose risen;hit hit hit;lie lay lain;shoot shot shot;show showed shown;sleep slept slept;teach taught taught;
  throw threw thrown;wear wore worn;cost cost cost;fight fought fought;fly flew flown;hurt hurt hurt;prove proved proven;quit quit quit;
  ride rode ridden;shut shut shut;split split split;strike struck struck;beat beat beaten;bear bore born;choose chose chosen;deal dealt dealt;
  eat ate eaten;flee fled fled;hang hung hung;hide hid hidden;overcome overcame overcome;understand understood understood;wind wound wound;
  withdraw withdrew withdrawn;withstand withstood withstood;stick stuck stuck;steal stole stolen;swear swore sworn;forget forgot forgotten;
  foresee foresaw foreseen;run ran run;cast cast cast;bet bet bet;bemoan bemoaned bemoaned;refer referred referred;admit admitted admitted;
  commit committed committed;plan planned planned;quip quipped quipped;slam slammed slammed;rap rapped rapped;rebut rebutted rebutted;
  stop stopped stopped;drop dropped dropped;step stepped stepped;submit submitted submitted;permit permitted permitted;occur occurred occurred;
  concur concurred concurred;infer inferred inferred;nod nodded nodded;pan panned panned;tout touted touted;recap recapped recapped;
  signal signaled signaled;stun stunned stunned;confer conferred conferred;rip ripped ripped;blog blogged blogged;chat chatted chatted`
    .split(';')
    .map((entry) => {
      const [base = '', past = '', participle = ''] = entry.trim().split(/\s+/);
      return [base, [past, participle]] as const;
    }),
);
