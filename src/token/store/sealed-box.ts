/**
 * Encrypts a text so that only the holder of a key can read it, as GitHub's API asks for it: libsodium's sealed box
 * (docs.github.com, “Encrypting secrets for the REST API”).
 *
 * @param publicKey base64, 32 bytes
 * @returns base64
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  // Half a megabyte, which only this way of storing needs.
  const { default: sodium } = await import("libsodium-wrappers");
  await sodium.ready;
  const { ORIGINAL } = sodium.base64_variants;
  return sodium.to_base64(sodium.crypto_box_seal(text, sodium.from_base64(publicKey, ORIGINAL)), ORIGINAL);
}
