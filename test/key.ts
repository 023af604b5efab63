import { createHmac } from "node:crypto";

/** The Idempotency-Key of a post, as the contract has it: worked out here anew, so that a test is a judge of the source. */
export function keyOf(token: string, origin: string, identity: unknown, part: number, generation: number): string {
  return createHmac("sha256", token)
    .update(JSON.stringify([origin, identity, part, generation]))
    .digest("base64url");
}
