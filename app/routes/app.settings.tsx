import { Outlet, useLocation, useNavigate } from "@remix-run/react";
import { Failure } from "#app/admin/failure.tsx";
import { addressOf, SETTINGS_PARTS, SettingsFrame, type SettingsPart } from "#app/admin/settings/settings-frame.tsx";
import { speaking } from "#app/admin/speaking.tsx";

/** Of these one document is edited: between them nothing is left. */
const ONE_DOCUMENT: readonly SettingsPart[] = ["words", "guards", "look"];

/** The parts of the settings under one title. */
export default speaking(["settings"], Settings);

function Settings() {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const part = SETTINGS_PARTS.find((one) => pathname === addressOf(one)) ?? "words";
  const choose = async (chosen: SettingsPart) => {
    // Resolves at once when nothing is unsaved, and never when the merchant stays.
    if (!ONE_DOCUMENT.includes(part) || !ONE_DOCUMENT.includes(chosen)) await shopify.saveBar.leaveConfirmation();
    navigate(addressOf(chosen));
  };
  return (
    <SettingsFrame part={part} choose={(chosen) => void choose(chosen)}>
      <Outlet />
    </SettingsFrame>
  );
}

export const ErrorBoundary = () => <Failure />;
