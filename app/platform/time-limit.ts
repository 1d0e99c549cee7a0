import { AppError } from "./app-error.ts";

/**
 * The work's own outcome, or after `ms` an `AppError` of 503 with Retry-After. The work itself goes on: what it commits
 * late must be found by the retry.
 */
export async function withinMs<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError("too-slow", 503, "It takes too long just now.", { retryAfterSeconds: 2 })),
      ms,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => {
      // Told to the caller already, or too late for anyone to hear.
    });
  }
}
