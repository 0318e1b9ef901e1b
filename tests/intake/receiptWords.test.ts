import { describe, expect, it } from 'vitest';
import { RECEIPT_WORDS } from '#lib/intake/receiptWords.ts';

const listed = (text: string): string[] => text.trim().split(/\s+/);

/** Words that sound like another in British English, both spellings: a child may write either. */
const SOUND_ALIKE = listed(`
	acts axe add ad air heir aisle isle allowed aloud alter altar ant aunt arc ark ate eight aural oral
	axel axle bail bale ball bawl band banned bard barred bare bear bark barque baron barren base bass
	bay bey bazaar bizarre be bee beach beech bean been beat beet beau bow beer bier bell belle berry
	bury berth birth better bettor billed build bite byte bight blew blue bloc block board bored boar
	bore bold bowled bolder boulder boos booze border boarder born borne bough boy buoy brake break
	bread bred brews bruise bridal bridle broach brooch brows browse bus buss but butt buy by bye
	caddie caddy cannon canon canvas canvass caret carrot cart kart carve calve cash cache cast caste
	caught court caw core ceiling sealing cell sell cellar seller cent scent sent cereal serial check
	cheque cheetah cheater chews choose chord cord chute shoot cite sight site clause claws climb clime
	close clothes coal kohl coarse course coat cote comma calmer complement compliment coop coupe copse
	cops coral choral cork caulk council counsel creak creek crews cruise cue queue curb kerb currant
	current cygnet signet cymbal symbol cypress dam damn days daze dear deer desert dessert dew due die
	dye disc disk discreet discrete doe dough done dun draft draught dual duel earn urn ewe you yew eye
	faint feint fair fare farther father fate fete faun fawn feat feet few phew ferry fairy file phial
	filter philtre find fined fir fur fisher fissure flair flare flaw floor flea flee flew flu flue flex
	flecks floe flow flour flower for fore four fort fought forth fourth forward foreword foul fowl franc
	frank freeze frees frieze friar fryer gait gate gamble gambol gays gaze genes jeans gild guild gilt
	guilt gofer gopher gorilla guerrilla grate great grater greater grease greece grey grill grille
	grizzly grisly groan grown grocer grosser guessed guest guise guys gym jim hail hale hair hare hall
	haul halve have hangar hanger hart heart hay hey heal heel hear here heard herd heroin heroine hew
	hue hi high higher hire him hymn hoard horde hoarse horse hoes hose hold holed hole whole holy wholly
	hoop whoop hostel hostile hour our idle idol in inn inquire enquire jam jamb jewel joule key quay
	knead need knew new knight night knit nit knot not know no knows nose lain lane lava larva law lore
	lawn lorn lays laze lead led leader lieder leak leek leased least lens lends lessen lesson levee levy
	liar lyre lichen liken lie lye light lite links lynx load lode loan lone loch lock loot lute lumbar
	lumber made maid magnate magnet mail male main mane maize maze manner manor mantel mantle mare mayor
	mark marque marshal martial marten martin mask masque mast massed maw more moor me mi meat meet meddle
	medal metal mettle meteor meatier meter metre mews muse might mite mind mined miner minor missed mist
	moan mown moat mote mode mowed moose mousse morning mourning muscle mussel mustard mustered naval
	navel nay neigh none nun oar or ore awe ode owed oh owe one won overdo overdue packed pact pail pale
	pain pane pair pare pear palate palette pallet panda pander passed past paste paced patience patients
	pause paws pores pours paw poor pour pea pee peace piece peak peek pique peal peel pearl purl peat
	pete pedal peddle peer pier pi pie pidgin pigeon petrol petrel phase faze phrase frays
	pitta pitter place plaice plain plane plait plate plum plumb pole poll praise prays preys pray prey
	principal principle prise prize pries profit prophet purr per quarts quartz quire choir rabbet rack
	wrack rain reign rein raise rays raze rap wrap raw roar read reed read red real reel reek wreak rest
	wrest retch wretch review revue rhyme rime right rite write ring wring road rode rowed roam rome roe
	row role roll rood rude root route rose rows rota rotor rote wrote rough ruff rung wrung rye wry sac
	sack sail sale sailor sailer sauce source saw soar sore scene seen scull skull sea see seam seem sear
	seer seas sees seize seek sikh serf surf serge surge session cession sew so sow shake sheikh shear
	sheer shed shoe shoo shore sure side sighed sign sine sink sync size sighs slay sleigh sleight slight
	sloe slow soared sword sole soul some sum son sun sort sought spa spar spade spayed staid stayed stair
	stare stake steak stalk stork stationary stationery steal steel step steppe stile style storey story
	straight strait suede swayed suite sweet sunday sundae swan sworn swat swot tacked tact tacks tax tail
	tale talk torque taper tapir tare tear taught taut tea tee team teem tears tiers teas tease tenner
	tenor tern turn the their there thaw thor threw through throne thrown thyme time tic tick tide tied
	tighten titan timber timbre tire tyre to too two toad toed towed toe tow told tolled tool tulle tor
	tore tour tray trait troop troupe trooper trouper trussed trust tuba tuber tuna tuner vain vane vein
	vale veil vary very vial vile wade weighed wail whale waist waste wait weight waive wave walk wok want
	war wore ware wear where warn worn watt what wax whacks way weigh weak week weal wheel weather whether
	weave welled weld wet whet which witch while wile whine wine whirled world whirred word white wight
	whiled wild why wise whys wit whit wood would yoke yolk yore your
`);

