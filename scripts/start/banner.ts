export interface BannerView {
  readonly storeUrl: string;
  readonly adminUrl: string;
  readonly tookMs: number;
  readonly logs: string;
}

/** What a person needs to go on, and no more. */
export function banner({ storeUrl, adminUrl, tookMs, logs }: BannerView): string {
  return `
  Encore runs on this machine, no account needed (ready in ${(tookMs / 1000).toFixed(1)} s).

    Store   ${storeUrl}    buy something: card number 1 is approved, 2 is declined
    Admin   ${adminUrl}    make a rule: who bought this is offered that

  Logs in ${logs}. Ctrl-C stops everything.
`;
}
