import { encodeBase64url } from '../../core/encoding/base64url.ts';
import { refuse, succeed } from '../../core/model/attempt.ts';
import type { Attempt } from '../../core/model/attempt.ts';
import type { Signature, SigningRequest } from '../../core/model/presentation.ts';
import type { HolderKey } from '../../wallet/ports.ts';
import type { KeyRoom, KeyRoomTools } from '../vault/key-room.ts';
import { createKeyAgent } from './key-agent.ts';
import { fits } from './key-material.ts';
import { createKeyring, Refused } from './keyring.ts';
import { buildSigningInput, parseSigningRequest } from './signing-door.ts';

/**
 * Opens the room of the holder's keys: a Veramo agent on the vault's sealed records. Load this module with `import()`
 * when a key is first needed. Nothing here signs bytes: the only way in is the typed request.
 */
export async function openKeyRoom(tools: KeyRoomTools): Promise<KeyRoom> {
  const keyring = createKeyring(tools);
  const agent = createKeyAgent(keyring);
  // One thing at a time: two first calls must not make two keys.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<Attempt<T>>): Promise<Attempt<T>> => {
    const turn = queue.then(work).catch((thrown: unknown) => {
      if (thrown instanceof Refused) return { ok: false, error: thrown.error } as const;
      throw thrown;
    });
    queue = turn.catch(() => undefined);
    return turn;
  };

  const holderKey = async (type: HolderKey['type']): Promise<Attempt<HolderKey>> => {
    const key = await keyring.find(await agent.holderKid(type));
    if (key === undefined) throw new Error('A holder key that is not on the keyring');
    return succeed({ did: key.did, verificationMethod: key.verificationMethod, type: key.type });
  };

  const sign = async (request: SigningRequest): Promise<Attempt<Signature>> => {
    const parsed = parseSigningRequest(request, tools.clock.now());
    if (!parsed.ok) return parsed;
    const key = (await keyring.all()).find(({ verificationMethod }) => verificationMethod === parsed.value.verificationMethod);
    if (key === undefined) return refuse('vault/signing-refused', { why: 'verificationMethod' });
    const input = await buildSigningInput(parsed.value, key);
    if (!input.ok) return input;
    const signature = await agent.sign(key.kid, input.value.bytes);
    // A signature that does not fit its key (a damaged record, a fault while computing) never leaves.
    if (!(await fits(key.type, key.publicKey, signature, input.value.bytes))) return refuse('store/corrupt', { kind: 'holder-key' });
    if (input.value.text === undefined) return succeed({ kind: 'di', signature });
    return succeed({ kind: 'vp-jwt', token: `${input.value.text}.${encodeBase64url(signature)}` });
  };

  return {
    holderKey: (type) => inTurn(() => holderKey(type)),
    sign: (request) => inTurn(() => sign(request)),
    forget: keyring.forget,
  };
}
