/** The name over the door; the shop's account is called something plainer. */
export const BRAND = "Penny & Plum";
