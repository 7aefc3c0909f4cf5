import { askAddress } from '../platform/remote/ask-address.ts';
import { serveCalls } from '../platform/workers/worker-channel.ts';

// The only script that may ask other hosts: it takes an address, gives bytes back, and knows nothing of credentials.
serveCalls(self, { ask: (url: string) => askAddress(url) });
