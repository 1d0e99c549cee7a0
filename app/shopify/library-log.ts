import { LogSeverity } from "@shopify/shopify-app-remix/server";
import type { Log } from "#app/platform/log.ts";

/** Shopify's library writes to the console; here it writes to our log, where secrets are taken out. */
export function libraryLog(log: Log) {
  return {
    level: LogSeverity.Warning,
    log: async (severity: LogSeverity, message: string) => {
      if (severity === LogSeverity.Error) log.error({ from: "shopify-api" }, message);
      else log.warn({ from: "shopify-api" }, message);
    },
  };
}
