import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import styles from "#app/admin/docs/guide-page.css?url";
import { GuidePage } from "#app/admin/docs/guide-page.tsx";
import { guideFor } from "#app/admin/docs/guides.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Public: it says nothing of any shop. */
export function loader({ params }: LoaderFunctionArgs) {
  const guide = guideFor(params.page);
  if (!guide) throw json({ code: "no-such-guide" }, { status: 404 });
  return json(guide, { headers: { "Cache-Control": "public, max-age=300" } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} · Encore` : "Encore" }];

export default function Docs() {
  return <GuidePage guide={useLoaderData<typeof loader>()} />;
}
