import { createKeyOf, answers, controllerDocument, fakeBadge } from './fake-badge.ts';
import { impostor } from './impostor.ts';
import type { Casting, Impostor, ImpostorAnswer } from './impostor.ts';
import type { University } from './universities.ts';

/** A did:web that is not the university's, with the address of its document: both are the impostor's own. */
interface LookAlike {
  readonly name: string;
  readonly did: (university: University) => string;
  readonly address: (university: University) => string;
  /** Where it is not plainly somebody unknown. */
  readonly class?: Impostor['class'];
}

function site(name: string, host: (domain: string) => string): LookAlike {
  return { name, did: ({ domain }) => `did:web:${host(domain)}`, address: ({ domain }) => `https://${host(domain)}/.well-known/did.json` };
}

function place(name: string, ...path: readonly string[]): LookAlike {
  return { name, did: ({ domain }) => ['did:web', domain, ...path].join(':'), address: ({ domain }) => `https://${[domain, ...path].join('/')}/did.json` };
}

/** The domain with its last two labels taken for a name on another one: who owns that one owns all names below. */
function flat(domain: string): string {
  return domain.replaceAll('.', '-');
}

const lookAlikes: readonly LookAlike[] = [
  site('evil-in-front', (domain) => `evil-${domain}`),
  site('letters-in-front', (domain) => `my${domain}`),
  site('real-one-below', (domain) => `${domain}.evil.example`),
  site('dashes-for-dots', (domain) => `${flat(domain)}.example`),
  site('www-below-another', (domain) => `www.${flat(domain)}.example`),
  site('sibling', (domain) => ['impostor', ...domain.split('.').slice(1)].join('.')),
  site('punycode', (domain) => `xn--${flat(domain)}-9ib.${domain.split('.').at(-1) ?? ''}`),
  site('another-ending', (domain) => domain.replace(/\.[^.]+$/, '.example')),
  site('people', (domain) => `people.${domain}`),
  site('students', (domain) => `students.${domain}`),
  // No DID may have this letter in it.
  { ...place('home-of-somebody', '~mallory'), class: 'invalid' },
  place('place-for-users', 'users', 'mallory'),
  { name: 'another-port', did: ({ domain }) => `did:web:${domain}%3A8443`, address: ({ domain }) => `https://${domain}:8443/.well-known/did.json` },
  { name: 'home-in-disguise', did: ({ domain }) => `did:web:${domain}:%7Emallory`, address: ({ domain }) => `https://${domain}/%7Emallory/did.json` },
];

/** Fakes by somebody with a web site of their own, or a place on somebody's; all answers are given. */
export async function websiteImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const { universities, seeds } = casting;
  const made = lookAlikes.map(async ({ name, did, address, class: expected = 'unconfirmed' }, index) => {
    const university = universities[(index + 3) % universities.length] as University;
    const key = await createKeyOf(did(university), seeds(`website ${name}`));
    return impostor(`website-${name}`, university, await fakeBadge(university, key, casting), expected, { answers: [answers(address(university), controllerDocument(key))] });
  });
  return [...(await Promise.all(made)), ...(await documentImpostors(casting)), await platformImpostor(casting)];
}

/** An account on a platform that takes any name: the platform is who signed. */
async function platformImpostor(casting: Casting): Promise<Impostor> {
  const university = casting.universities[4] as University;
  const key = await createKeyOf('did:web:www.credly.com:api:v1:obi:v3:issuers:mallory', casting.seeds('platform'));
  const served = answers('https://www.credly.com/api/v1/obi/v3/issuers/mallory/did.json', controllerDocument(key));
  return impostor('platform-account', university, await fakeBadge(university, key, casting), 'unconfirmed', { answers: [served], names: 'Credly' });
}

/** The DID is the university's own; the key is not. */
async function documentImpostors(casting: Casting): Promise<readonly Impostor[]> {
  const [first, second, third, fourth, fifth] = casting.universities as readonly [University, University, University, University, University];
  const didOf = ({ domain }: University): string => `did:web:${domain}`;
  const addressOf = ({ domain }: University): string => `https://${domain}/.well-known/did.json`;
  const keyOf = async (university: University, label: string, fragment?: string) => createKeyOf(didOf(university), casting.seeds(`${label} ${university.domain}`), fragment);
  const fake = async (university: University, fragment?: string) => fakeBadge(university, await keyOf(university, 'false', fragment), casting);
  const own = async (university: University, basis?: ImpostorAnswer['basis']): Promise<ImpostorAnswer> => answers(addressOf(university), controllerDocument(await keyOf(university, 'true')), basis);
  const forged = answers(addressOf(third), controllerDocument(await keyOf(third, 'false')), 'file');
  const elsewhere = answers('https://evil.example/.well-known/did.json', controllerDocument(await keyOf(fourth, 'false')));
  const key = await keyOf(fifth, 'false');
  const foreign = { ...controllerDocument(key), id: 'did:web:evil.example' };
  return [
    impostor('document-other-key', first, await fake(first), 'invalid', { answers: [await own(first)] }),
    impostor('document-without-that-key', second, await fake(second, 'key-9'), 'unknown', { answers: [await own(second)] }),
    impostor('document-as-a-file', third, await fake(third), 'unconfirmed', { answers: [forged] }),
    impostor('document-elsewhere', fourth, await fake(fourth), 'unknown', { answers: [elsewhere] }),
    impostor('document-of-another', fifth, await fakeBadge(fifth, key, casting), 'invalid', { answers: [answers(addressOf(fifth), foreign)] }),
  ];
}

/** The positive twin: the university's own site vouches for the key. */
export async function genuineWebsites(casting: Casting): Promise<readonly Impostor[]> {
  const { universities, seeds } = casting;
  return Promise.all(
    universities.map(async (university, index) => {
      const host = index % 2 === 0 ? university.domain : `badges.${university.domain}`;
      const key = await createKeyOf(`did:web:${host}`, seeds(`true ${university.domain}`));
      const served = answers(`https://${host}/.well-known/did.json`, controllerDocument(key));
      return impostor(`genuine-website-${index}`, university, await fakeBadge(university, key, casting), 'valid', { answers: [served], names: university.name });
    }),
  );
}
