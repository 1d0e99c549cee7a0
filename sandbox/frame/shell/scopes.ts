import type { Questions, ScopesDetail } from "../messages.ts";
import { confirmDialog } from "./confirm-dialog.ts";

export async function grantedScopes(): Promise<ScopesDetail> {
  return (await fetch("/frame/scopes")).json();
}

/** Shopify's dialog for permissions an app asks for while it runs. What was granted before is not asked again. */
export async function requestScopes(
  appName: string,
  scopes: readonly string[],
): Promise<Questions["requestScopes"]["answer"]> {
  const before = await grantedScopes();
  refuseUnless(scopes, before.optional, "is not declared in optional_scopes");
  const missing = scopes.filter((scope) => !before.granted.includes(scope));
  if (missing.length === 0) return { result: "granted-all", detail: before };
  const isAgreed = await confirmDialog({
    title: `${appName} asks for more permissions`,
    text: `It wants to ${missing.map(inWords).join(" and to ")}. You can take this back at any time.`,
    yes: "Allow",
    no: "Don't allow",
  });
  if (!isAgreed) return { result: "declined-all", detail: before };
  return { result: "granted-all", detail: await change("grant", missing) };
}

export async function revokeScopes(scopes: readonly string[]): Promise<Questions["revokeScopes"]["answer"]> {
  refuseUnless(scopes, (await grantedScopes()).optional, "is not an optional scope: it cannot be revoked");
  return { detail: await change("revoke", scopes) };
}

function refuseUnless(scopes: readonly string[], allowed: readonly string[], why: string): void {
  for (const scope of scopes) if (!allowed.includes(scope)) throw new Error(`${scope} ${why}`);
}

async function change(how: "grant" | "revoke", scopes: readonly string[]): Promise<ScopesDetail> {
  return (await fetch(`/frame/scopes?${how}=${scopes.join(",")}`, { method: "POST" })).json();
}

/** "read_themes" → "read themes" */
function inWords(scope: string): string {
  const [verb, ...what] = scope.split("_");
  return `${verb === "write" ? "change" : verb} ${what.join(" ")}`;
}
