import sodium from "libsodium-wrappers";
import { expect, test } from "vitest";
import { seal } from "../../../src/token/store/sealed-box.ts";

test("only the holder of the key reads it, and no two boxes are the same", async () => {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const key = sodium.to_base64(publicKey, sodium.base64_variants.ORIGINAL);
  const text = "a token with ünïcode 🔑";
  const [one, other] = [await seal(text, key), await seal(text, key)];
  expect(one).not.toBe(other);
  for (const box of [one, other]) {
    const opened = sodium.crypto_box_seal_open(
      sodium.from_base64(box, sodium.base64_variants.ORIGINAL),
      publicKey,
      privateKey,
    );
    expect(sodium.to_string(opened)).toBe(text);
  }
});
