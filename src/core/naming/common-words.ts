/**
 * Words of six languages that stand in news with a capital (at the head of a sentence, or as every German noun) and that people,
 * papers or companies are also called. A name that is one of them would mark the word. Not a dictionary: it warns, and decides nothing.
 */

const WORDS = `
after all any april august autumn bank best big black blue book bush business cash church city close cook court cross day dean dear doctor
east editor english express fall field fire first fish food for fox free friend friends game gas gold good grant grey green ground group guard
guardian head high hill home hope house human ice independent inside iron july june justice king kings lake land law light long lord love
mail major man march mark may mirror monday money month moon mount mr mrs new news next north now observer office oil old one open order
page pace park parliament party peace people piece place point police pope post power president press price prince queen race rain read red
review rice rich right river road rock rose royal russian sand school sea senate service short signal sky small snow so some south speaker spring
square standard star state stone stop story street strong student sun sunday target teacher team telegraph temple the this time times today
tomorrow tower town trade tree truth two union up us wall war water way we week welcome west what when white who will winter wolf woman wood
word work world year yes you young
aber alle amt arbeit auto bahn bank bauer baum berg berger bild braun brief bund burg dorf dienst ende erde europa fall feld feuer fisch
fischer focus frage frau freitag freund frieden fuchs geld gericht geschichte gesetz gold graf groß gruppe hand haus heute herr herz himmel hof
holz jahr jung kaiser kanzler kirche klein koch kohl könig krieg kraft kunst lang land leben licht linke mann mark markt meer mensch merkel merz
minister mittag monat montag morgen nacht neu norden ort osten partei platz post preis recht reich richter ring roth rot schule schwarz see sommer
sonne spiegel spiel staat stadt stein stern stimme straße süden tag tagesschau teil tor union vogel volk wagner wald wasser weg wein weiß welt westen
winter wirtschaft wolf woche wort zeit zeitung ziel zug zukunft
affaire ami an année argent art aube automne avenir banque bataille bon canal chef chemin cité code croix dame dimanche eau échos église état
été express figaro fin force forêt france gendarme grand guerre hier hiver homme humanité jardin jour journal juge juin juillet jeudi justice
lettre liberté libération loi lundi lune maire maison marché marie marin mars matin mer midi ministre moi mois monde mort nord nouveau nuit
obs opinion or ouest page pain paix paris parti pays petit place point police pont porte premier presse prince progrès reine républicain rouge rue
samedi soir soleil sud temps terre tour travail vie ville vin voix vrai
abc agua amor año ayer banco blanco calle campo casa castillo cielo ciudad corte cruz cuerpo diario día dios domingo el españa estado este
expreso fin flores fuego fuerza gente gobierno grande guerra hijo hombre hoy iglesia invierno isla jefe juez junio julio justicia ley libertad
libre león luna lunes luz mar mañana marzo mayo mercado mesa mes ministro moreno mundo muro nación negro norte noche nuevo obra oro país palacio
partido paz plaza poder pueblo puente puerta razón rey reyes reina río rojo rosa ruiz sol sur teatro tiempo tierra torre trabajo verano verdad vida vega
азов банк батько берег біль бог братство вибір вітер війна влада вода воля ворог весна вогонь голова голос гора громада день держава дзеркало
дім дорога друг дума душа екран єдність життя закон земля зима зірка золото кобзар козак коваль король край кравець кров ліс літо люди майдан мир
місто місяць мова море народ неділя ніч новини осінь партія перемога понеділок правда право президент рада рік річка робота родина свобода світ
січ слава слово слуга сонце справа суд сума тиждень урядовий факти час чорний шевченко школа хліб
бизнес битва бог брат век весна ветер взгляд власть вода война волк воля враг время газета герой глава год голос гора город господин гром
группа дело день дождь дом дорога друг друзья дума жизнь завод закон запад земля зима звезда золото известия итоги князь коммерсант король край
красный кузнец лес лето лига люди март мельник месяц мир мнение море мороз москва народ неделя новости ночь осень отец партия песня победа
поле правда право президент путь рада радуга река родина россия руль свет свобода север сила слово собака совет солнце спутник стол сын труд
утро хозяин царь человек эхо юг яблоко январь
`;

const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));

/** Is the text one word, and one of these, whatever its capitals? */
export const isCommonWord = (text: string): boolean => COMMON_WORDS.has(text.normalize('NFC').toLowerCase());
