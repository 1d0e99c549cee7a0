/** Rules that a search by name lists at once. */
export const RULES_FOUND_MOST = 20;
