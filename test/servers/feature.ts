import type { PracticeInstance } from "../instance/server.ts";
import type { StoredStatus } from "../instance/store.ts";
import type { Outcome } from "../runner.ts";

/** Something that a workflow may ask for, tried on every server. */
export interface Feature {
  /** As the page names it. */
  name: string;
  /** Warnings that come with it on every server, and say nothing of this one. */
  usual?: RegExp;
  /** What the page says where the outcome is not the one asked for, and no run could know of it. */
  untold?: string;
  attempt(world: World): Promise<Attempt>;
}

/** What came of it. */
export interface Attempt {
  /** The runs whose lines count. */
  outcomes: Outcome[];
  /** What the inputs ask for, and the same of what the server has now: equal where all is well. */
  asked: unknown;
  stored: unknown;
}

/** A practice instance, and the action that runs against it. */
export interface World {
  instance: PracticeInstance;
  /** How many characters a status may have there. */
  maxCharacters: number;
  /** Runs the action, with the instance's URL and a token. */
  run(inputs: Record<string, string>, more?: RunMore): Promise<Outcome>;
  /** The account's newest status; undefined where there is none. */
  newest(): StoredStatus | undefined;
  /** Runs the same once more, as a re-run of a workflow run that began so many minutes ago. */
  rerun(inputs: Record<string, string>, minutes: number, more?: RunMore): Promise<Outcome>;
  /** Lets two requests that post meet: the first waits within the server until the second is there. */
  letPostsMeet(): void;
}

export interface RunMore {
  /** Scopes beyond those of a token that may post and say whose it is. */
  scopes?: string[];
  /** Files of the workspace, besides `photo.png`, `cat.gif` and `film.mp4`. */
  files?: Record<string, string>;
}
