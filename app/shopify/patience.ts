/** How long Shopify is asked for an answer. */
export interface Patience {
  /** Of one question. */
  readonly tries: number;
  /** Shopify ends a query of its own accord after 10 s on most fields; past 15 s nobody answers. */
  readonly answerWithinMs: number;
  /** All the questions of one client together: since the first of them, or since Shopify answered one last. */
  readonly silenceMs: number;
}

export const AS_A_JOB: Patience = { tries: 5, answerWithinMs: 15_000, silenceMs: Number.POSITIVE_INFINITY };

/**
 * Of somebody who looks on: after so long they are told that Shopify does not answer, and can ask again themselves. Work of
 * many questions that are answered goes on. A client of its own for each thing that they ask.
 */
export const WHILE_A_MERCHANT_WAITS: Patience = { tries: 5, answerWithinMs: 5_000, silenceMs: 5_000 };
