/** A figure that was promised, set beside the one that was measured. */
export interface Bar {
  readonly what: string;
  readonly measured: number;
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit: string;
}

export function isMet({ measured, atMost, atLeast }: Bar): boolean {
  return (atMost === undefined || measured <= atMost) && (atLeast === undefined || measured >= atLeast);
}