/** What no word may name: the grounds are those a frightened, mocked or homesick child has. */
const BANNED: Readonly<Record<string, readonly string[]>> = {
	'harm and fear': listed(`
		abuse abduct afraid agony alarm anger angry ambush attack bang bash battle beat beast belt bite
		bleed blood bomb boom bruise burn bully burglar cane cage chain chase chop choke corpse crash creep
		crime crook cruel crush cut danger dark dead death demon devil die dread drown dungeon enemy escape
		evil fall fear fight fire fright ghost ghoul grave grief guilt guilty hang harm hate haunt hell hide
		hit horror hunt hurt injure jail kick kidnap kill killer knock lash lie liar locked lost monster
		murder nasty nightmare pain panic pinch poison prison punch punish raid rage riot rob scare scared
		scary scream shout shove sinister skull slam slap slave smack smash spike spook spooky stab stalker
		steal storm strangle suffer terror thief threat thug thunder torment torture trap spy trauma trouble
		curse spell vampire victim villain violent war warn whip wicked witch wound wreck zombie attic cellar shadow
	`),
	weapons: listed(`
		ammo archer armour army arrow arson axe bayonet blade bow bullet cannon club dagger dart gun grenade
		hammer javelin knife lance missile pistol revolver rifle rocket sabre shot shotgun sling soldier spear
		sword tank torpedo trident trigger weapon
	`),
	'sex and closeness': listed(`
		bed bedroom bath bathe boob bottom bra breast bum cuddle date desire erotic flirt fondle fuck gay
		groom grope hug intimate kinky kiss lesbian love lover lust naked naughty nude orgasm penis porn
		pregnant queer rape romance secret seduce sex sexual sexy shag sleep slag slut strip touch tickle
		toy underwear vagina vest virgin whore wife
	`),
	'body and how it looks': listed(`
		ankle arm baggy beard big belly body bone brain bulge bulk cheek chest chin chubby chunky curvy dwarf ear
		elbow eye face fat finger fist foot freckle giant ginger hair hand head heel height hip huge hump
		jaw knee leg limb lip lump lung mouth muscle nail neck nose obese organ palm plump rib scar shin
		short skin skinny slim small spotty stomach tall teeth thick thigh thin throat thumb tiny toe tongue
		tooth tummy ugly waddle waist weight wrinkle wrist
	`),
	'family and people with power': listed(`
		adopt aunt auntie babe baby boy boyfriend brother bride carer child court cousin dad daddy daughter
		family father foster gran grandma grandad guardian husband judge jury kid lawyer magistrate mother
		mum mummy nanny nephew niece officer orphan papa parent police sister social solicitor son stranger
		teacher twin uncle warden wedding widow wife worker
	`),
	'places of care and the words of care': listed(`
		asylum care case centre client hearing home hostel hotel house kennel order panel placement refuge
		refugee respite return review school section unit visa visit ward
	`),
	'faith, race and nation': listed(`
		abbey angel bacon bible bishop black brown buddha chapel church coconut country coon christ curry
		gypsy halo ham heaven hindu holy indian islam jew jewel jungle mosque muslim muslin negro pagan
		pork prayer priest race racist saint sikh sin slant temple tinker turban welsh white yellow
	`),
	'money trouble': listed(`
		bailiff bankrupt beg beggar bill broke budget cash cheap coin cost credit debt fine loan luxury money
		owe pay payment poor poverty price purse rent rich wage wealth
	`),
	'sickness, drink and drugs': listed(`
		acid ache addict alcohol ambulance bandage beer bleed booze bong brandy cancer cider clinic cocaine
		coma cough crack crystal dizzy doctor dope dose drug drunk faint fever germ gin grass hash heroin
		herb hospital ill infect injury itch joint lager medicine needle nurse pain pill pint plaster pub
		rash rum sick smoke sneeze speed spice spirit sore surgery syringe thrush vape virus vodka
		vomit weed whisky wine
	`),
	'mockery and slurs': listed(`
		ape ass bad beast bitch cheat chicken clown cow coward crazy creep cuckoo dim dirty donkey dull dumb
		dummy failure fairy fake fool freak fruit gorilla grub hippo hog idiot idle joke joker kitty lazy
		loser mad mental monkey moron mug nerd nut nutty odd pansy pig poof prat puff rat rubbish rude
		sausage scum sheepish silly simple sissy slow slug snake special stupid tart thick toad trash tramp
		wally weak weasel weird whale wimp worm zany
	`),
	'feelings that mock, and doubt of what was said': listed(`
		alone blame claim cheer cry deny doubt fault fun giggle glad goodbye grin happy hope jolly joy
		laugh lonely lucky merry mistake never nobody nothing party promise proof prove sad shame smile
		sorry tell true trust truth
	`)
};

