import { onCLS, onINP, onLCP } from "web-vitals";

/** What web-vitals has measured of this frame's page so far; milliseconds, but for the shift. */
export interface Vitals {
  lcp?: number;
  cls?: number;
  /** Absent until somebody did something that took 16 ms or more, which is the least the browser tells. */
  inp?: number;
}

// What was typed and not saved is kept in the browser: every visit begins without.
localStorage.clear();

const vitals: Vitals = {};
Object.assign(window, { vitals });
onLCP(({ value }) => Object.assign(vitals, { lcp: value }), { reportAllChanges: true });
onCLS(({ value }) => Object.assign(vitals, { cls: value }), { reportAllChanges: true });
onINP(({ value }) => Object.assign(vitals, { inp: value }), { reportAllChanges: true, durationThreshold: 16 });
