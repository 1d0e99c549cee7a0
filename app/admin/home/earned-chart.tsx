import { Text } from "@shopify/polaris";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import styles from "./home.module.css";

type Days = HomeScreen["days"];

/** Pixels of the tallest bar; a day on which more went back than came in goes below the line. */
const HEIGHT = 120;
/** A bar of a day that earned anything can be seen. */
const LEAST = 2;

/** A bar a day. Who cannot see it has the same as a table. */
export function EarnedChart({ days, format }: { readonly days: Days; readonly format: Format }) {
  const say = useSay();
  const amounts = days.map(({ earned }) => earned.minor);
  const most = Math.max(0, ...amounts);
  const least = Math.min(0, ...amounts);
  const scale = most - least === 0 ? 0 : HEIGHT / (most - least);
  const zeroAt = most * scale;
  const width = 100 / days.length;
  const best = days.find(({ earned }) => earned.minor === most);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const dayText = (day: string) => format.day(Date.parse(`${day}T12:00:00Z`));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <Text as="span" variant="bodySm" tone="subdued">
          {say("home.chart.title")}
        </Text>
        {most > 0 && best ? (
          <Text as="span" variant="bodySm" tone="subdued">
            {say("home.chart.best", { amount: format.money(best.earned), day: dayText(best.day) })}
          </Text>
        ) : null}
      </figcaption>
      <svg className={styles.bars} width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        {days.map(({ day, earned }, index) => {
          const height = earned.minor === 0 ? 0 : Math.max(LEAST, Math.abs(earned.minor) * scale);
          return (
            <rect
              key={day}
              className={earned.minor < 0 ? styles.back : styles.bar}
              x={`${index * width + width * 0.12}%`}
              width={`${width * 0.76}%`}
              y={earned.minor < 0 ? zeroAt : zeroAt - height}
              height={height}
            >
              <title>{`${dayText(day)}: ${format.money(earned)}`}</title>
            </rect>
          );
        })}
        <line
          className={styles.zero}
          x1="0"
          x2="100%"
          y1={scale === 0 ? HEIGHT : zeroAt}
          y2={scale === 0 ? HEIGHT : zeroAt}
        />
      </svg>
      <div className={styles.caption} aria-hidden="true">
        <Text as="span" variant="bodySm" tone="subdued">
          {dayText(first.day)}
        </Text>
        <Text as="span" variant="bodySm" tone="subdued">
          {dayText(last.day)}
        </Text>
      </div>
      <DaysTable days={days} format={format} dayText={dayText} />
    </figure>
  );
}

function DaysTable({
  days,
  format,
  dayText,
}: {
  readonly days: Days;
  readonly format: Format;
  readonly dayText: (day: string) => string;
}) {
  const say = useSay();
  return (
    <div className={styles.hidden}>
      <table>
        <caption>{say("home.chart.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("home.chart.day")}</th>
            <th scope="col">{say("home.chart.earned")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, earned }) => (
            <tr key={day}>
              <th scope="row">{dayText(day)}</th>
              <td>{format.money(earned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
