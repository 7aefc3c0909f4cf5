import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function start(...options: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/start.mjs', ...options], { encoding: 'utf8', timeout: 30_000 });
  return { status, stdout, stderr };
}

describe('npm start', () => {
  it('tells what it does and what it takes, and does nothing else', () => {
    const { status, stdout } = start('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^npm start installs what is missing, builds Mecum and serves it on this machine\.\n/);
    expect(stdout).toContain('--port NUMBER');
    expect(start('--no-build', '-h').stdout).toBe(stdout);
  });

  it.each([['--prot', '5000'], ['5000'], ['--port'], ['--no-build=1'], ['--port', '--no-build']])('says in one sentence that it cannot be called so: %s %s', (...options) => {
    const given = options.filter((option) => typeof option === 'string');
    const { status, stdout, stderr } = start(...given);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`npm start cannot be called with "${given.join(' ')}".\n\nnpm start installs`);
  });
});
