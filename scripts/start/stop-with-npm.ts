const LOOK_EVERY_MS = 500;

/**
 * npm passes SIGTERM on to the shell it runs us in, and that shell dies of it without telling us: its end is our signal.
 * Only where npm is our starter; a process that a person put in the background may outlive its shell.
 */
export function stopWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(look);
    process.kill(process.pid, "SIGTERM");
  }, LOOK_EVERY_MS);
  look.unref();
}
