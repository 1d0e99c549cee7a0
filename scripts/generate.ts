import { writeAppAddress } from "./build-extensions.ts";
import { generatePrismaClient } from "./prisma-client.ts";

/** The sources that git doesn't keep and types and import rules are checked with: `npm run check` needs no build before it. */
await Promise.all([generatePrismaClient(), writeAppAddress()]);
