import { isUr } from './ur/is-ur.ts';

/** What a scanned, pasted or photographed text is. Nothing is opened, followed or requested here. */
export type TextKind =
  /** One part of a code, `ur:bytes/…`. */
  | { readonly kind: 'ur'; readonly text: string }
  /** A share in a link of our own form, whatever host it names; `data` is base64url. */
  | { readonly kind: 'check-link'; readonly data: string }
  /** The address of a check page, without a share: it stands beside every code we show. */
  | { readonly kind: 'check-page'; readonly text: string }
  /** A request of our own form; `data` is base64url. */
  | { readonly kind: 'present-link'; readonly data: string }
  /** A recovery code: a secret, never shown and never kept by a scan. */
  | { readonly kind: 'recovery-code'; readonly text: string }
  | { readonly kind: 'jwt'; readonly text: string }
  | { readonly kind: 'json'; readonly text: string }
  /** Compressed credential of other wallets (`VP1-`); named, not read. */
  | { readonly kind: 'vp1'; readonly text: string }
  /** A protocol we do not speak here, by its scheme. */
  | { readonly kind: 'request'; readonly protocol: string; readonly text: string }
  /** Shown, never opened. */
  | { readonly kind: 'web-address'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' };

const ownLink = /^(?:https?:\/\/[^\s#]{0,2048})?#\/(check|present)\/1\/([\w=-]*)$/;
const checkPage = /^https?:\/\/[^\s#]{0,2048}#\/check$/;
const jwt = /^[\w-]+\.[\w-]*\.[\w-]*(?:~[\w.~-]*)?$/;
const requestSchemes = /^(openid-credential-offer|openid4vp|openid-vc|haip-vp|haip|mdoc-openid4vp|eudi-openid4vp|dccrequest|msprequest|didcomm):/i;
const requestParameters = /[?&](?:credential_offer|credential_offer_uri|request_uri|vc_request_url|iuv)=/;

/**
 * One classifier for camera, paste, photo and link alike, in the order of the transport guide: UR part, link of our
 * own, recovery code, `VP1-`, JWT or SD-JWT, JSON, requests of other protocols, web address, other text. Pure, total,
 * linear in the length of the text.
 */
export function classifyText(received: string): TextKind {
  const text = received.replace(/^\uFEFF/, '').trim();
  if (text === '') return { kind: 'empty' };
  if (isUr(text)) return { kind: 'ur', text };
  const link = ownLink.exec(text);
  if (link !== null) return { kind: link[1] === 'check' ? 'check-link' : 'present-link', data: link[2] ?? '' };
  if (checkPage.test(text)) return { kind: 'check-page', text };
  if (/^MECUM-RECOVERY:/i.test(text)) return { kind: 'recovery-code', text };
  if (text.startsWith('VP1-')) return { kind: 'vp1', text };
  // A JWT begins with the base64url of `{"`; a line of words with two dots does not.
  if (text.startsWith('eyJ') && jwt.test(text)) return { kind: 'jwt', text };
  if (text.startsWith('{') || text.startsWith('[')) return { kind: 'json', text };
  return classifyAddress(text);
}

function classifyAddress(text: string): TextKind {
  const scheme = requestSchemes.exec(text);
  if (scheme !== null) return { kind: 'request', protocol: (scheme[1] ?? '').toLowerCase(), text };
  if (/^https?:\/\/\S+$/i.test(text)) {
    return requestParameters.test(text) ? { kind: 'request', protocol: 'https', text } : { kind: 'web-address', text };
  }
  return { kind: 'text', text };
}
