/** json-logic-js 2.0.5 ships no types. */
declare module "json-logic-js" {
  const jsonLogic: { readonly apply: (logic: unknown, data: unknown) => unknown };
  export default jsonLogic;
}
