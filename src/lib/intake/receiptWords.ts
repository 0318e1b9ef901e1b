/**
 * The 2,048 words a receipt code is drawn from, in alphabetical order.
 *
 * A child reads, writes down and types these, perhaps on the worst day of a year. So each is an
 * everyday British word of 3 to 7 letters that sounds like no other word, and none names a person
 * in the family, a body, a place of care, a faith, a race, money, sickness, a weapon or a harm.
 * No two share their first four letters and none begins another, so four letters are enough.
 * `tests/intake/receiptWords.test.ts` holds every rule.
 *
 * The order and the number of the words must not change: codes already given out depend on them.
 */
export const RECEIPT_WORDS: readonly string[] = `
	abacus able about above acacia academy accent acorn acre across acrylic actor adapt adjust
	advert afar after again agile ahead airline airmail airport airship airy album alcove alder
	algae algebra align allow almanac almond aloe aloft along alpaca alpha alpine already also alto
	always amaze amber amble among amount ample anagram anchor ancient angle anise annual another
	antenna anthem antique antler anvil apex apiary apple apricot apron aqua arbour arcade arch
	arctic area arena aroma around artist artwork aside aspen asphalt aster athlete atlas atoll atom
	atop atrium audio aurora author autumn avenue average aviary avocado awake awning axis azalea
	azure badger baffle bagel bagpipe baker balance balcony balloon balsa bamboo bangle banjo banner
	banquet bargain barley barn barter basalt basil basket bassoon batch batik bauble bayou beacon
	bead beagle beak beam beanie because become bedrock beehive beep beetle before begin begonia
	beige bench benefit beret beside best between beyond bicycle bike billion binary binder bingo
	biology biplane birch bird biscuit bison bistro blanket blazer blend blimp blink blip bloom
	blossom blotter blouse bobbin bobcat bobsled bolster bonbon bonfire bonnet bonsai bonus bookish
	boon boost booth borrow botany both bottle bounce bouquet bowler bowtie box bracken braid
	bramble branch bravo bream breeze briar brick bridge brief bright brim brisk brogue brolly
	bronze broom broth browser brunch brush bubble bucket budgie buffet bugle builder bulb bulrush
	bumper bunch bundle bunny bunting burrito bushy busy butler button buzz byway cabbage cabin
	cable cactus cadence cafe cairn cake calcium calico calm calypso canal candle canoe canteen
	canyon capable caper capstan captain caraway carbon card cargo caribou carpet carry cartoon
	cascade cashew castle casual cater catkin catnap cattle cedar celery cello celsius cement
	century ceramic certain chair chalet chamber channel chapter chart chatter cheddar cheese chef
	cherry chess chevron chicory chief chimney chipper chirp chive chorus chowder chrome chutney
	cicada cinder cinema circle cirrus citadel citrus city civet civic clarity classic clatter clay
	clear clerk click cloak clock clog cloth cloud clover clump cluster clutter coach coast coati
	cobalt cobbled cocoon cod coffee coil collect colour column combine comet comic compass concert
	condor cone conifer conker connect console contest convex cookie cool copilot copper copy
	cordial corn correct cosmic costume cosy cotton could count courier cove cowboy coyote crab
	craft crane crater crayon cream cress crew cricket crimson crinkle crisp crocus croft crop
	croquet cross crouton crown cruiser crumble crust cube cubic culture cumin cupcake curator
	curious curlew cursor curtain curve cushion custard cyan cycle dabbler dahlia daily dainty dairy
	daisy dale damask damson dance dapple dash data dawn daytime dazzle decade decimal deck declare
	decor degree deliver dell delta deluxe denim depot derby design desktop detail detour dewdrop
	diagram dial diamond dice diesel digest digit dill dingo dinner diploma dipper direct disco dish
	display ditto diver divide dogwood doily dollop dolphin domain dome domino doodle door dotted
	double dove dowel downy dozen dragon drake dream dresser drift drive drizzle drop drummer dry
	duchess duck duet duffel dune dunlin duo during dusk duster dynamo each eager eagle early
	earmuff earring earth easel easily eastern echo eclair eclipse economy eddy edible edit eel egg
	egret eighty either eland elastic elect elegant element eleven elk ellipse elm else embark ember
	emblem emerald emperor emu enable enamel encore endive energy engine enrol enter entire entry
	epic equator equip eraser errand essay estuary eureka euro evening ever evoke evolve exact
	example excel expand expert explore express extend extra eyelet fabled fabric facet factory
	falafel falcon famous fanfare farmer fashion fast fathom feast feather fedora fence fennel fern
	ferret fibre field fiesta fifty fig finch finery firefly first fish five flagon flake flannel
	flap flask flavour flaxen fleece flicker flight flint flip float flock florist floss fluent
	fluffy fluid fluke flurry flute flux fly foal foam focus fog foil folder foliage font forage
	forest fork formula fortune fossil fox foyer frame freezer fresh fridge frill fringe frock frog
	frolic frond frost froth frozen fuel funnel furnish furrow further fusion future fuzzy gable
	gadget galaxy gallop gander garage garden garlic garment garnet gateway gather gavotte gazelle
	gecko gem gentle genuine geology gerbil geyser gimlet gingham ginkgo giraffe girder glacier
	glade glance glaze gleam glen glider glimmer glint glisten glitter globe glory glossy glove glow
	goal goat goblet goggles golden golf gondola gong goose gorse gosling gown grade grain granite
	graph gravy grebe green griddle griffin grit grocery groove grotto group grove grow guava guess
	guide guitar gulf gull gumboot gumdrop guppy gurgle gusto gymnast habitat haddock haggis haiku
	hairpin hake half halibut halyard hamlet hammock hamper hamster handbag harbour harp harrier
	harvest hat haven hawk hazel hazy headset heap hearth heather hectare hedge helix helmet hen
	herald heron hessian hexagon hiccup hickory highway hike hilltop hinge hint history hive hobby
	hobnob hockey hoist holiday holly hoof hoot hopper horizon hotpot hover however hub hull humbug
	humid hummus hundred hurdle husk hutch hybrid hydrant hyphen ibex ibis iceberg icicle icing icon
	icy idea igloo iguana impala import inch include index indigo indoor ingot initial ink inland
	inlet inner input insect inshore inspire instant integer invent invite involve inward iris
	island isobar item ivory ivy jacket jade jaguar jampot jangle jar jasmine jaunty jazz jeep jelly
	jersey jetty jiffy jigsaw jingle jive jockey joiner jotter journal jubilee judo juggle juice
	jukebox jumble jumper juniper kaftan kale kayak kazoo keel kelp kestrel ketchup kettle keypad
	kilt kimono kingdom kiosk kipper kitchen kite kitten kiwi koala koi korma ladder ladle lagoon
	lake lamp land lantern lapel laptop lapwing larch larder lark laser lattice launch laurel lavish
	layer layout leaflet league leap learn legend leisure lemon lemur lentil leopard lettuce level
	liberty library lid lift lilac lily lime limit limpet linden linen lingo lining link linnet lino
	linseed lion liquid list litre lizard loaf loam lobby lobelia lobster local locket lodge loft
	logic logo lolly long lookout loom loop lotus loud lounge lovage lowland lozenge ludo lullaby
	lunar lunch lupin lyric macaw machine maestro magenta magic magma magpie make mallard mambo
	mammal manage mango mansion mantis manual many maple maraca marble margin marine market marlin
	marmot maroon marrow marsh marvel masala mascot match maths matinee matrix mauve maximum maybe
	mayfly mayo maypole meadow meal meander measure medium medley meerkat melon melt memento memoir
	mention menu mercury merge merit merlin mermaid mesh method metro miaow middle midge midway
	mighty mild mile milk million mime mimosa mineral mingle minibus mink minnow mint minute mirage
	mirror mitten mixer mixture mobile modern module mohair moment monarch monocle monsoon monthly
	moonlit moped morsel mosaic mossy mostly motion motor motto mound mouse movie much mud muesli
	muffin mulch mural murmur museum music mustang mutual myrtle mystery nacho napkin narrow narwhal
	nature nearby neat nebula nectar neon neptune nest netball nettle network neutral newt nibble
	nickel nifty nimble ninety ninth noble node noodle noon north notch note notify noun nourish
	nova novel now nozzle nucleus nugget number numeral nutmeg nylon oak oasis oatcake oatmeal
	oblong oboe ocarina ocean ocelot octagon octopus offer oil okapi okra olive omega omnibus once
	onion only onto onward onyx oodles opal open opera opinion option opus oracle orange orbit
	orchid oregano origami oriole ornate oryx osprey ostrich other otter ottoman ounce outback
	outdoor outer outfit outline oval ovation oven overall owl oxbow oxide oxtail oxygen oyster
	ozone pace pacific packet paddle pageant paint palace pancake paneer panini pannier panther
	papaya paper paprika parade parcel pardon park parlour parrot parsnip part pastry patchy path
	patio pattern pavlova peach peahen peanut peapod pebble pecan pedalo pelican pelmet pencil
	pendant penguin penny peony pepper perch perfume pergola perhaps permit pesto petal petunia
	pewter phoenix phone physics piano piccolo pickle picnic picture pillar pilot pinball pine pink
	pioneer piper pipit pitch pivot pixel pixie pizza plaid planet plaque plastic platter playful
	plaza pleat pledge plenty plinth plough plover plug plumage plural plus plywood pocket pod poem
	poetry point polar polecat polite polka pollen polo polygon pomelo pompom poncho pond pony
	poodle pool popcorn poplar poppy porch porter possum poster posy potato pottery pouch prairie
	praline prawn precise predict prefix prelude premium prepare presto pretzel preview primary
	print prism privet produce profile project prompt pronto proper protein provide puddle puffin
	pulley pulsar puma pumpkin punnet puppet purple putty puzzle pylon pyramid quack quad quail
	quality quantum quarter quasar quaver quench query quest quick quilt quince quiver quokka quoll
	quote rabbit radar radish raffle rafter railway rainbow raisin rake rally ramble ramekin rampart
	ranch random ranger rapid rarely rarity rather ratio raven ravine rayon reach ready realm reason
	recap recent recipe recycle redwood reef referee refill reflect refresh regatta region regular
	relay relish remark remote render renew repair reply reptile reserve resin result rethink retire
	retro reverse revolve rewind rhino rhombus rhubarb ribbon rice riddle ridge rind rinse ripple
	rise risotto river robin robot rockery rodeo roller roof rook rooster rosette roster rotate
	rotunda round router rover rowan royal ruby rudder ruffle rugby rumble rummage runner runway
	rural russet rustic sachet saddle safari saffron saga sage salad salmon saloon salsa salt samba
	same samosa sample sandal sapling sardine sarong sash satchel satin satsuma saucer saunter
	savanna savoury sawdust scallop scarlet scatter scenic science scone scooter scope score scout
	screen script scroll scuba scurry seabird seafood seagull seal seaport season seat seaweed
	second sedge seesaw segment seldom select seminar senior sepia sequin serene series serve sesame
	settle setup seven shade shallot shanty share shawl sheep shelf sherbet shift shimmer shiny
	shirt shoal shop shovel shrew shrub shuffle shuttle sidecar sierra siesta sieve sift signal
	silky silo silver similar simmer since singer siphon siskin sitar sixty sizzle skate sketch skid
	skiff skill skim skipper skittle skua skylark slalom slate sledge sleeve slide slipway slogan
	slope slot slumber slush smock smooth smudge snack snail snap snippet snooze snorkel snowy snug
	soap soccer society sock soda sofa soft soggy solar solid solve someone sonar song sonic sonnet
	soon soprano sorbet sorrel sound soup south soy space spaniel sparkle spatula speak speech
	sphere sphinx spinach spiral splash splice sponge spoon spore sprat spread spring sprout spruce
	spun square squeak squid stable stack stadium stage stall stanza stapler star station steady
	steep stellar stem stencil stereo steward stilt stirrup stoat stock store stove straw stream
	string stroll strudel studio stump stylus subtle suburb subway such sudden suffix sugar suggest
	suit sultana sumac summer sunbeam sundial sunfish sunhat sunlit sunrise sunset supper surface
	survey sushi swap sway sweater sweep swift swim swing swirl switch swivel swoop syntax syrup
	system tabard tabby table taco tadpole taffeta tagine tahini talent tally tandem tangle tapas
	tapioca tarmac tartan task tassel tawny teacup teak teal teapot teasel teatime telly tempo tench
	tendril tennis tent term terrace textile thank thatch theatre theme then theory thicket thimble
	think third thistle those three tiara ticket tidal tidy tiger tile tiller timpani tinfoil tinsel
	tiptoe title toast today toffee tofu toggle tomato tome tone tongs tonight topaz topcoat topic
	topside torrent total toucan toward tower town tractor train tram trapeze trawler treacle treble
	tree trek trellis trend trestle tricky trifle trim trinket trio triple triumph trolley trophy
	trot trout trove trowel truck truffle trumpet trundle tube tuck tuft tugboat tuition tulip
	tumble tundra tune tunic tunnel turbine tureen turf turkey turnip turret turtle tusk tutu tuxedo
	twang tweak tweed twelve twenty twice twiddle twig twinkle twirl twist type typical ukulele
	ultra umpire unfold unicorn uniform union unique unison unlock unpack unplug unravel unroll
	until unusual unwrap upbeat update upgrade uphill upkeep upland uplift upload upon upper upright
	upside upswing uptown upturn upward urban useful usher usual utensil utility utmost valiant
	valley value valve vanilla vantage variety varnish vase vault vector vehicle velvet venture
	venue veranda verb verdant verge verse vertex vessel vet viaduct vibrant view viking village
	vinegar vintage vinyl violet virtual visible visor vista visual vital vivid vocal voice volcano
	vole volley voltage volume vowel voyage wader wafer waffle wagon wagtail waken wallaby walnut
	waltz wand warble warm warren water wayside weaver web wedge weekend welcome welder wellies
	western wetland wharf wheat whelk whilst whim whisker whittle whoosh wicker widget wigeon wigwam
	willow window wing wintry wisdom wish wisp with wombat wonder wooden woolly woven wren wriggle
	writer yak yard yarn yarrow yawn yearly yeti yodel yoghurt yonder yoyo yucca yurt zebra zenith
	zephyr zero zesty zigzag zinc zinnia zipper zither zodiac zone zoology zoom
`
	.trim()
	.split(/\s+/);
