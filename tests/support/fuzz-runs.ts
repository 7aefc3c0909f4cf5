import { configureGlobal } from 'fast-check';

// In the long runs every property is tried fifty times as often.
if (process.env['MECUM_DEEP'] === '1') configureGlobal({ numRuns: 5000 });
