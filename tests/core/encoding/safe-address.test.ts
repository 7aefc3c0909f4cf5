import { describe, expect, test } from 'vitest';
import { readSafeAddress } from '../../../src/core/encoding/safe-address.ts';

describe('B86 addresses that may be asked', () => {
  test.each([
    ['https://school.example/did.json', 'https://school.example/did.json', 'school.example'],
    ['HTTPS://School.Example:8443/a/b?c=d#e', 'https://school.example:8443/a/b?c=d', 'school.example:8443'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['https://school.example/a..b/c%20d', 'https://school.example/a..b/c%20d', 'school.example'],
  ])('%s', (text, url, host) => expect(readSafeAddress(text)).toEqual({ ok: true, value: { url, host } }));

  test.each([
    ['http://school.example/', 'scheme'],
    ['ftp://school.example/', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['https://', 'malformed'],
    ['https://user@school.example/', 'user'],
    ['https://:@school.example/', 'user'],
    ['https://school.example\\@evil.example/', 'characters'],
    ['https://school.example/\u202Ea', 'characters'],
    ['https://school.example/a b', 'characters'],
    ['https://school.example/../x', 'path'],
    ['https://school.example/a/%2E%2e/x', 'path'],
    ['https://school.example/a%2fb', 'path'],
    ['https://school.example/a%5Cb', 'path'],
    ['https://school.example./', 'host'],
    ['https://school/', 'host'],
    [`https://school.example/${'a'.repeat(2_000)}`, 'length'],
  ])('%s is refused', (text, why) => {
    expect(readSafeAddress(text)).toMatchObject({ ok: false, error: { code: 'remote/refused-address', facts: { why } } });
  });
});

describe('B87 hosts that lead nowhere outside are refused', () => {
  test.each(['127.0.0.1', '0x7f.1', '2130706433', '10.0.0.1', '192.168.1.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.1.1', '8.8.8.8'])('%s', (host) => {
    expect(readSafeAddress(`https://${host}/did.json`)).toMatchObject({ ok: false, error: { facts: { why: 'ip-address' } } });
  });
  test.each(['a.localhost', 'printer.local', 'db.internal', 'router.lan', 'nas.home', 'x.home.arpa', 'abc.onion'])('%s', (host) => {
    expect(readSafeAddress(`https://${host}/did.json`)).toMatchObject({ ok: false, error: { facts: { why: 'private-host' } } });
  });
  test('names that only begin like them are asked', () => {
    for (const host of ['localhost.example', 'local.school.example', '127.0.0.1.school.example']) expect(readSafeAddress(`https://${host}/`).ok, host).toBe(true);
  });
});
