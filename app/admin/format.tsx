import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Instant } from "#app/core/values/instant.ts";
import type { Money } from "#app/core/values/money.ts";
import { moneyText } from "./money-text.ts";

/** How this merchant reads amounts and times: their admin's language, their shop's clock. */
export interface Format {
  /** "£12.75" */
  readonly money: (amount: Money) => string;
  /** "21 Nov 2026, 18:04" in the shop's zone. */
  readonly dateTime: (at: Instant) => string;
  /** "21 Nov 2026" in the shop's zone. */
  readonly day: (at: Instant) => string;
  /** "21 Nov" in the shop's zone. */
  readonly shortDay: (at: Instant) => string;
  /** "18:04" in the shop's zone. */
  readonly shortTime: (at: Instant) => string;
  /** "18:04:19" in the shop's zone. */
  readonly time: (at: Instant) => string;
  /** "12.5%" from 12.5, as the engine’s sentences write it in this language too. */
  readonly percent: (percent: number) => string;
  /** "86 kB", "1.2 MB" */
  readonly fileSize: (bytes: number) => string;
  /** "German" from "de"; a code that is no language stays as it is. */
  readonly language: (code: string) => string;
  /** "Germany" from "DE" */
  readonly country: (code: string) => string;
  /** "Euro" from "EUR" */
  readonly currency: (code: string) => string;
  /** "Monday" from 1; 7 is Sunday. */
  readonly weekday: (day: number) => string;
}

/** The same without a screen. */
export function formatFor(locale: string, timezone: string): Format {
  const times = { timeZone: timezone } as const;
  const dateTime = new Intl.DateTimeFormat(locale, { ...times, dateStyle: "medium", timeStyle: "short" });
  const day = new Intl.DateTimeFormat(locale, { ...times, dateStyle: "medium" });
  const shortDay = new Intl.DateTimeFormat(locale, { ...times, day: "numeric", month: "short" });
  const shortTime = new Intl.DateTimeFormat(locale, { ...times, timeStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { ...times, timeStyle: "medium" });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const currencies = new Intl.DisplayNames(locale, { type: "currency" });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "long" });
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  return {
    money: (amount) => moneyText(amount, locale),
    dateTime: (at) => dateTime.format(at),
    day: (at) => day.format(at),
    shortDay: (at) => shortDay.format(at),
    shortTime: (at) => shortTime.format(at),
    time: (at) => time.format(at),
    percent: (value) => percent.format(value / 100),
    fileSize: (bytes) =>
      bytes < 100_000
        ? unit(locale, "kilobyte").format(Math.ceil(bytes / 1_000))
        : unit(locale, "megabyte").format(bytes / 1_000_000),
    language: (code) => (/^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    currency: (code) => (/^[A-Z]{3}$/.test(code) ? (currencies.of(code) ?? code) : code),
    // 1 January 2024 was a Monday.
    weekday: (day) => weekday.format(Date.UTC(2024, 0, day)),
  };
}

function unit(locale: string, of: "kilobyte" | "megabyte"): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: "unit", unit: of, maximumFractionDigits: 1 });
}

const LocaleContext = createContext("en");

export function LocaleProvider({ locale, children }: { readonly locale: string; readonly children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

/** `timezone` is the shop's IANA name, "Europe/London". */
export function useFormat(timezone: string): Format {
  const locale = useContext(LocaleContext);
  return useMemo(() => formatFor(locale, timezone), [locale, timezone]);
}

/** What parts the decimals from the whole: "12.5", "12,5". */
export type DecimalMark = "." | ",";

export function decimalMarkOf(locale: string): DecimalMark {
  return new Intl.NumberFormat(locale).format(1.5).includes(",") ? "," : ".";
}

/** The merchant's own. */
export function useDecimalMark(): DecimalMark {
  const locale = useContext(LocaleContext);
  return useMemo(() => decimalMarkOf(locale), [locale]);
}
