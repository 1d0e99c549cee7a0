const count = (many: number, one: string, several: string) =>
  `${many.toLocaleString("en")} ${many === 1 ? one : several}`;

/** Everything the screens say that are about all rules together: import, export, publishing, versions. */
export const rulebookWords = {
  export: "Export",
  import: "Import",
  publish: "Review and publish",
  exported: "Rulebook downloaded",
  notDownloaded: "The file could not be downloaded. Check your connection and try again.",
  unreached: "Encore could not be reached. Check your connection and try again.",
  failed: "Encore could not do that just now. Nothing was changed; try again.",
  more: (many: number) => `and ${many.toLocaleString("en")} more`,

  unpublished: {
    title: "Your draft says something else than what is live",
    body: "Shoppers go on with what is live until you publish.",
  },
  trial: {
    title: (version: number, percent: number) => `Version ${version} is being tried by ${percent}% of your shoppers`,
    body: "Keep it, widen it or roll it back before you publish anything else.",
    see: "See versions",
  },
  trialRunning: (version: number, percent: number) =>
    `Version ${version} is being tried by ${percent}% of your shoppers: keep it or roll it back first, then publish.`,

  importing: {
    title: "Import rules",
    help: "A rulebook is one JSON document with all your rules, as Export downloads it. It takes the place of your draft; what is live stays as it is until you publish.",
    choose: "Choose a file",
    chosen: (name: string, size: string) => `${name}, ${size}`,
    text: "Rulebook as JSON",
    textHelp: "Paste it here, or choose a file.",
    check: "Check",
    save: "Save as draft",
    empty: "Choose a file or paste a rulebook first.",
    problems: (many: number) => count(many, "thing needs changing", "things need changing"),
    problemsBody: "Nothing was saved, and what you wrote still stands below. Mend it there and check again.",
    line: (line: number) => `Line ${line.toLocaleString("en")}`,
    goTo: (line: number) => `Go to line ${line.toLocaleString("en")}`,
    wholeDocument: "the whole document",
    differences: "What changes in your draft",
    same: "It says the same as your draft: there is nothing to save.",
    rules: (many: number) => `The document is right: ${count(many, "rule", "rules")}.`,
    edited: "The text was changed since it was checked. Check it again before saving.",
    changedMeanwhile: {
      title: "Your draft was changed meanwhile",
      body: "Someone saved other rules since this was checked. Nothing was overwritten, and your text still stands below. Check again to see what would change now.",
    },
    saved: "Saved as a draft",
  },

  findings: {
    title: (many: number) => count(many, "thing to look at", "things to look at"),
    body: "None of it is an error: it can be saved and published as it is.",
  },

  publishing: {
    title: "Publish all rules",
    changes: "What changes for shoppers",
    nothing: "Shoppers have exactly these rules already: there is nothing to publish.",
    staysDraft: (many: number) =>
      `${count(many, "rule is a draft and stays one", "rules are drafts and stay drafts")}: publish each from its own page when it is ready.`,
    whom: "For whom",
    everyone: "Everyone",
    everyoneHelp: "Live for all shoppers at once.",
    share: "A share of shoppers first",
    shareHelp: "The others keep what is live now. A shopper who has the new rules keeps them too.",
    shareFirst: "Nothing is live yet for the others to keep: a first version is for everyone.",
    percent: "Share of shoppers",
    percentWrong: "The share is a whole number from 1 to 99.",
    note: "Note",
    noteHelp: "For the list of versions. Only you and your colleagues see it.",
    publish: "Publish",
    published: "Published: shoppers see it from now on",
    tried: (percent: number) => `Published: ${percent}% of shoppers see it from now on`,
    missing: (many: number) =>
      `${count(many, "product that the rules name is", "products that the rules name are")} not in your shop any more: nothing is offered of them.`,
    changedMeanwhile:
      "Your draft was changed meanwhile, and nothing was published. This is what would change now: look once more.",
  },

  versions: {
    title: "Versions",
    help: "Every time rules are published, paused or tried, a version is kept as it was. Any of them can be live again.",
    emptyTitle: "No version yet",
    emptyBody:
      "As soon as you publish a rule, this page keeps what was live: who published it, when, what changed, and a way back.",
    emptyAction: "See your rules",
    columns: { version: "Version", at: "Published", by: "By", note: "What it is", share: "Shoppers" },
    version: (version: number) => `Version ${version}`,
    draft: "Your draft",
    you: "You",
    staff: (id: string) => `Staff member ${id}`,
    encore: "Encore itself",
    share: (percent: number) => (percent === 100 ? "Live" : `${percent}%`),
    none: "–",
    rollBack: "Roll back…",
    rollBackTo: (version: number) => `Roll back to version ${version}`,
    pages: "Pages of versions",

    trialTitle: (version: number, percent: number) => `Version ${version} is being tried by ${percent}% of shoppers`,
    trialBody: (live: number) => `Everyone else has version ${live}. Whoever tries the new one keeps it.`,
    widen: "Widen",
    widenTo: "Share of shoppers from now on",
    widenWrong: (percent: number) => `The share is a whole number from ${percent + 1} to 99.`,
    keep: "Keep it for everyone",
    dropAsk: "Roll the trial back…",
    dropSure: (live: number) => `Everyone has version ${live} again, at once. The tried version stays in the list.`,
    drop: "Roll the trial back",
    cancel: "Cancel",
    widened: (percent: number) => `${percent}% of shoppers try it from now on`,
    kept: "Live for everyone",
    dropped: "Rolled back: everyone has what was live before",
    noTrial: "The trial has ended meanwhile.",
    notWider: (percent: number) => `It is being tried by ${percent}% already.`,

    compareTitle: "Compare two versions",
    before: "Before",
    after: "After",
    compare: "Compare",
    sameVersions: "They say the same.",
    differences: (before: string, after: string) => `From ${before} to ${after}`,

    backTitle: (version: number) => `Roll back to version ${version}?`,
    backBody: "It is live for everyone at once, under its own number. Your draft stays as it is.",
    backTrial: "The running trial ends by it.",
    backChanges: "What changes for shoppers",
    backSame: "It says the same as what is live.",
    isLive: (version: number) => `Version ${version} is live for everyone already.`,
    rolledBack: (version: number) => `Version ${version} is live again`,
    notFound: "There is no such version.",

    history: "What happened",
    events: {
      published: (version: number) => `Version ${version} live for everyone`,
      "trial-began": (version: number, percent: number) => `Version ${version} tried by ${percent}% of shoppers`,
      "trial-widened": (version: number, percent: number) => `Version ${version} tried by ${percent}% of shoppers`,
      "trial-kept": (version: number) => `Version ${version} kept for everyone`,
      "trial-dropped": (version: number) => `The trial of version ${version} rolled back`,
      "rolled-back": (version: number) => `Rolled back to version ${version}`,
      replaced: (version: number, percent: number) =>
        `Version ${version} live, the trial goes on with ${percent}% of shoppers`,
    },
  },
};
