/** What a shop's clocks show, asked of Intl minute by minute: slow, and without a thought. */
export interface Wall {
  /** "2026-11-27T09:00" */
  readonly minute: string;
  readonly minuteOfDay: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

export function wallAt(at: number, timezone: string): Wall {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" });
    formats.set(timezone, format);
  }
  const minute = format.format(at).replace(" ", "T");
  return {
    minute,
    minuteOfDay: Number(minute.slice(11, 13)) * 60 + Number(minute.slice(14, 16)),
    weekday: new Date(`${minute.slice(0, 10)}T00:00:00Z`).getUTCDay(),
  };
}

/** The first moment at which the wall shows this, or something later: a day alone means its first minute. */
export function firstMomentOf(local: string, timezone: string): number {
  const wanted = local.includes("T") ? local : `${local}T00:00`;
  const asUtc = Date.parse(`${wanted}:00Z`);
  const offset = Date.parse(`${wallAt(asUtc, timezone).minute}:00Z`) - asUtc;
  let at = asUtc - offset - 180 * MINUTE;
  while (wallAt(at + 15 * MINUTE, timezone).minute < wanted) at += 15 * MINUTE;
  while (wallAt(at, timezone).minute < wanted) at += MINUTE;
  return at;
}
