import { scenario } from "../../scenario.ts";

export default scenario({
  what: "Files that are no images, videos or sounds, whatever their names say; all told in one go.",
  inputs: {
    status: "A picture of the release",
    media: "logo.svg\npaper.pdf\npage.png\nlfs.png\narchive.zip\nnotes.txt\nnoise.png",
  },
  files: {
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "paper.pdf": "%PDF-1.7\n",
    "page.png": "<!DOCTYPE html><title>Not found</title>",
    "lfs.png": "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
    "archive.zip": Buffer.from("504b03040a0000000000000000000000000000000000", "hex"),
    "notes.txt": "Just words",
    "noise.png": Buffer.from("00ff00ff00ff00ff00ff", "hex"),
  },
});
