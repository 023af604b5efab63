import fc from "fast-check";
import sodium from "libsodium-wrappers";
import { beforeAll, describe, expect, test } from "vitest";
import { seal } from "../../../src/token/store/sealed-box.ts";
import { StoreError } from "../../../src/token/store/store.ts";

// What opens the boxes is libsodium itself, as on GitHub, and it is no part of what seals them.

beforeAll(() => sodium.ready);

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");

async function sealAndOpen(text: string, seed = sodium.randombytes_buf(32)): Promise<string> {
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed);
  const box = Buffer.from(await seal(text, base64(publicKey)), "base64");
  expect(box.length).toBe(Buffer.byteLength(text) + sodium.crypto_box_SEALBYTES);
  return sodium.to_string(sodium.crypto_box_seal_open(box, publicKey, privateKey));
}

describe("only the holder of the key reads it", () => {
  test.each([
    ["nothing", ""],
    ["one letter", "a"],
    ["letters of many bytes", "a token with ünïcode 🔑 👩‍👩‍👧‍👦"],
    ["line breaks and zeros", "\r\n\0\n"],
    ["the most that GitHub stores", "🔑".repeat((48 * 1024) / 4)],
  ])("%s", async (_name, text) => {
    expect(await sealAndOpen(text)).toBe(text);
  });

  test("any text, any key", async () => {
    const text = fc.string({ unit: "binary", maxLength: 500 });
    const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(fc.asyncProperty(text, seed, async (text, seed) => (await sealAndOpen(text, seed)) === text));
  });

  test("any length around the blocks of the cipher", async () => {
    for (let length = 0; length <= 200; length += 1) {
      expect(await sealAndOpen("x".repeat(length))).toBe("x".repeat(length));
    }
  });

  test("nobody else: not with another key, not once a bit is changed", async () => {
    const { publicKey, privateKey } = sodium.crypto_box_keypair();
    const other = sodium.crypto_box_keypair();
    const box = Buffer.from(await seal("a token", base64(publicKey)), "base64");
    expect(() => sodium.crypto_box_seal_open(box, other.publicKey, other.privateKey)).toThrow();
    for (let index = 0; index < box.length; index += 1) {
      const changed = Buffer.from(box);
      changed[index]! ^= 1;
      expect(() => sodium.crypto_box_seal_open(changed, publicKey, privateKey), `byte ${index}`).toThrow();
    }
  });
});

test("no two boxes of the same text have anything in common", async () => {
  const key = base64(sodium.crypto_box_keypair().publicKey);
  const [one, other] = [await seal("a token", key), await seal("a token", key)];
  expect(one.slice(0, 40)).not.toBe(other.slice(0, 40));
  expect(one.slice(44)).not.toBe(other.slice(44));
});

describe("a key that cannot be used is told in one line", () => {
  const refusal = async (key: string) => {
    const error = await seal("a token", key).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(StoreError);
    const { message } = error as StoreError;
    expect(message).not.toMatch(/\n|OSSL|a token/);
    return message;
  };

  test.each([0, 1, 16, 31, 33, 64])("of %d bytes", async (length) => {
    expect(await refusal(base64(new Uint8Array(length).fill(9)))).toContain(`it is ${length} bytes long, not 32`);
  });

  test("of other letters", async () => {
    expect(await refusal("☃")).toContain("it is 0 bytes long, not 32");
  });

  // All points of low order (cr.yp.to/ecdh.html, “How do I validate Curve25519 public keys?”) but those with bit 255 set.
  test.each([
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
  ])("of low order: %s", async (key) => {
    expect(await refusal(Buffer.from(key, "hex").toString("base64"))).toContain("it would keep nothing secret");
    expect(() => sodium.crypto_box_seal("a token", Buffer.from(key, "hex")), "libsodium refuses it too").toThrow();
  });
});
