/** The checkout's look, calm and plain; colours have a contrast of at least 4.5:1 on both grounds. */
export const styles = `
:host { all: initial; display: block; }
.block {
  --ink: #1a1a1a; --quiet: #595959; --line: #dedede; --edge: #8a8a8a; --paper: #fff; --ground: #f6f6f6; --accent: #14669c;
  --bad: #b3261e; --good: #146c2e; --care: #7a4f01;
  font: 14px/1.5 -apple-system, "Segoe UI", "Open Sans", sans-serif; color: var(--ink); overflow-wrap: anywhere;
}
*, *::before, *::after { box-sizing: border-box; }
p, h2, h3, h4, h5, h6, fieldset, hr, dialog { margin: 0; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap;
}
.box { min-width: 0; }
.stack { display: flex; flex-direction: column; min-width: 0; }
.stack--direction-inline { flex-direction: row; flex-wrap: wrap; align-items: start; }
.stack > *, .grid > * { min-width: 0; max-width: 100%; }
.grid { display: grid; }
.section { display: flex; flex-direction: column; gap: 12px; }
.divider { width: 100%; border: 0; border-top: 1px solid var(--line); }
.divider--direction-block { width: 0; align-self: stretch; border-top: 0; border-left: 1px solid var(--line); }
.list { margin: 0; padding-inline-start: 20px; }

.heading { font-size: 16px; line-height: 1.3; font-weight: 600; }
h2.heading { font-size: 18px; }
.text--type-small, .paragraph--type-small { font-size: 12px; }
.text--color-subdued, .paragraph--color-subdued { color: var(--quiet); }
.text--tone-critical, .paragraph--tone-critical { color: var(--bad); }
.text--tone-success, .paragraph--tone-success { color: var(--good); }
.text--tone-warning, .paragraph--tone-warning { color: var(--care); }
.text--tone-neutral, .paragraph--tone-neutral { color: var(--quiet); }
.badge, .chip {
  display: inline-flex; gap: 6px; align-items: center; padding: 1px 8px; border-radius: 999px; background: #ececec;
  font-size: 12px; line-height: 20px;
}
.badge--tone-critical { background: #fbe9e7; color: var(--bad); }
.tooltip { font-size: 12px; color: var(--quiet); }
.icon { display: inline-block; width: 16px; height: 16px; border: 1.5px solid currentColor; border-radius: 50%; }

.image { display: block; max-width: 100%; }
.image--size-fill { width: 100%; }
.thumbnail { position: relative; display: inline-block; width: 64px; height: 64px; }
.thumbnail--size-small { width: 52px; height: 52px; } .thumbnail--size-small-100 { width: 40px; height: 40px; }
.thumbnail img, .thumbnail__empty {
  display: block; width: 100%; height: 100%; border: 1px solid var(--line); border-radius: 6px; object-fit: contain;
  background: var(--paper);
}
.thumbnail__count {
  position: absolute; top: -8px; inset-inline-end: -8px; min-width: 20px; padding: 0 6px; border-radius: 999px;
  background: #595959; color: #fff; font-size: 12px; line-height: 20px; text-align: center;
}
.avatar {
  display: inline-flex; width: 40px; height: 40px; border-radius: 50%; align-items: center; justify-content: center;
  background: #ececec;
}
.pictured { min-height: 80px; border: 1px solid var(--line); border-radius: 6px; background: var(--ground); }

.banner { display: flex; gap: 12px; padding: 12px 14px; border: 1px solid #9cc3e0; border-radius: 6px; background: #f0f7fc; }
.banner--tone-success { border-color: #9ccfae; background: #eff9f2; }
.banner--tone-warning { border-color: #e3c178; background: #fff8e8; }
.banner--tone-critical { border-color: #e5a9a5; background: #fff2f1; }
.banner__words { flex: 1 1 auto; min-width: 0; }
.banner__heading { display: block; }
.spinner { display: inline-flex; }
.spinner__wheel {
  display: inline-block; width: 18px; height: 18px; border: 2px solid currentColor; border-right-color: transparent;
  border-radius: 50%; animation: turn 0.9s linear infinite;
}
@keyframes turn { to { transform: rotate(1turn); } }
.skeleton { border-radius: 4px; background: var(--line); color: transparent; }
@media (prefers-reduced-motion: reduce) { .spinner__wheel { animation: none; } }

.button {
  display: inline-flex; gap: 8px; align-items: center; justify-content: center; min-height: 44px; padding: 10px 18px;
  border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: #fff; font: inherit;
  font-weight: 600; text-align: center; text-decoration: none; cursor: pointer;
}
.button:hover { background: #105989; border-color: #105989; }
.button--variant-secondary { border-color: var(--edge); background: var(--paper); color: var(--ink); }
.button--variant-secondary:hover { border-color: var(--ink); background: var(--ground); }
.button--tone-critical { border-color: var(--bad); background: var(--bad); }
.button--size-fill { width: 100%; }
.button--plain { min-height: 0; padding: 0 4px; border: 0; background: none; color: var(--ink); }
.button--plain:hover { background: none; }
.button[disabled], .button[aria-disabled="true"] { cursor: default; }
.button[disabled] { border-color: #e3e3e3; background: #e3e3e3; color: #6b6b6b; }
.link {
  padding: 0; border: 0; background: none; font: inherit; color: var(--accent); text-decoration: underline; cursor: pointer;
}
.link--tone-neutral { color: inherit; }
.clickable > .link { display: block; width: 100%; color: inherit; text-align: start; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.field { display: flex; flex-direction: column; gap: 4px; }
.field__label { padding: 0; font-size: 13px; color: var(--quiet); }
.field__line { display: flex; gap: 8px; align-items: center; }
.field__control {
  width: 100%; min-width: 0; min-height: 44px; padding: 8px 12px; border: 1px solid var(--edge); border-radius: 6px;
  background: var(--paper); color: inherit; font: inherit;
}
.field__control[disabled] { border-color: var(--line); background: var(--ground); color: var(--quiet); opacity: 1; }
.field--wrong .field__control { border-color: var(--bad); }
.field__error { font-size: 12px; color: var(--bad); }
.choices { display: flex; flex-direction: column; gap: 8px; padding: 0; border: 0; min-width: 0; }
.choice { display: grid; grid-template-columns: 20px 1fr; gap: 4px 10px; align-items: start; }
.choice input { width: 18px; height: 18px; margin: 1px 0; accent-color: var(--accent); }
.choice .field__error { grid-column: 2; }

.overlay { width: min(520px, calc(100vw - 24px)); padding: 20px; border: 1px solid var(--line); border-radius: 10px; color: var(--ink); }
.overlay::backdrop { background: rgb(0 0 0 / 45%); }
.overlay--popover { position: absolute; width: auto; padding: 12px; z-index: 1; }
.overlay__head { display: flex; justify-content: space-between; gap: 12px; margin-bottom: 12px; }
`;
