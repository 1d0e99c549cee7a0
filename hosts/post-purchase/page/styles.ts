/** How Shopify's checkout looks without a merchant's branding: one blue, quiet greys, one column of 14 px text. */
export const styles = `
:host { display: block; }
*, ::before, ::after { box-sizing: border-box; }
.page {
  --accent: #1773b0; --ink: #1f1f1f; --quiet: #616161; --line: #dedede; --edge: #8a8a8a; --ground: #f5f5f5;
  font: 14px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  color: var(--ink); overflow-wrap: anywhere;
}
p, h1, h2, h3, h4, h5, h6, hr, address { margin: 0; }
address { font-style: normal; }

.block-stack { display: flex; flex-direction: column; gap: 16px; }
.block-stack--alignment-leading { align-items: flex-start; }
.block-stack--alignment-center { align-items: center; }
.block-stack--alignment-trailing { align-items: flex-end; }
.inline-stack { display: flex; flex-wrap: wrap; gap: 12px; }
.block-stack--spacing-xtight { gap: 4px; } .inline-stack--spacing-xtight { gap: 4px; }
.block-stack--spacing-tight { gap: 8px; } .inline-stack--spacing-tight { gap: 8px; }
.block-stack--spacing-loose { gap: 20px; } .inline-stack--spacing-loose { gap: 20px; }
.block-stack--spacing-xloose { gap: 32px; } .inline-stack--spacing-xloose { gap: 32px; }
.inline-stack--alignment-leading { align-items: flex-start; }
.inline-stack--alignment-center { align-items: center; }
.inline-stack--alignment-trailing { align-items: flex-end; }
.inline-stack--alignment-baseline { align-items: baseline; }
.block-stack > div:empty { display: none; }
.bookend { display: flex; gap: 12px; }
.bookend > * { flex: 1 1 auto; }
.bookend--leading > :first-child, .bookend--trailing > :last-child { flex: 0 0 auto; }
.bookend--alignment-leading { align-items: flex-start; } .bookend--alignment-center { align-items: center; }
.bookend--alignment-trailing { align-items: flex-end; } .bookend--alignment-baseline { align-items: baseline; }
.bookend--spacing-xtight { gap: 4px; } .bookend--spacing-tight { gap: 8px; }
.bookend--spacing-loose { gap: 20px; } .bookend--spacing-xloose { gap: 32px; }
.tiles { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 12px; }
.tiles--wraps { grid-auto-flow: row; grid-template-columns: repeat(var(--per-line), minmax(0, 1fr)); }
.tiles--spacing-none { gap: 0; } .tiles--spacing-xtight { gap: 4px; } .tiles--spacing-tight { gap: 8px; }
.tiles--spacing-loose { gap: 20px; } .tiles--spacing-xloose { gap: 32px; }
.tiles--alignment-leading { align-items: start; } .tiles--alignment-center { align-items: center; }
.tiles--alignment-trailing { align-items: end; } .tiles--alignment-baseline { align-items: baseline; }
.view--inline-extraTight { padding-inline: 4px; } .view--block-extraTight { padding-block: 4px; }
.view--inline-tight { padding-inline: 8px; } .view--block-tight { padding-block: 8px; }
.view--inline-base { padding-inline: 16px; } .view--block-base { padding-block: 16px; }
.view--inline-loose { padding-inline: 24px; } .view--block-loose { padding-block: 24px; }
.view--inline-extraLoose { padding-inline: 40px; } .view--block-extraLoose { padding-block: 40px; }
.layout { display: flex; justify-content: center; }
.layout--inline-leading { justify-content: flex-start; } .layout--inline-trailing { justify-content: flex-end; }
.layout--block-center { align-items: center; } .layout--block-trailing { align-items: flex-end; }
.layout__sized { flex: 1 1 100%; min-width: 0; }
.sections { display: flex; flex-wrap: wrap; justify-content: center; }
.sections > * { min-width: 0; }
.sections > .image--framed { align-self: flex-start; }
.separator { width: 100%; border: 0; border-top: 1px solid var(--line); }
.separator--width-medium { border-width: 2px; } .separator--width-thick { border-width: 4px; }
.separator--width-xthick { border-width: 8px; }
.separator--direction-vertical { width: auto; align-self: stretch; border-top: 0; border-left: 1px solid var(--line); }

.heading { font-weight: 600; line-height: 1.25; }
.heading--level-1 { font-size: 26px; } .heading--level-2 { font-size: 22px; } .heading--level-3 { font-size: 16px; }
.text--size-small { font-size: 12px; } .text--size-medium { font-size: 16px; }
.text--size-large { font-size: 20px; } .text--size-xlarge { font-size: 26px; }
.text--emphasized { font-weight: 600; } .text--subdued { color: var(--quiet); }
.text--appearance-critical { color: #b3261e; } .text--appearance-warning { color: #7a4f01; }
.text--appearance-success { color: #146c2e; }
.text-container { display: flex; flex-direction: column; gap: 12px; }
.text-container--spacing-none { gap: 0; } .text-container--spacing-tight { gap: 8px; }
.text-container--spacing-loose { gap: 20px; }
.text-container--alignment-center { text-align: center; } .text-container--alignment-trailing { text-align: end; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.link { padding: 0; border: 0; background: none; font: inherit; color: var(--accent); text-decoration: underline; cursor: pointer; }

.callout { display: flex; flex-direction: column; align-items: center; gap: 8px; padding: 18px 20px; text-align: center; }
.callout--background-secondary { background: var(--ground); }
.callout--border-block { border-block: 1px solid var(--line); }
.callout--alignment-leading { align-items: flex-start; text-align: start; }
.callout--alignment-trailing { align-items: flex-end; text-align: end; }
.callout--spacing-none { gap: 0; } .callout--spacing-loose { gap: 16px; }
.callout__title { font-size: 20px; line-height: 1.3; font-weight: 600; }
.banner { display: flex; gap: 12px; padding: 14px 16px; border: 1px solid #9cc3e0; border-radius: 5px; background: #f0f7fc; }
.banner--status-success { border-color: #9ccfae; background: #eff9f2; }
.banner--status-warning { border-color: #e3c178; background: #fff8e8; }
.banner--status-critical { border-color: #e5a9a5; background: #fff2f1; }
.banner__icon {
  flex: 0 0 auto; width: 20px; height: 20px; border: 1.5px solid currentColor; border-radius: 50%;
  font-size: 12px; line-height: 17px; font-weight: 700; text-align: center;
}
.banner__words { flex: 1 1 auto; }
.banner__title { padding: 0; border: 0; background: none; font: inherit; font-weight: 600; text-align: start; }

.spinner { display: inline-flex; align-items: center; gap: 10px; color: var(--accent); }
.spinner--color-inherit { color: inherit; }
.spinner__wheel {
  width: 28px; height: 28px; border: 2px solid currentColor; border-right-color: transparent; border-radius: 50%;
  animation: turn 0.9s linear infinite;
}
.spinner--size-small .spinner__wheel, .button .spinner__wheel { width: 18px; height: 18px; }
.spinner--size-large .spinner__wheel { width: 44px; height: 44px; }
.spinner__words { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) {
  .spinner__wheel { animation: none; }
  .spinner--with-words .spinner__wheel, .button .spinner__wheel { display: none; }
  .spinner__words { position: static; width: auto; height: auto; clip-path: none; color: var(--quiet); }
}

.button {
  position: relative; display: block; width: 100%; padding: 15px 20px; border: 1px solid var(--accent); border-radius: 5px;
  background: var(--accent); color: #fff; font: inherit; font-size: 16px; font-weight: 600; line-height: 1.35;
  text-align: center; text-decoration: none; cursor: pointer;
}
.button:hover { background: #105989; border-color: #105989; }
.button--subdued { border-color: var(--edge); background: #fff; color: var(--ink); }
.button--subdued:hover { background: var(--ground); border-color: var(--ink); }
.button--plain { width: auto; padding: 0; border: 0; background: none; color: var(--accent); font-weight: 400; text-decoration: underline; }
.button--plain:hover { background: none; }
.button[disabled], .button[aria-disabled="true"] { cursor: default; }
.button[disabled] { background: #e3e3e3; border-color: #e3e3e3; color: #6b6b6b; }
.button--subdued[disabled] { background: #fff; border-color: var(--line); }
.button--loading .button__label { visibility: hidden; }
.button__loading { position: absolute; inset: 0; display: flex; align-items: center; justify-content: center; gap: 10px; }
.button-group { display: flex; flex-wrap: wrap; gap: 12px; }
.button-group > * { flex: 1 1 0; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.field { position: relative; }
.field__label { position: absolute; top: 7px; left: 12px; font-size: 12px; color: var(--quiet); pointer-events: none; }
.field__control {
  width: 100%; min-height: 52px; padding: 23px 12px 7px; border: 1px solid var(--edge); border-radius: 5px;
  background: #fff; color: inherit; font: inherit; line-height: 20px;
}
.field__control--select {
  appearance: none; padding-right: 34px; text-overflow: ellipsis;
  background: #fff url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><path d="M1 1.5l5 5 5-5" fill="none" stroke="%23616161" stroke-width="1.6"/></svg>') no-repeat right 13px center;
}
.field__control[disabled] { border-color: var(--line); background-color: var(--ground); color: var(--quiet); opacity: 1; }
.field--wrong .field__control { border-color: #b3261e; }
.field__error { margin-top: 4px; font-size: 12px; color: #b3261e; }
.field__tooltip {
  position: absolute; top: 17px; right: 12px; width: 18px; height: 18px; border: 1px solid var(--edge); border-radius: 50%;
  font-size: 12px; line-height: 16px; text-align: center; color: var(--quiet);
}
.choice { display: grid; grid-template-columns: 20px 1fr; gap: 4px 10px; align-items: start; }
.choice input { width: 18px; height: 18px; margin: 1px 0; accent-color: var(--accent); }
.choice .field__error { grid-column: 2; margin: 0; }

.image { display: block; }
.image img { display: block; max-width: 100%; margin-inline: auto; }
.image--framed { overflow: hidden; border-radius: 5px; background: var(--ground); }
.image--framed img { width: 100%; height: 100%; object-fit: fill; }
.image--fit-contain { background: none; } .image--fit-contain img { object-fit: contain; } .image--fit-cover img { object-fit: cover; }
.image--bordered { border: 1px solid var(--line); border-radius: 5px; }
`;
