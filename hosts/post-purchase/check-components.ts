import type { RemoteChannel, RemoteReceiver } from "@remote-ui/core";
import { ACTION_INSERT_CHILD, ACTION_MOUNT, ACTION_UPDATE_PROPS, KIND_COMPONENT } from "@remote-ui/core";
import { componentRules, type PropRule } from "./component-rules.ts";

/** The receiver's channel behind a check that reports what Shopify's page would not know; it still draws the rest. */
export function checkedChannel(receiver: RemoteReceiver, report: (message: string) => void): RemoteChannel {
  return (action, ...payload) => {
    if (action === ACTION_MOUNT) for (const child of payload[0] as unknown[]) checkNode(child, report);
    if (action === ACTION_INSERT_CHILD) checkNode(payload[2], report);
    if (action === ACTION_UPDATE_PROPS) {
      const node = receiver.attached.get({ id: payload[0] as string });
      if (node && "type" in node) checkProps(String(node.type), payload[1] as Record<string, unknown>, report);
    }
    return receiver.receive(action, ...payload);
  };
}

function checkNode(node: unknown, report: (message: string) => void): void {
  const { kind, type, props, children } = node as {
    kind: number;
    type: string;
    props?: Record<string, unknown>;
    children?: unknown[];
  };
  if (kind !== KIND_COMPONENT) return;
  checkProps(type, props ?? {}, report);
  for (const child of children ?? []) checkNode(child, report);
}

function checkProps(type: string, props: Record<string, unknown>, report: (message: string) => void): void {
  const rules = componentRules[type];
  if (!rules) {
    report(`there is no component ${type}`);
    return;
  }
  for (const [name, value] of Object.entries(props)) {
    const rule = rules[name];
    if (!rule) report(`${type} has no prop ${name}`);
    else if (value !== undefined && !fits(value, rule)) report(`${type} takes no ${name} of ${describe(value)}`);
  }
}

function fits(value: unknown, rule: PropRule): boolean {
  if (typeof rule !== "string") return (rule as readonly unknown[]).includes(value);
  if (rule === "list") return Array.isArray(value);
  if (rule === "any") return true;
  return typeof value === rule;
}

function describe(value: unknown): string {
  return typeof value === "function" ? "a function" : JSON.stringify(value);
}
