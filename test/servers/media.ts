import type { Feature } from "./feature.ts";

/** Files of the workspace with their alt texts, and the kinds that a server makes of them. */
function files(name: string, wanted: { file: string; kind: string; description: string }[]): Feature {
  return {
    name,
    async attempt({ run, newest }) {
      const media = JSON.stringify(wanted.map(({ file, description }) => ({ file, description })));
      const outcome = await run({ status: "Look at this", media });
      return {
        outcomes: [outcome],
        asked: wanted.map(({ kind, description }) => ({ kind, description })),
        // How a server writes line breaks is nobody's matter.
        stored: newest()?.media.map(({ kind, description }) => ({
          kind,
          description: description?.replaceAll("\r", ""),
        })),
      };
    },
  };
}

const image = { file: "photo.png", kind: "image", description: "A “quoted” sea\nat dawn 🌅" };
const plain = { ...image, description: "A sea at dawn 🌅" };
const other = { file: "cat.gif", kind: "image", description: "A cat" };
const video = { file: "film.mp4", kind: "video", description: "A wave" };

export const media: Feature[] = [
  files("Image with alt text", [plain]),
  files("Alt text of several lines", [image]),
  files("Alt text with markup", [{ ...image, description: 'A “quoted” <sea> & "sky"' }]),
  files("Two images, in order", [plain, other]),
  {
    name: "Focal point of an image",
    async attempt({ run, newest }) {
      const outcome = await run({
        status: "Look there",
        media: "{file: photo.png, description: A sea, focus: '0.5,-0.5'}",
      });
      return { outcomes: [outcome], asked: { x: 0.5, y: -0.5 }, stored: newest()?.media[0]?.focus };
    },
  },
  files("Video", [video]),
  files("Image and video", [plain, video]),
];
