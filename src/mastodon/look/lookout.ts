import { asObject, type Client } from "../client.ts";
import { isId } from "../published.ts";
import { type LookOptions, look, type Owner, type Sight } from "./look.ts";

/** The account's eyes: it finds out once whose account it is. */
export interface Lookout {
  /** Looks at what is there already. Nothing is changed. */
  look(options: LookOptions): Promise<Sight>;
  /** Tells whose account it is, from a status that it posted. */
  remember(account: unknown): void;
}

/** Opens the eyes of an account. */
export function openLookout(client: Client): Lookout {
  let owner: Owner | null = null;
  return {
    async look(options) {
      const sight = await look(client, owner, options);
      owner ??= sight.owner;
      return sight;
    },
    remember(account) {
      const { id } = asObject(account);
      if (isId(id)) owner ??= { id: String(id), privacy: "" };
    },
  };
}
