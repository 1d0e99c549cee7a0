import { Text } from "@shopify/polaris";
import type { Format } from "../format.tsx";
import { momentsOf } from "./moments.ts";
import type { OrderTold } from "./order-told.ts";
import styles from "./timeline.module.css";
import { useOrderNames } from "./use-order-names.ts";

/** What happened, oldest first, each with its time in the shop's zone. */
export function Timeline({ told, format }: { readonly told: OrderTold; readonly format: Format }) {
  const names = useOrderNames(told);
  const moments = momentsOf(told, { format, names });
  const firstDay = moments[0] && format.day(moments[0].at);
  return (
    <ol className={styles.timeline}>
      {moments.map(({ at, text, detail, tone }) => (
        <li key={`${at} ${text}`} className={styles[tone]}>
          <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
            {format.day(at) === firstDay ? format.time(at) : format.dateTime(at)}
          </time>
          <div>
            <Text as="p" breakWord>
              {text}
            </Text>
            {detail ? (
              <Text as="p" tone="subdued" breakWord>
                {detail}
              </Text>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
