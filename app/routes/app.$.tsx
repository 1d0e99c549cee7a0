import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Failure } from "#app/admin/failure.tsx";

/** An address of no page: said inside the frame, in the merchant's language, with the menu as the way on. */
export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  throw json({ code: "no-such-page" }, { status: 404 });
}

export default function NoPage() {
  return null;
}

export const ErrorBoundary = () => <Failure />;
