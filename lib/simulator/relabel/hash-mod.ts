import { md5 } from './md5';

/**
 * The bucket of a text among `modulus` many: bytes 8 to 15 of its MD5 as one number, modulo the number of buckets.
 *
 * Source: prometheus v3.14 `model/relabel/relabel.go`, `relabel`, case `HashMod`.
 *
 * @param modulus a whole number of at least 1
 */
export function hashMod(text: string, modulus: number): string {
  // The Operator gives every job of a single shard a rule with modulus 1.
  return modulus === 1 ? '0' : String(md5(text).getBigUint64(8) % BigInt(modulus));
}
