import type {
  AcceptAnswer,
  AcceptRequest,
  DecideAnswer,
  EventAnswer,
  EventRequest,
  OfferView,
} from "#app/contracts/post-purchase.ts";
import type { PreviewBundle } from "#app/contracts/preview.ts";
import { offerView } from "#app/http/offer-view.ts";
import { pageWordsFor } from "#app/http/page-words/page-words.ts";
import { type AnswerFetch, mountRender, runShouldRender } from "#hosts/post-purchase/host.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { firstStep, followsOf, nextStep, type StepOnPath } from "./path.ts";
import { calculator } from "./post-purchase-sums.ts";
import type { Stage } from "./stage.ts";

/** The preview never hurries: a busy machine is no reason to show nothing. */
const BUDGET_MS = 10_000;

/** The post-purchase page with its own bundle: first asked whether it has something to show, then drawn. */
export async function drawPostPurchase(stage: Stage, bundle: PreviewBundle, drawing: Drawing): Promise<Drawn> {
  const { locale } = stage.ask;
  const source = await (await fetch(bundle.url)).text();
  const answerFetch = answersOf(stage);
  const inputData = { locale, token: "preview" };
  const { render, storage } = await runShouldRender({ source, inputData, budgetMs: BUDGET_MS, answerFetch });
  if (!render) throw new Error("the page has nothing to show of an offer that there is");
  const { calculate, apply } = calculator(stage);
  return mountRender(drawing.place, {
    source,
    inputData,
    storage,
    answerFetch,
    calculateChangeset: async (changeset) => calculate(changeset),
    applyChangeset: async () => apply(),
    onDone: drawing.over,
    onError: drawing.failed,
  });
}

/** The app's three endpoints, answered by the engine alone; a ticket is the number of its step. */
function answersOf(stage: Stage): AnswerFetch {
  const steps = new Map<string, StepOnPath>();
  const shown = (step: StepOnPath, isAfterNo = false): OfferView => {
    const ticket = String(steps.size + 1);
    steps.set(ticket, step);
    const { offer } = step;
    return offerView({ offer, step: step.step, follows: followsOf(step, isAfterNo), ticket }, stage.ask.locale);
  };

  function decide(): DecideAnswer {
    const first = firstStep(stage);
    const words = pageWordsFor(stage.ask.locale);
    if (!first) return { kind: "nothing" };
    return { kind: "show", offer: shown(first), ...(words ? { words: { ...words } } : {}) };
  }

  function accept({ ticket }: AcceptRequest): AcceptAnswer {
    return steps.has(ticket) ? { kind: "accepted", changeset: ticket } : { kind: "unavailable" };
  }

  function tell(event: EventRequest): EventAnswer {
    const from = steps.get(event.ticket);
    if (!from || event.kind === "impression") return { kind: "kept" };
    const answer = event.kind === "applied" ? "accepted" : "declined";
    const next = nextStep(stage, from, answer);
    return { kind: "kept", ...(next ? { next: shown(next, answer === "declined") } : {}) };
  }

  return async ({ url, body }) => {
    const asked: unknown = JSON.parse(body || "{}");
    if (url.endsWith("/decide")) return { status: 200, body: decide() };
    if (url.endsWith("/accept")) return { status: 200, body: accept(asked as AcceptRequest) };
    return { status: 200, body: tell(asked as EventRequest) };
  };
}
