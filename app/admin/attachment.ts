/** A file to be downloaded, JSON unless told; of its name only what is safe in one is kept. */
export function attachment(
  body: string | ReadableStream<Uint8Array>,
  name: string,
  type = "application/json; charset=utf-8",
): Response {
  const safe = name.replace(/[^\w.-]+/g, "");
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${safe}"`,
      "Cache-Control": "no-store",
    },
  });
}
