import type { Ink } from "./ink.ts";
import * as bags from "./motifs/bags.ts";
import * as cosy from "./motifs/cosy.ts";
import * as festive from "./motifs/festive.ts";
import * as games from "./motifs/games.ts";
import * as garden from "./motifs/garden.ts";
import * as home from "./motifs/home.ts";
import * as kitchen from "./motifs/kitchen.ts";
import * as lights from "./motifs/lights.ts";
import * as paper from "./motifs/paper.ts";
import * as tea from "./motifs/tea.ts";
import * as tins from "./motifs/tins.ts";
import * as toys from "./motifs/toys.ts";
import * as wall from "./motifs/wall.ts";

/** A drawing, and whether it stands on a table, hangs on a wall or lies flat. */
export interface Motif {
  readonly draw: (ink: Ink) => string;
  readonly stage: "table" | "wall" | "flat";
}

type Row = readonly [words: RegExp, draw: Motif["draw"], stage?: Motif["stage"]];

/** The first row whose words the title has draws the product. The words are lower case. */
const MOTIFS: readonly Row[] = [
  [/hand warmer/, cosy.handWarmer, "flat"],
  [/hot water bottle|hottie/, cosy.hotWaterBottle, "flat"],
  [/doormat/, home.doormat, "flat"],
  [/kneeling/, cosy.kneelingPad, "flat"],
  [/parasols/, festive.cocktailParasols, "flat"],
  [/parasol|umbrella/, cosy.parasol, "wall"],
  [/apron/, cosy.apron, "wall"],
  [/oven glove/, cosy.ovenGlove, "wall"],
  [/tea towel/, cosy.teaTowels, "wall"],
  [/bunting|garland/, festive.bunting, "wall"],
  [/paper chain/, festive.paperChain, "wall"],
  [/cracker/, festive.crackers, "flat"],
  [/stocking/, festive.stocking, "wall"],
  [/sleigh|bells/, festive.bells, "wall"],
  [/angel t-light|silver angels/, lights.tealightGlass, "table"],
  [/angel|fairy$|white fairy|little friends/, festive.angel, "wall"],
  [/wooden tree|tree christmas/, festive.christmasTree, "wall"],
  [/wicker star|wooden star|star christmas/, home.hangingStar, "wall"],
  [/lunch box/, bags.lunchBox, "table"],
  [/lunch bag/, bags.lunchBag, "table"],
  [/charlotte bag/, bags.charlotteBag, "table"],
  [/peg bag/, bags.pegBag, "wall"],
  [/picnic bag/, bags.picnicBag, "table"],
  [/shoulder bag|airline bag/, bags.shoulderBag, "table"],
  [/wallet/, bags.wallet, "flat"],
  [/mini cases/, bags.cases, "table"],
  [/snack box/, bags.snackBoxes, "table"],
  [/toy tidy|jumbo|shopper|recycling|\bbag\b(?! plate)/, bags.jumboBag, "table"],
  [/cakestand/, kitchen.cakestand, "table"],
  [/cake stand/, kitchen.cakePlate, "table"],
  [/plasters/, tins.plasters, "table"],
  [/spice tins|knick knack|herb tins/, tins.smallTins, "table"],
  [/tea,? coffee/, tins.caddies, "table"],
  [/cake tins/, tins.cakeTins, "table"],
  [/tin\b(?!.*flytrap)/, tins.tin, "table"],
  [/money bank|piggy/, toys.moneyBank, "table"],
  [/cake cases|baking cases/, kitchen.cakeCases, "table"],
  [/baking set/, kitchen.bakingSet, "table"],
  [/scented candles/, lights.jarCandle, "table"],
  [/jam jar t-light|jar t-light/, lights.tealightGlass, "wall"],
  [/jam making|jam jar/, tins.jamJar, "table"],
  [/sugar dispenser/, kitchen.dispenser, "table"],
  [/recipe book stand|recipe box|storage box|trinket box|jewellery/, tins.recipeBox, "table"],
  [/trinket pot/, tins.trinketPot, "table"],
  [/scales/, kitchen.scales, "table"],
  [/cutter/, kitchen.cutters, "flat"],
  [/measuring spoons/, kitchen.spoons, "flat"],
  [/cutlery/, kitchen.cutlery, "flat"],
  [/jelly mould/, kitchen.moulds, "table"],
  [/bread bin|food container/, tins.breadBin, "table"],
  [/clothes pegs/, kitchen.clothesPegs, "wall"],
  [/brush/, kitchen.brush, "flat"],
  [/shopping list|notepad/, paper.notepad, "flat"],
  [/hanging heart t-light|heart t-light holder$/, lights.heartHolder, "wall"],
  [/lantern/, lights.lantern, "table"],
  [/night light/, lights.nightLight, "table"],
  [/party candles/, lights.partyCandles, "flat"],
  [/lights\b/, lights.stringLights, "wall"],
  [/candleholder/, lights.candleholder, "table"],
  [/zinc t-light/, lights.heartHolder, "wall"],
  [/t-light|tea glass/, lights.tealightGlass, "table"],
  [/candle/, lights.candles, "table"],
  [/egg cup/, tea.eggCup, "table"],
  [/teacup/, tea.teacup, "table"],
  [/tea set/, tea.teaSet, "table"],
  [/teapot/, tea.teapot, "table"],
  [/jug/, tea.jug, "table"],
  [/glass bowls/, tea.lidBowls, "table"],
  [/bowl/, tea.bowl, "table"],
  [/paper plates|paper cups/, festive.paperParty, "table"],
  [/mug|\bcup\b(?! game)/, tea.mug, "table"],
  [/plate\b/, tea.plate, "flat"],
  [/popcorn/, festive.popcorn, "table"],
  [/doilies/, paper.doilies, "flat"],
  [/napkin|tissues/, paper.napkins, "table"],
  [/silk fan/, festive.fan, "flat"],
  [/gift tag/, paper.giftTags, "wall"],
  [/ribbon/, paper.ribbons, "flat"],
  [/\bwrap\b/, paper.wrapRolls, "table"],
  [/notebook|exercise book/, paper.notebooks, "flat"],
  [/stationery|writing set/, paper.stationery, "flat"],
  [/pencil|crayon|chalk stick|colouring/, paper.pencils, "table"],
  [/ruler/, paper.ruler, "flat"],
  [/snap cards|card game|playing cards/, games.cards, "flat"],
  [/birthday card|^card|\bcard\b(?! holder)/, paper.card, "table"],
  [/domino|bingo|snakes/, games.game, "flat"],
  [/harmonica/, games.harmonica, "flat"],
  [/spinning/, games.spinningTops, "table"],
  [/cushion/, toys.cushion, "table"],
  [/doll\b|princess/, toys.doll, "wall"],
  [/felt ?craft/, toys.felt, "flat"],
  [/playhouse/, toys.playhouse, "table"],
  [/skittles/, games.skittles, "table"],
  [/babushka|nesting/, toys.babushka, "table"],
  [/milk bottles/, games.milkBottles, "table"],
  [/sewing/, toys.sewing, "table"],
  [/glider/, games.glider, "flat"],
  [/skipping|catch cup|knitting nancy/, games.ropeToy, "flat"],
  [/paint set|clay/, games.paints, "flat"],
  [/picnic basket/, garden.basket, "table"],
  [/watering/, garden.wateringCan, "table"],
  [/plant ladder/, garden.plantLadder, "table"],
  [/pears/, garden.pears, "table"],
  [/bird ?cage/, garden.birdcage, "table"],
  [/alarm clock/, wall.alarmClock, "table"],
  [/clock/, wall.wallClock, "wall"],
  [/chalkboard|black board|memo board/, wall.chalkboard, "wall"],
  [/sign\b/, wall.sign, "wall"],
  [/building block/, home.wordBlocks, "table"],
  [/hook|coat rack|hanger/, wall.hooks, "wall"],
  [/cabinet|mini chest|drawer cabinet/, home.drawers, "table"],
  [/knob/, home.knobs, "flat"],
  [/key fob/, home.keyFob, "flat"],
  [/photo frame|frame/, wall.frame, "wall"],
  [/owls/, home.owls, "wall"],
  [/bird.*hanging/, home.bird, "wall"],
  [/bird/, home.bird, "table"],
  [/doughnut/, kitchen.doughnut, "flat"],
  [/heart|wicker/, home.hangingHeart, "wall"],
];

/** The motif for a title, a wrapped present where no word of it is known. */
export function motifFor(words: string): Motif {
  const row = MOTIFS.find(([pattern]) => pattern.test(words));
  return { draw: row?.[1] ?? festive.present, stage: row?.[2] ?? "table" };
}
