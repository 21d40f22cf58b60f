import { isIPv6 } from 'node:net';

const HALF_ESCAPE = /%(?![0-9a-fA-F]{2})/;
const HALF_ESCAPED = 'a percent sign must be followed by two hexadecimal digits';

/** An address that Go can read. */
export interface GoUrl {
  /** In small letters; empty where there is none. */
  readonly scheme: string;
  /** With its port; empty where there is none. */
  readonly host: string;
}

/** Why Go cannot read an address. Source: Go 1.26 `net/url/url.go`, `Parse`. */
export function whyNoUrl(url: string): string | undefined {
  const read = readUrl(url);
  return typeof read === 'string' ? read : undefined;
}

/**
 * Reads an address as Go does.
 *
 * Source: Go 1.26 `net/url/url.go`, `Parse`, `parse` and `getScheme`.
 *
 * @returns why it cannot be read, where that is so
 */
export function readUrl(url: string): GoUrl | string {
  const [, main, fragment = ''] = /^([^#]*)(?:#(.*))?$/s.exec(url) as RegExpExecArray;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Go looks for.
  if (/[\x00-\x1f\x7f]/.test(main)) {
    return 'it has a control character';
  }
  if (main.startsWith(':')) {
    return 'nothing stands in front of its first colon';
  }
  const [, scheme = '', rest] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?([^?]*)/.exec(main) as RegExpExecArray;
  // What follows a scheme without a slash is anything.
  const isOpaque = scheme !== '' && !rest.startsWith('/');
  if (scheme === '' && /^[^/]*:/.test(rest)) {
    return 'it has no scheme, such as "https://"';
  }
  const [authority, path] = rest.startsWith('//') ? splitAt(rest.slice(2), '/') : ['', rest];
  if ((!isOpaque && HALF_ESCAPE.test(path)) || HALF_ESCAPE.test(fragment)) {
    return HALF_ESCAPED;
  }
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  return (
    whyNoHost(host, /^https?$/i.test(scheme)) ??
    whyNoUser(authority.slice(0, Math.max(at, 0))) ?? { scheme: scheme.toLowerCase(), host }
  );
}

/** What stands before a character, and the rest with it. */
function splitAt(text: string, character: string): [before: string, rest: string] {
  const place = text.indexOf(character);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place)];
}

/** Source: Go 1.26 `net/url/url.go`, `validUserinfo`. */
function whyNoUser(user: string): string | undefined {
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) {
    return 'the name or password in front of the "@" has a character that must be escaped there';
  }
  return HALF_ESCAPE.test(user) ? HALF_ESCAPED : undefined;
}

/** Source: Go 1.26 `net/url/url.go`, `parseHost`. */
function whyNoHost(host: string, strict: boolean): string | undefined {
  const bracket = host.lastIndexOf('[');
  if (bracket === 0) {
    const end = host.lastIndexOf(']');
    return end < 0
      ? 'the "[" of its host is never closed'
      : (whyNoPort(host.slice(end + 1)) ?? whyNoAddress(host.slice(1, end)));
  }
  if (bracket > 0) {
    return 'a "[" stands in the middle of its host';
  }
  const colon = strict ? host.indexOf(':') : host.lastIndexOf(':');
  return (colon < 0 ? undefined : whyNoPort(host.slice(colon))) ?? whyNoName(host);
}

/** Source: Go 1.26 `net/url/url.go`, `parseHost` and `unescape`; `net/netip/netip.go`, `parseIPv6`. */
function whyNoAddress(text: string): string | undefined {
  const [address, zone] = splitAt(text, '%25');
  const isAddress = !address.includes('%') && isIPv6(address) && zone !== '%25';
  if (!isAddress) {
    return `"${text}" is no address of IPv6`;
  }
  if (HALF_ESCAPE.test(zone)) {
    return HALF_ESCAPED;
  }
  // What may not stand in a host may not be escaped in a zone either, but for a space and the percent sign.
  const isZone = !NO_HOST.test(zone) && !/%(?:[0189a-f].|2[3f]|3f|40|5[ce]|60|7[b-df])/i.test(zone);
  return isZone ? undefined : 'the zone of its address has a character that no zone has';
}

/** Characters that are in no host. */
const NO_HOST = /[ \\^`{|}]/;

/** Source: Go 1.26 `net/url/url.go`, `validOptionalPort`. */
function whyNoPort(port: string): string | undefined {
  return /^(:\d*)?$/.test(port) ? undefined : `"${port}" is no port`;
}

function whyNoName(host: string): string | undefined {
  if (HALF_ESCAPE.test(host)) {
    return HALF_ESCAPED;
  }
  if (/%(?!25)[0-7]/.test(host)) {
    return 'only letters beyond ASCII may be escaped in its host';
  }
  return NO_HOST.test(host) ? 'its host has a character that no host has' : undefined;
}
