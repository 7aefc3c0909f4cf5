import { serveCalls } from '../../src/platform/workers/worker-channel.ts';
import { verifyBytes } from './verify-bytes.ts';

/** Our verifier in a worker of its own, built as the check worker is, to be asked for what the peer is asked for. */
serveCalls(self, { verify: verifyBytes });
