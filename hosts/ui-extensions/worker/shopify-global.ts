import type { ApiRule, ApiRules } from "../published.ts";
import { PlainSignal, platformSignal, type Signal, type SignalClass } from "./signals.ts";

export interface ShopifyNeeds {
  readonly target: string;
  readonly rules: ApiRules;
  readonly values: Readonly<Record<string, unknown>>;
  /** The entries by path that stand for themselves: calls that the worker answers without the page. */
  readonly own: Readonly<Record<string, unknown>>;
  call(path: string, given: readonly unknown[]): Promise<unknown>;
  report(message: string): void;
}

type Registered = (...given: unknown[]) => unknown;

/**
 * The `shopify` global of one target: what its types have and no more. Values become signals where the types say so,
 * when they are first read: by then the bundle has given its Signal class.
 */
export function shopifyGlobal({ target, rules, values: first, own, call, report }: ShopifyNeeds) {
  const values: Record<string, unknown> = { ...first };
  const registered = new Map<string, Registered>();
  const signals = new Map<string, Signal>();
  const made = new Map<string, unknown>();
  let signalClass: SignalClass = PlainSignal;

  const beside: Record<string, unknown> = {
    extend: (point: string, extension: Registered) => void registered.set(point, extension),
    // Reloads the preview under `shopify app dev`; there is nothing to reload here.
    reload: () => undefined,
    setSignals(given: SignalClass) {
      signalClass = given;
      signals.clear();
    },
  };

  return {
    shopify: guarded("", rules, beside),
    registered,
    /** The value itself, whether or not it is a signal to the extension. */
    valueAt,
    update(changed: Readonly<Record<string, unknown>>): void {
      Object.assign(values, changed);
      for (const [path, signal] of signals) {
        if (Object.hasOwn(changed, path.split(".")[0] ?? "")) signal.value = valueAt(path);
      }
    },
  };

  function guarded(path: string, within: ApiRules, extras: Readonly<Record<string, unknown>> = {}): object {
    const read = (name: string | symbol): unknown => {
      if (typeof name === "symbol") return undefined;
      if (Object.hasOwn(extras, name)) return extras[name];
      const rule = Object.hasOwn(within, name) ? within[name] : undefined;
      if (rule !== undefined) return entry(path ? `${path}.${name}` : name, rule);
      // Frameworks and promises look for these on anything.
      if (!["then", "toJSON", "nodeType"].includes(name))
        report(`${target} has no API ${path ? `${path}.` : ""}${name}`);
      return undefined;
    };
    return new Proxy(
      {},
      {
        get: (_, name) => read(name),
        has: (_, name) => (Object.hasOwn(within, name) || Object.hasOwn(extras, name)) && read(name) !== undefined,
        ownKeys: () => Object.keys(within).filter((name) => read(name) !== undefined),
        getOwnPropertyDescriptor: (_, name) => ({ value: read(name), configurable: true, enumerable: true }),
        set: () => false,
      },
    );
  }

  function entry(path: string, rule: ApiRule): unknown {
    if (Object.hasOwn(own, path)) return own[path];
    if (typeof rule === "object") {
      if (valueAt(path) === undefined && !hasCalls(rule)) return undefined;
      return once(path, () => guarded(path, rule));
    }
    if (rule.startsWith("call"))
      return once(
        path,
        () =>
          (...given: unknown[]) =>
            call(path, given),
      );
    if (rule.startsWith("plain")) return valueAt(path);
    if (rule === "signal?" && !hasValue(path)) return undefined;
    return signalAt(path);
  }

  function signalAt(path: string): Signal {
    const known = signals.get(path);
    if (known) return known;
    const signal = platformSignal(signalClass, valueAt(path));
    signals.set(path, signal);
    return signal;
  }

  function once(path: string, make: () => unknown): unknown {
    if (!made.has(path)) made.set(path, make());
    return made.get(path);
  }

  function valueAt(path: string): unknown {
    return path
      .split(".")
      .reduce<unknown>((within, name) => (within as Record<string, unknown> | null | undefined)?.[name], values);
  }

  function hasValue(path: string): boolean {
    const within = path.includes(".") ? valueAt(path.slice(0, path.lastIndexOf("."))) : values;
    return Object.hasOwn((within ?? {}) as object, path.split(".").at(-1) ?? "");
  }
}

function hasCalls(rules: ApiRules): boolean {
  return Object.values(rules).some((rule) => (typeof rule === "object" ? hasCalls(rule) : rule.startsWith("call")));
}
