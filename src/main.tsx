import { toInstant } from './core/model/instant.ts';
import checkWorkerUrl from './entries/check-worker.ts?worker&url';
import remoteWorkerUrl from './entries/remote-worker.ts?worker&url';
import vaultWorkerUrl from './entries/vault-worker.ts?worker&url';
import { createPlatform } from './platform/create-platform.ts';
import { mountApp } from './ui/app/mount-app.tsx';
import { createWallet } from './wallet/create-wallet.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
mountApp(root, () => createWallet(createPlatform({ check: checkWorkerUrl, vault: vaultWorkerUrl, remote: remoteWorkerUrl }, toInstant(__BUILT_AT__))));
