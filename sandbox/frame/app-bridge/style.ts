/** In a sheet of its own, not in the page: React compares the page with what the server sent. */
const STYLE = `
ui-title-bar, ui-nav-menu, s-app-nav, ui-save-bar, ui-modal { display: none; }
.encore-modal { border: 0; padding: 0; border-radius: 16px; width: min(620px, calc(100vw - 32px)); max-height: 85vh;
  color: #303030; font: 13px/20px Inter, -apple-system, "Segoe UI", Roboto, sans-serif; overflow: hidden;
  box-shadow: 0 20px 20px -8px rgba(26, 26, 26, .28); }
.encore-modal[open] { display: flex; flex-direction: column; }
.encore-modal[data-variant="small"] { width: min(380px, calc(100vw - 32px)); }
.encore-modal[data-variant="large"] { width: min(980px, calc(100vw - 32px)); }
.encore-modal[data-variant="max"] { width: 100vw; height: 100vh; max-width: none; max-height: none; border-radius: 0; }
.encore-modal::backdrop { background: rgba(0, 0, 0, .5); }
.encore-modal header { display: flex; align-items: center; gap: 8px; padding: 12px 16px; background: #f3f3f3;
  border-bottom: 1px solid #e3e3e3; }
.encore-modal h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
.encore-modal-close { border: 0; background: none; font-size: 14px; padding: 4px 8px; border-radius: 8px; cursor: pointer; }
.encore-modal-content { flex: 1; overflow: auto; }
.encore-modal footer { display: flex; flex-direction: row-reverse; gap: 8px; padding: 12px 16px;
  border-top: 1px solid #ebebeb; }
.encore-modal footer:empty { display: none; }
.encore-button { font: inherit; font-weight: 550; padding: 4px 12px; border-radius: 8px; border: 1px solid #ccc; background: #fff;
  cursor: pointer; }
.encore-button.encore-primary { background: #303030; border-color: #303030; color: #fff; }
.encore-button.encore-critical { background: #c70a24; border-color: #c70a24; color: #fff; }
.encore-button:disabled { opacity: .5; cursor: default; }
`;

export function adoptStyle(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
}
