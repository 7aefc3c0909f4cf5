import { toSuiteId } from '../model/ids.ts';
import { isJsonObject } from '../model/json.ts';
import type { ProofOrder, ProofOutcome, ProofSuite, Securing, VerifyProof } from '../model/proof.ts';
import { outcomeOf, unknownFinding } from './outcome.ts';

/** A verifier is loaded once; a load that failed (a chunk that could not be read) is tried again. */
function once(load: () => Promise<VerifyProof>): ProofSuite['load'] {
  let loaded: Promise<VerifyProof> | undefined;
  return () => {
    loaded ??= load().catch((thrown: unknown) => {
      loaded = undefined;
      throw thrown;
    });
    return loaded;
  };
}

function dataIntegritySuite(cryptosuite: string, load: ProofSuite['load']): ProofSuite {
  return {
    id: toSuiteId(cryptosuite),
    recognize: (securing) =>
      securing.form === 'data-integrity' &&
      isJsonObject(securing.proof) &&
      securing.proof['type'] === 'DataIntegrityProof' &&
      securing.proof['cryptosuite'] === cryptosuite,
    load: once(load),
  };
}

/** A suite of the time before `DataIntegrityProof`: its name is the type of the proof. */
function olderSuite(type: string, load: ProofSuite['load']): ProofSuite {
  return {
    id: toSuiteId(type),
    recognize: (securing) => securing.form === 'data-integrity' && isJsonObject(securing.proof) && securing.proof['type'] === type,
    load: once(load),
  };
}

/** All registered suites. At most one recognizes a given proof. */
export const proofSuites: readonly ProofSuite[] = [
  dataIntegritySuite('eddsa-rdfc-2022', async () => (await import('./eddsa-rdfc-2022/verify.ts')).verifyEddsaRdfc2022),
  dataIntegritySuite('eddsa-jcs-2022', async () => (await import('./eddsa-jcs-2022/verify.ts')).verifyEddsaJcs2022),
  dataIntegritySuite('ecdsa-rdfc-2019', async () => (await import('./ecdsa-rdfc-2019/verify.ts')).verifyEcdsaRdfc2019),
  dataIntegritySuite('ecdsa-jcs-2019', async () => (await import('./ecdsa-jcs-2019/verify.ts')).verifyEcdsaJcs2019),
  dataIntegritySuite('ecdsa-sd-2023', async () => (await import('./ecdsa-sd-2023/verify.ts')).verifyEcdsaSd2023),
  olderSuite('Ed25519Signature2020', async () => (await import('./ed25519-signature-2020/verify.ts')).verifyEd25519Signature2020),
  olderSuite('Ed25519Signature2018', async () => (await import('./ed25519-signature-2018/verify.ts')).verifyEd25519Signature2018),
  {
    id: toSuiteId('jws'),
    recognize: (securing) => securing.form === 'jwt',
    load: once(async () => (await import('./jws/verify.ts')).verifyJws),
  },
  {
    id: toSuiteId('sd-jwt'),
    recognize: (securing) => securing.form === 'sd-jwt',
    load: once(async () => (await import('./sd-jwt/verify.ts')).verifySdJwt),
  },
  {
    id: toSuiteId('kb-jwt'),
    recognize: (securing) => securing.form === 'kb-jwt',
    load: once(async () => (await import('./kb-jwt/verify.ts')).verifyKeyBinding),
  },
  {
    id: toSuiteId('jades'),
    recognize: (securing) => securing.form === 'seal',
    load: once(async () => (await import('./jades/verify.ts')).verifySeal),
  },
];

/** How a proof names itself, for people and reports: the cryptosuite, the type of older suites, or the `alg`. */
export function nameOfProof(securing: Securing): string {
  if (securing.form !== 'data-integrity') {
    const alg = securing.header['alg'];
    const name = typeof alg === 'string' && alg.length <= 40 ? alg : 'JWT';
    return securing.form === 'seal' ? `JAdES ${name}` : name;
  }
  const proof = isJsonObject(securing.proof) ? securing.proof : {};
  const name = proof['cryptosuite'] ?? proof['type'];
  return typeof name === 'string' && name.length <= 80 ? name : 'unnamed';
}

/** The suite that knows this proof, or undefined: such a proof can be shown, never judged. */
export function suiteFor(securing: Securing): ProofSuite | undefined {
  return proofSuites.find((suite) => suite.recognize(securing));
}

function securingOf(order: ProofOrder): Securing {
  const { secured } = order;
  return secured.form === 'data-integrity' ? { form: 'data-integrity', proof: secured.proof } : { form: secured.form, header: secured.header };
}

/**
 * Judges one proof by the suite that recognizes it. No suite: unknown, `unknown-suite`, never skipped (B40).
 * A proof that is no object at all: failed, `malformed-proof` (B39).
 */
export async function verifyProof(order: ProofOrder): Promise<ProofOutcome> {
  const securing = securingOf(order);
  if (securing.form === 'data-integrity' && !isJsonObject(securing.proof)) {
    return outcomeOf({ signature: { state: 'failed', reason: 'malformed-proof', facts: { field: 'proof' } } });
  }
  const suite = suiteFor(securing);
  if (suite === undefined) {
    return outcomeOf({ signature: unknownFinding('unknown-suite', { suite: nameOfProof(securing) }) });
  }
  const verify = await suite.load();
  return { ...(await verify(order)), suite: suite.id };
}
