import { Banner, BlockStack, Button, InlineStack, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import { useSay } from "../say.tsx";
import type { EditorAnswer } from "./editor-ask.ts";

/** What the server refused, above the fields: what happened, what it means, what to do. Nothing when all went well. */
export function AnswerBanner({
  answer,
  saveAsNew,
}: {
  readonly answer: EditorAnswer | undefined;
  readonly saveAsNew: () => void;
}) {
  const say = useSay();
  const refused = answer?.saved === undefined ? say("editor.not-done") : say("editor.not-published");
  switch (answer?.kind) {
    case "not-found":
      return (
        <Banner tone="critical" title={say("editor.gone")}>
          <BlockStack gap="300">
            <Text as="p">{say("editor.gone.body")}</Text>
            <InlineStack>
              <Button onClick={saveAsNew}>{say("editor.gone.again")}</Button>
            </InlineStack>
          </BlockStack>
        </Banner>
      );
    case "trial-running":
      return (
        <Refusal
          title={refused}
          body={say("editor.trial-running", { version: answer.version, percent: answer.percent })}
        />
      );
    case "nothing-to-try-against":
      return <Refusal title={refused} body={say("editor.nothing-to-try")} />;
    case "failed":
      return answer.saved === undefined ? (
        <Refusal title={said(answer.why, say)} body={say("editor.still-there")} />
      ) : (
        <Refusal title={refused} body={said(answer.why, say)} />
      );
    default:
      return null;
  }
}

function Refusal({ title, body }: { readonly title: string; readonly body: string }) {
  return (
    <Banner tone="critical" title={title}>
      <Text as="p">{body}</Text>
    </Banner>
  );
}
