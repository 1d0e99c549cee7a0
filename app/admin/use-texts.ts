import { useEffect, useState } from "react";
import { type Area, loadAreas } from "#app/locales/areas.ts";

/**
 * Fetches texts that are seldom said once there is something to say. `missed`: they could not be fetched; they are asked
 * for again when they are wanted anew.
 */
export function useTexts(areas: readonly Area[], areWanted: boolean): "there" | "coming" | "missed" {
  const [state, setState] = useState<"there" | "coming" | "missed">("coming");
  const asked = areas.join();
  useEffect(() => {
    if (!areWanted) return;
    let isCurrent = true;
    const tell = (next: typeof state) => isCurrent && setState(next);
    Promise.resolve(loadAreas(asked.split(",") as Area[])).then(
      () => tell("there"),
      () => tell("missed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [asked, areWanted]);
  return state;
}