describe('the words of receipt codes', () => {
	it('are exactly 2,048, so that each takes 11 bits', () => {
		expect(RECEIPT_WORDS).toHaveLength(2048);
		expect(new Set(RECEIPT_WORDS).size).toBe(2048);
	});

	it('are 3 to 7 plain lower-case letters', () => {
		expect(RECEIPT_WORDS.filter((word) => !/^[a-z]{3,7}$/.test(word))).toEqual([]);
	});

	it('stand in alphabetical order', () => {
		expect([...RECEIPT_WORDS].sort()).toEqual(RECEIPT_WORDS);
	});

	it('are told apart by their first four letters', () => {
		expect(new Set(RECEIPT_WORDS.map((word) => word.slice(0, 4))).size).toBe(2048);
	});

	it('never begin one another, so that words run together can be cut in one way only', () => {
		const begun = RECEIPT_WORDS.filter((word, index) => RECEIPT_WORDS[index + 1]?.startsWith(word));
		expect(begun).toEqual([]);
	});

	it('sound like no other word', () => {
		const heard = new Set(SOUND_ALIKE);
		expect(RECEIPT_WORDS.filter((word) => heard.has(word))).toEqual([]);
	});

	it.each(Object.entries(BANNED))('name nothing of %s', (_ground, words) => {
		const banned = new Set(words.flatMap((word) => [word, `${word}s`, `${word}ed`, `${word}ing`]));
		expect(RECEIPT_WORDS.filter((word) => banned.has(word))).toEqual([]);
	});

	it('hold no joining word that people put between words of a list', () => {
		expect(RECEIPT_WORDS).not.toContain('and');
	});

	it('are spelt the British way', () => {
		const american = listed(
			'color flavor gray center meter theater pajama catalog honor yogurt plow'
		);
		expect(RECEIPT_WORDS.filter((word) => american.includes(word))).toEqual([]);
		expect(RECEIPT_WORDS).toEqual(expect.arrayContaining(['colour', 'flavour', 'theatre']));
	});

	it('hold the words the leaflets use as an example', () => {
		expect(RECEIPT_WORDS).toEqual(expect.arrayContaining(['maple', 'robin', 'kettle', 'seven']));
	});
});
