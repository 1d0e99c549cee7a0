/** What the sandbox shop sells that journeys speak of. */
export const TEACUPS = { title: "Regency Teacup and Saucer", handle: "regency-teacup-and-saucer" };
export const CAKESTAND = { title: "Regency Cakestand 3 Tier", handle: "regency-cakestand-3-tier" };
export const BAG = { title: "Jumbo Bag Red Retrospot", handle: "jumbo-bag-red-retrospot" };
export const TINS = { title: "Set of 3 Regency Cake Tins", handle: "set-of-3-regency-cake-tins" };
export const LUNCH_BAG = { title: "Lunch Bag Red Retrospot", handle: "lunch-bag-red-retrospot" };
