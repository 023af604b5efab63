import type { Feature } from "./feature.ts";

const scopes = ["read:statuses"];

export const changes: Feature[] = [
  {
    name: "Edit the text",
    async attempt({ run, instance }) {
      const { id } = instance.publish("Helo", { spoilerText: "Careful", visibility: "public" });
      const outcome = await run({ status: "Hello", "edit-status-id": id, media: "" }, { scopes });
      return {
        outcomes: [outcome],
        asked: [["Hello", "Careful"]],
        stored: instance.published().map(({ text, spoilerText }) => [text, spoilerText]),
      };
    },
  },
  {
    name: "Edit the text, media stay",
    async attempt({ run, newest, instance }) {
      await run({ status: "Helo", media: "{file: photo.png, description: A sea}" });
      const id = newest()?.id ?? "";
      const outcome = await run({ status: "Hello", "edit-status-id": id, media: "" }, { scopes });
      return {
        outcomes: [outcome],
        asked: [["Hello", ["A sea"]]],
        stored: instance.published().map(({ text, media }) => [text, media.map(({ description }) => description)]),
      };
    },
  },
  {
    name: "Pin to the profile",
    async attempt({ run, newest }) {
      const outcome = await run({ status: "About me", pin: "true" }, { scopes: ["write:accounts"] });
      return { outcomes: [outcome], asked: true, stored: Boolean(newest()?.pinnedAt) };
    },
  },
  {
    name: "Dry run that says whose account it is",
    async attempt({ run, instance }) {
      const outcome = await run({ status: "Hello", "dry-run": "true" });
      const isTold = outcome.stdout.includes("Would post as @poster@");
      return { outcomes: [outcome], asked: [true, 0], stored: [isTold, instance.published().length] };
    },
  },
];
