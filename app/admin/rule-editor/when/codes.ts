const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const PAIRS = [...LETTERS].flatMap((first) => [...LETTERS].map((second) => first + second));

/** Not countries, though they have a name and a code of two letters: unions, and what stands for an unknown one. */
const NO_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

let countries: readonly string[] | undefined;
let languages: readonly string[] | undefined;

/** The countries that ICU has a name for, "GB"; those that are no more have another's code by now and are left out. */
export function countryCodes(): readonly string[] {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  countries ??= PAIRS.filter(
    (code) => !NO_COUNTRIES.has(code) && names.of(code) !== undefined && isItsOwn(`und-${code}`),
  );
  return countries;
}

/** The languages of two letters that ICU has a name for, "de". */
export function languageCodes(): readonly string[] {
  const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  languages ??= PAIRS.map((code) => code.toLowerCase()).filter(
    (code) => names.of(code) !== undefined && isItsOwn(code),
  );
  return languages;
}

function isItsOwn(tag: string): boolean {
  return Intl.getCanonicalLocales(tag)[0] === tag;
}
