/** Tags as a merchant types them, "a, b": without empty ones and repetitions, which Shopify tells apart by letters, not by case. */
export function tagsFrom(text: string): string[] {
  return cleanTags(text.split(","));
}

export function cleanTags(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags.map((each) => each.trim())) {
    if (tag !== "" && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}
