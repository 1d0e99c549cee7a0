/** A JSON file to be downloaded; of its name only what is safe in one is kept. */
export function attachment(text: string, name: string): Response {
  const safe = name.replace(/[^\w.-]+/g, "");
  return new Response(text, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${safe}"`,
      "Cache-Control": "no-store",
    },
  });
}
