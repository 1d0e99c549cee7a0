/**
 * What Shopify guarantees an extension's worker: the language of 2015, its own `shopify`, and these few of the web.
 * Everything else "may be overwritten at any time". Source: @shopify/post-purchase-ui-extensions 0.13.5,
 * documentation/globals.md. Its `regeneratorRuntime` is left out: a bundle for es6 has no use for it.
 */
const PROMISED = `self console setTimeout clearTimeout setInterval clearInterval fetch Headers Request Response shopify
  Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int16Array
  Int32Array Int8Array JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set String
  Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakSet decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN parseFloat parseInt undefined unescape`;

/** Not guaranteed, and yet in every browser's workers: an extension may use them after a look whether they are there. */
const LIKELY = "AbortController Intl";

/** Takes away every other global, so that a bundle that leans on one fails here first. What all objects have stays. */
export function hideOtherGlobals(): void {
  const kept = new Set([...PROMISED.split(/\s+/), ...LIKELY.split(" ")]);
  for (let owner: object = self; owner !== Object.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (kept.has(name)) continue;
      Object.defineProperty(self, name, { value: undefined, configurable: true });
    }
  }
}
