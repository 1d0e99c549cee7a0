/** What `work` answers, or "late" when it has not after `milliseconds`; rejects as `work` does. The work itself goes on. */
export function within<Answer>(milliseconds: number, work: Promise<Answer>): Promise<Answer | "late"> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve("late"), milliseconds);
    work.then(
      (answer) => {
        clearTimeout(timer);
        resolve(answer);
      },
      (cause) => {
        clearTimeout(timer);
        reject(cause);
      },
    );
  });
}
