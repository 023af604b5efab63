import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileSource } from "../../src/file.ts";
import { FileError } from "../../src/mastodon/error.ts";
import { encodeForm, type FormField } from "../../src/mastodon/multipart.ts";

function file(filename: string, chunks: Uint8Array[], options: Partial<FileSource> = {}): FileSource {
  return {
    filename,
    type: "image/png",
    size: chunks.reduce((sum, { length }) => sum + length, 0),
    async *read() {
      yield* chunks;
    },
    ...options,
  };
}

async function bytesOf(
  fields: FormField[],
  boundary?: string,
): Promise<{ type: string; bytes: Buffer; length: number }> {
  const { type, body } = encodeForm(fields, boundary);
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(Buffer.from(chunk));
  return { type, bytes: Buffer.concat(chunks), length: body.length };
}

test("the bytes, exactly", async () => {
  const { type, bytes, length } = await bytesOf(
    [
      { name: "description", value: "Größe\nzwei" },
      { name: "file", file: file("a b.png", [Buffer.of(0x89, 0x50), Buffer.of(0x4e, 0)]) },
    ],
    "XX",
  );
  expect(type).toBe("multipart/form-data; boundary=XX");
  expect(bytes).toEqual(
    Buffer.concat([
      Buffer.from('--XX\r\nContent-Disposition: form-data; name="description"\r\n\r\nGröße\nzwei\r\n'),
      Buffer.from(
        '--XX\r\nContent-Disposition: form-data; name="file"; filename="a b.png"\r\nContent-Type: image/png\r\n\r\n',
      ),
      Buffer.of(0x89, 0x50, 0x4e, 0),
      Buffer.from("\r\n--XX--\r\n"),
    ]),
  );
  expect(length).toBe(bytes.length);
});

test("a form without fields is its end alone", async () => {
  expect((await bytesOf([], "XX")).bytes.toString()).toBe("--XX--\r\n");
});

test("the boundary is another one each time", () => {
  expect(encodeForm([]).type).not.toBe(encodeForm([]).type);
  expect(encodeForm([]).type).toMatch(/^multipart\/form-data; boundary=[\w-]{30,70}$/);
});

test.each([
  ['a"b.png', 'filename="a%22b.png"'],
  ["a\r\nX-Evil: 1\r\n\r\n.png", 'filename="a%0D%0AX-Evil: 1%0D%0A%0D%0A.png"'],
  ["a\\", 'filename="a%5C"'],
  ["a\u0000\u007F", 'filename="a%00%7F"'],
  ["größe 😀.png", 'filename="größe 😀.png"'],
])("a name such as %j breaks out of no header", async (filename, header) => {
  const { bytes, length } = await bytesOf([{ name: "file", file: file(filename, []) }], "XX");
  const [, disposition, type, empty] = bytes.toString().split("\r\n");
  expect(disposition).toBe(`Content-Disposition: form-data; name="file"; ${header}`);
  expect([type, empty]).toEqual(["Content-Type: image/png", ""]);
  expect(length).toBe(bytes.length);
});

test("neither does a field's name, nor a type", async () => {
  const evil = file("a", [], { type: "image/png\r\nX: 1" });
  const { bytes } = await bytesOf([{ name: 'f"\r\nX: 1', file: evil }], "XX");
  expect(
    bytes
      .toString()
      .split("\r\n")
      .filter((line) => line.startsWith("X:")),
  ).toEqual([]);
});

test("whatever the fields, another parser reads the same", async () => {
  const names = fc.string({ minLength: 1, unit: "grapheme" }).filter((name) => !/[\u0000-\u001F\u007F"\\]/.test(name));
  const contents = fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.string(), names, contents, async (value, filename, chunks) => {
      const { type, bytes, length } = await bytesOf([
        { name: "value", value },
        { name: "file", file: file(filename, chunks) },
      ]);
      expect(length).toBe(bytes.length);
      const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
      expect(form.get("value")).toBe(value.toWellFormed());
      const read = form.get("file") as File;
      expect(read.name).toBe(filename.toWellFormed());
      expect(Buffer.from(await read.arrayBuffer())).toEqual(Buffer.concat(chunks));
    }),
  );
});

test.each([
  ["grown", 3],
  ["shrunk", 5],
])("a file that has %s meanwhile is an error", async (_, size) => {
  const sending = bytesOf([{ name: "file", file: file("a.png", [Buffer.alloc(4)], { size }) }]);
  await expect(sending).rejects.toThrow(FileError);
  await expect(sending).rejects.toThrow(`a.png changed while it was sent: it had ${size} bytes before.`);
});

test("what reading a file throws keeps its sentence", async () => {
  const broken = file("a.png", [], {
    // biome-ignore lint/correctness/useYield: it fails before
    async *read(): AsyncGenerator<Uint8Array> {
      throw new Error("a.png cannot be read (EIO).");
    },
  });
  const sending = bytesOf([{ name: "file", file: broken }]);
  await expect(sending).rejects.toThrow(FileError);
  await expect(sending).rejects.toThrow(/^a\.png cannot be read \(EIO\)\.$/);
});
