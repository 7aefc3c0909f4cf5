import { describe, expect, it } from 'vitest';
import { linkHost } from '../../../../src/ui/components/link-host.ts';

describe('the host of a link', () => {
  it('is who would be asked', () => {
    expect(linkHost('https://badges.school.example/a?b=c#d')).toBe('badges.school.example');
    expect(linkHost('HTTPS://School.Example:8443/x')).toBe('school.example:8443');
  });

  it.each(['http://school.example/a', 'javascript:alert(1)', 'data:text/html,x', 'intent://school.example#Intent;end', 'https://school.example@evil.example/', 'https://', 'school.example/a'])(
    'B93 there is none for %s: such a link is shown and never asked',
    (address) => expect(linkHost(address)).toBeUndefined(),
  );

  it('B93 shows a host that only looks like another in the spelling of the network', () => {
    expect(linkHost('https://аalto.fi/badge')).toBe('xn--alto-43d.fi');
    expect(linkHost('https://aalto.fi/badge')).toBe('aalto.fi');
  });
});
