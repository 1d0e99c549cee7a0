/** The shop's shelves; a product stands on the first whose words its title has. */
const SHELVES: readonly { readonly type: string; readonly words: RegExp }[] = [
  { type: "Decoration", words: /doormat|doorstop/i },
  { type: "Christmas", words: /christmas|sleigh|reindeer|cracker|stocking|jingle/i },
  {
    type: "Toys & Crafts",
    words:
      /playhouse|doll\b|felt ?craft|skittles|spinning tops|skipping|domino|snap cards|card game|playing cards|bingo|snakes|harmonica|knitting|glider|catch cup|marbles|modelling|colouring|crayon|paint set|stencil|sewing|money bank|piggy bank|nesting|rounders|croquet|toy tidy|stamp set|school|lip gloss/i,
  },
  { type: "Warm & Cosy", words: /hot water bottle|hottie|hand warmer|cushion/i },
  { type: "Lights & Candles", words: /t-light|candle|lantern|night light|lights\b/i },
  {
    type: "Garden",
    words: /garden|plant|watering|parasol|umbrella|picnic basket|bird ?cage|metal pears|dog food|cat food|kneeling/i,
  },
  {
    type: "Party",
    words: /bunting|paper chain|napkin|paper plates|paper cups|popcorn|doilies|cocktail|garland|party bag|silk fan/i,
  },
  {
    type: "Bags & Lunch",
    words: /(?<!peg )\bbag\b(?! plate)|shopper|wallet|lunch box|snack box|mini cases|food container/i,
  },
  {
    type: "Tea & Tableware",
    words: /\bmug\b|teacup|tea plate|teapot|milk jug|sugar bowl|\bcup\b|tea set|bowl|\bplate\b|tea bag|tea glass/i,
  },
  {
    type: "Kitchen & Baking",
    words:
      /cake|baking|jam |cookie|biscuit|tins?\b|recipe|kitchen|scales|jelly|spoon|cutlery|apron|tea towel|oven glove|jug|bread bin|jar\b|sugar|washing up|brush|cutter|placemat|pantry|peg/i,
  },
  {
    type: "Paper & Cards",
    words:
      /birthday|\bcard\b(?! holder)|gift tag|wrap|ribbon|notebook|notepad|writing set|stationery|pencil|\bpen\b|tissues|exercise|ruler|chalk stick|eraser/i,
  },
];

/** All of them, in the order of the shop's menu. */
export const SHELF_TYPES: readonly string[] = [
  "Bags & Lunch",
  "Tea & Tableware",
  "Kitchen & Baking",
  "Lights & Candles",
  "Decoration",
  "Warm & Cosy",
  "Party",
  "Paper & Cards",
  "Toys & Crafts",
  "Garden",
  "Christmas",
];

/** The shelf of a product by the words of its title; "Decoration" takes what no other shelf claims. */
export function shelfOf(title: string): string {
  return SHELVES.find(({ words }) => words.test(title))?.type ?? "Decoration";
}
