/**
 * Common given names of the languages that the news is read in. A list, used only against a mark: a surname after
 * somebody else's given name is somebody else, even where the capital at the start of a sentence proves nothing.
 */
const NAMES =
  'aaron abdul abdullah abigail adam adrian agnes ahmed aidan alan albert alejandro aleksander alex alexander alexandra alexis alfred ali alice alison allison amanda amber amelia amy ana anastasia andre andrea andreas andrew andrzej angela angelina anita ann anna anne annie anthony antonio archie arnold arthur ashley astrid audrey aurora austin ava ' +
  'barbara barron barry beatrice ben benjamin bernard bernd bernhard bernie beth betty bill billy birgit bjorn bob bobby boris brad brandon brenda brendan brian bruce bryan camilla carl carla carlos carmen carol caroline catherine cecilia charlene charles charlie charlotte chelsea cheryl chloe chris christian christina christine christoph christopher claire clara claude claudia colin connor craig cynthia ' +
  'dan daniel daniela danny dave david dawn dean debbie deborah denis dennis derek diana diane diego dieter dirk dmitry dominic donald donna dora doris dorothy douglas duncan dylan eddie edgar edith eduardo edward edwin eileen elaine eleanor elena elizabeth ella ellen elliot elon emil emily emma emmanuel eric erica erich erik ernest ernst esther ethan eugene eva evan evelyn fatima felix fernando fiona florian frances francesca francesco francis francisco francois frank franz fred frederick friedrich ' +
  'gabriel gareth gary gavin geoff geoffrey george georg georges gerald gerard gerd gerhard gill gina giorgia giovanni giuseppe gloria gordon grace graham greg gregory greta guido gustav guy hannah hans harold harriet harry hassan hazel heather heidi heiko heinrich heinz helen helena helga helmut henri henry herbert herman hillary holger holly howard hubert hugh hugo hunter ian ibrahim ida igor ines ingrid irene isaac isabel isabella ivan ivana ivanka ivy ' +
  'jack jackie jackson jacob jacques jake james jamie jan jane janet janice jared jason javier jean jeff jeffrey jennifer jenny jeremy jerome jerry jesse jessica jill jim jimmy joachim joan joanna joanne jochen joe joel johan johann johannes john johnny jon jonathan jordan jorge jose josef joseph joshua juan judith judy julia julian juliet julie jurgen justin kai karen karin karl kate katherine kathleen kathryn katie katrin keith kelly ken kenneth kevin kim kirsten klaus kurt kyle ' +
  'lara larry lars laura lauren laurence laurent lawrence lea leah lee lena leo leon leonard leonardo leslie lewis liam lilly lily linda lisa liz lloyd logan lois lorenzo louis louise luca lucas lucia lucy luigi luis luke lutz lydia lynn madeleine maggie malcolm manfred manuel marc marcel marcia marco marcus margaret maria marie marilyn mario marion marjorie mark markus martha martin martina mary maryam mason mathias matt matthew matthias maureen maurice max maxim maximilian megan mel melania melanie melissa mia michael michel michele michelle miguel mike mikhail mila mohamed mohammed monica monika moritz muhammad ' +
  'nadia nancy naomi natalia natalie natasha nathan neil nicholas nick nicola nicolas nicole nigel nikita nikolai nina noah noel nora norbert norman olaf oleg olga oliver olivia omar oscar otto owen pablo pamela pascal patricia patrick paul paula pauline pavel pedro peggy penelope penny peter petra phil philip philippe phillip pierre piotr polly rachel rafael rainer ralf ralph ramon randy raphael raul ray raymond rebecca reinhard rene ricardo richard rick rita rob robert roberta roberto robin rodrigo roger roland rolf roman ron ronald rory rosa rose roy rudolf rupert russell ruth ryan ' +
  'sabine sally sam samantha samuel sandra sara sarah sasha scott sean sebastian serena sergei sergey sergio seth shane shannon sharon sheila shirley sidney sigmar silvia silvio simon simone sofia sonia sophia sophie spencer stacey stan stefan stefano stella stephan stephane stephanie stephen steve steven stewart stuart sue susan susanne suzanne svetlana sven sylvia tanya tara tatiana ted teresa terry thea theodore theresa thierry thomas thorsten tiffany till tim timothy tina tobias toby todd tom tommy tony tracy travis trevor tristan tyler ulrich ursula ute uwe valentina valerie vanessa vera veronica vicky victor victoria viktor vincent viola violet virginia vivian vladimir volker walter wanda warren wayne wendy werner wilhelm will william willy winston wolfgang xavier yasmin yvonne yves zach zachary zara zoe ' +
  'adam agata agnieszka aleksandra beata bartosz dariusz elżbieta ewa grzegorz jacek jakub janusz jarosław jerzy joanna kamil katarzyna krzysztof lech leszek maciej magdalena małgorzata marcin marek mariusz mateusz michał paweł piotr przemysław rafał ryszard sławomir stanisław szymon tadeusz tomasz wiktor wojciech zbigniew zofia ' +
  'александр алексей анатолий андрей анна антон борис вадим валентин валерий василий виктор виталий владимир вячеслав геннадий георгий григорий дмитрий евгений екатерина елена иван игорь илья ирина кирилл константин ксения лариса леонид людмила максим мария михаил надежда наталья николай олег ольга павел роман светлана сергей татьяна юлия юрий яна джон джеймс роберт майкл уильям дэвид мелания иванка ' +
  'анастасія андрій василь вікторія віталій володимир галина дмитро євген ігор ірина катерина костянтин марія микола михайло наталія оксана олександр олексій олена ольга петро сергій тарас тетяна юлія юрій іван іванка меланія майк джо дональд';

const KNOWN = new Set(NAMES.split(' ').map(plain));

/** Places that are also given names: what follows them in capitals may be a surname. */
const PLACES_AS_NAMES = new Set(
  'paris london sydney jordan chad georgia kenya india chelsea austin charlotte florence victoria madison savannah dakota brooklyn israel cuba virginia carolina jackson lincoln houston dallas phoenix vienna verona milan roman francis alexandria adelaide lourdes geneva troy cairo asia america china holland ireland malta'.split(
    ' ',
  ),
);

function plain(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Lower case, no diacritics: the form in which given names are compared. */
export function foldName(word: string): string {
  return plain(word);
}

/** A common given name, or a double one whose first part is ("Jean-Luc"). */
export function isGivenName(word: string): boolean {
  const folded = plain(word);
  return KNOWN.has(folded) || KNOWN.has(folded.split('-')[0] ?? '');
}

export function isPlaceAsGivenName(word: string): boolean {
  return PLACES_AS_NAMES.has(plain(word));
}
