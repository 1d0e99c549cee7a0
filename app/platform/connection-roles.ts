/** The role that the app's connections take: it owns nothing, and row-level security binds it. Made by the migrations. */
export const APP_ROLE = "encore_app";

const TAKES_APP_ROLE = `-c role=${APP_ROLE}`;

/** The address with the app's role taken as the connection opens, where neither RESET ROLE nor a bare query escapes it. */
export function asAppRole(url: string): string {
  const address = new URL(asLoginRole(url));
  const others = address.searchParams.get("options");
  address.searchParams.set("options", others ? `${others} ${TAKES_APP_ROLE}` : TAKES_APP_ROLE);
  return address.href;
}

/** The address without it: the login's own role, which owns the tables and migrates them. */
export function asLoginRole(url: string): string {
  const address = new URL(url);
  const others = address.searchParams.get("options")?.replace(TAKES_APP_ROLE, "").trim();
  if (others) address.searchParams.set("options", others);
  else address.searchParams.delete("options");
  return address.href;
}
