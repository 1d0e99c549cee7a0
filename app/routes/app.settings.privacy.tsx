import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PrivacyPage } from "#app/admin/settings/privacy-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";
import type { Shop } from "#app/core/values/ids.ts";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  return json(await encore.readModels.keptDataScreen(session.shop as Shop));
}

export default speaking(["exports", "problem", "settings"], Privacy);

function Privacy() {
  return <PrivacyPage data={useLoaderData<typeof loader>()} />;
}
