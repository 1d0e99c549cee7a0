import type { z } from "zod";
import { AppError } from "#app/platform/app-error.ts";

/** The body as the contract has it; refuses with an `AppError` of 400 that names the first field that is not. */
export function parsedBody<Body>(schema: z.ZodType<Body>, value: unknown): Body {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AppError(
    "wrong-content",
    400,
    `${issue?.path.join(".") || "The body"}: ${issue?.message ?? "not as asked"}`,
  );
}
