import { Button } from "@shopify/polaris";
import { useSay } from "../../say.tsx";
import styles from "../columns.module.css";

/** What stands at the head of the preview has this id, and takes the focus by script. */
export const PREVIEW = "preview";
const SEE = "see-preview";

/** Where the preview stands far below the offer, a short way there: beside the offer's heading. */
export function SeePreview() {
  const say = useSay();
  return (
    <div className={styles.belowOnly}>
      <Button id={SEE} variant="plain" onClick={() => goTo(PREVIEW, "start")}>
        {say("offer.see")}
      </Button>
    </div>
  );
}

/** And back to where the merchant came from. */
export function BackToOffer() {
  const say = useSay();
  return (
    <div className={styles.belowOnly}>
      <Button fullWidth onClick={() => goTo(SEE, "center")}>
        {say("preview.back")}
      </Button>
    </div>
  );
}

function goTo(id: string, block: ScrollLogicalPosition): void {
  const there = document.getElementById(id);
  there?.focus({ preventScroll: true });
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  there?.scrollIntoView({ block, behavior: isCalm ? "instant" : "smooth" });
}
