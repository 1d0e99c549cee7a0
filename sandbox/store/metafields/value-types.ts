/** Whether a text is a value of a metafield's type; types we do not know take any text. */
export function isOfType(type: string, value: string): boolean {
  if (type === "json" || type.startsWith("list.")) return isJson(value);
  if (type === "number_integer") return /^-?\d{1,16}$/.test(value);
  if (type === "number_decimal") return /^-?\d{1,13}(\.\d{1,9})?$/.test(value);
  if (type === "boolean") return value === "true" || value === "false";
  if (type === "single_line_text_field") return !value.includes("\n");
  return true;
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
