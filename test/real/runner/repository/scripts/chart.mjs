// Draws a bar chart as a PNG, and writes down what it shows.
import { writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";

const downloads = { September: 40, October: 70, November: 100 };
const [picture, description] = process.argv.slice(2);
const values = Object.values(downloads);
const [width, height, bar] = [values.length * 40, 100, 40];

const rows = Array.from({ length: height }, (_, y) => [
  0,
  ...Array.from({ length: width }, (_, x) => (height - y <= values[Math.floor(x / bar)] ? 0x63 : 0xff)),
]);

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const header = Buffer.alloc(13);
header.writeUInt32BE(width, 0);
header.writeUInt32BE(height, 4);
header.set([8, 0, 0, 0, 0], 8);
const png = [
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
  chunk("IEND", Buffer.alloc(0)),
];
writeFileSync(picture, Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...png]));
writeFileSync(
  description,
  `Bar chart: ${Object.entries(downloads)
    .map(([month, count]) => `${count} in ${month}`)
    .join(", ")}.\n`,
);
