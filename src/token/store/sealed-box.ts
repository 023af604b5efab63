import { createPublicKey, diffieHellman, generateKeyPairSync } from "node:crypto";
import { hsalsa, xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { StoreError } from "./store.ts";

/**
 * Encrypts a text so that only the holder of a key can read it, as GitHub's API asks for it: libsodium's sealed box
 * (docs.github.com, “Encrypting secrets for the REST API”), which is
 * `new public key ‖ XSalsa20-Poly1305(text, key = HSalsa20(X25519), nonce = BLAKE2b(new public key ‖ public key))`.
 *
 * @param publicKey base64, 32 bytes
 * @returns base64
 */
export async function seal(text: string, publicKey: string): Promise<string> {
  // libsodium itself is half a megabyte. Node brings X25519, the rest is here.
  const theirs = Buffer.from(publicKey, "base64");
  const { ours, shared } = agree(theirs);
  const key = new Uint32Array(8);
  hsalsa(words(Buffer.from("expand 32-byte k")), words(shared), new Uint32Array(4), key);
  const nonce = blake2b(Buffer.concat([ours, theirs]), { dkLen: 24 });
  const box = xsalsa20poly1305(new Uint8Array(key.buffer), nonce).encrypt(Buffer.from(text));
  return Buffer.concat([ours, box]).toString("base64");
}

/** A new key pair's public half, and what its private half has in common with the other's key. */
function agree(theirs: Buffer): { ours: Buffer; shared: Buffer } {
  if (theirs.length !== 32) throw unusable(`it is ${theirs.length} bytes long, not 32`);
  const pair = generateKeyPairSync("x25519");
  const ours = Buffer.from(pair.publicKey.export({ format: "jwk" }).x!, "base64url");
  const x = theirs.toString("base64url");
  try {
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "X25519", x }, format: "jwk" });
    return { ours, shared: diffieHellman({ privateKey: pair.privateKey, publicKey }) };
  } catch {
    // OpenSSL refuses the few keys with which everybody has the same in common.
    throw unusable("it would keep nothing secret");
  }
}

/** In the byte order of this machine; a copy, since a Buffer may begin between two words. */
function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

function unusable(why: string): StoreError {
  return new StoreError(
    `The key that the API gave to encrypt with cannot be used: ${why}. Something on the way may have changed its answer. Check the host and the proxy, and run this again.`,
  );
}
