import { byId } from "./element.ts";

/** The line under the top bar. */
export function showLoading(isLoading: boolean): void {
  byId("loading").hidden = !isLoading;
}
