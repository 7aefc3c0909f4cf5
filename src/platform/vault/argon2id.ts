import { argon2id as inWasm } from 'hash-wasm';
import type { ArgonCost } from './argon-ladder.ts';

async function inPlainScript(passphrase: Uint8Array, salt: Uint8Array, cost: ArgonCost): Promise<Uint8Array> {
  const { argon2id } = await import('@noble/hashes/argon2.js');
  return argon2id(passphrase, salt, { m: cost.m, t: cost.t, p: cost.p, dkLen: 32, version: 0x13 });
}

/** Chromium and Firefox say CompileError where the policy forbids WebAssembly, WebKit EvalError; none at all is a ReferenceError. */
function isWasmRefused(cause: unknown): boolean {
  return cause instanceof ReferenceError || cause instanceof EvalError || cause instanceof WebAssembly.CompileError;
}

/** Argon2id v1.3 (RFC 9106), 32 bytes: WebAssembly where the policy of this script allows it, else plain script. Throws for lack of memory. */
export async function argon2id(passphrase: Uint8Array, salt: Uint8Array, cost: ArgonCost): Promise<Uint8Array> {
  try {
    return await inWasm({
      password: passphrase,
      salt,
      parallelism: cost.p,
      iterations: cost.t,
      memorySize: cost.m,
      hashLength: 32,
      outputType: 'binary',
    });
  } catch (cause) {
    if (isWasmRefused(cause)) return inPlainScript(passphrase, salt, cost);
    throw cause;
  }
}
