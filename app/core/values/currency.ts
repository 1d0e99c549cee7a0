/** An ISO 4217 code in capitals, "GBP". */
export type Currency = string & { readonly __brand: "Currency" };

/** Currencies whose minor unit is not a hundredth. Source: ISO 4217 list one, 2026-01-01, active currencies only. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** The code as a `Currency`, or undefined when it is not three letters. Case does not matter. */
export function parseCurrency(code: string): Currency | undefined {
  const upper = code.toUpperCase();
  return /^[A-Z]{3}$/.test(upper) ? (upper as Currency) : undefined;
}

/** How many decimals the currency's minor unit stands for: 2 for GBP, 0 for JPY, 3 for KWD. */
export function minorDigitsOf(currency: Currency): number {
  return MINOR_DIGITS[currency] ?? 2;
}
