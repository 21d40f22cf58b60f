import { isIP } from 'node:net';

const HALF_ESCAPE = /%(?![0-9a-fA-F]{2})/;
const NO_ZONE = /[^!"$&'()*+,\-.0-9:;<=>A-Z[\]_a-z~]/;

/** Why Go cannot read an address. Source: Go 1.26 `net/url/url.go`, `Parse`, `parseAuthority` and `parseHost`. */
export function whyNoUrl(url: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Go looks for.
  if (/[\x00-\x1f\x7f]/.test(url)) {
    return 'it has a control character';
  }
  const [, main = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/s.exec(url) ?? [];
  const [, scheme, rest = ''] = /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?([^?]*)/.exec(main) ?? [];
  if (scheme === undefined && /^[^/]*:/.test(rest)) {
    return 'it has a colon, and does not begin with http:// or the like';
  }
  const [, authority = '', path = ''] = /^(?:\/\/([^/]*))?(.*)$/.exec(rest) ?? [];
  const isOpaque = scheme !== undefined && !rest.startsWith('/');
  if ((!isOpaque && HALF_ESCAPE.test(path)) || HALF_ESCAPE.test(fragment)) {
    return 'a percent sign must be followed by two hexadecimal digits';
  }
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(at, 0));
  return whyNoHost(authority.slice(at + 1), /^https?$/i.test(scheme ?? '')) ?? whyNoUser(user);
}

function whyNoUser(user: string): string | undefined {
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user)) {
    return 'the name or password in front of the "@" has a character that must be escaped there';
  }
  return HALF_ESCAPE.test(user) ? 'a percent sign must be followed by two hexadecimal digits' : undefined;
}

function whyNoHost(host: string, strict: boolean): string | undefined {
  const bracket = host.lastIndexOf('[');
  if (bracket === 0) {
    const end = host.lastIndexOf(']');
    return end < 0
      ? 'the "[" of its host is never closed'
      : (whyNoPort(host.slice(end + 1)) ?? whyNoAddress(host, end));
  }
  if (bracket > 0) {
    return 'a "[" stands in the middle of its host';
  }
  const colon = strict ? host.indexOf(':') : host.lastIndexOf(':');
  return (colon < 0 ? undefined : whyNoPort(host.slice(colon))) ?? whyNoName(host);
}

function whyNoAddress(host: string, end: number): string | undefined {
  const [, address = '', zone] = /^([^%]*)(?:%25(.+))?$/.exec(host.slice(1, end)) ?? [];
  return isIP(address) === 6 && !NO_ZONE.test(plainZone(zone ?? ''))
    ? undefined
    : `"${host.slice(1, end)}" is no address of IPv6`;
}

/** The zone of an address without what it may have beside the characters of a host. */
function plainZone(zone: string): string {
  return zone
    .replace(/[\u0080-\uffff]|%2[05]/g, '')
    .replace(/%([0-9a-fA-F]{2})/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function whyNoPort(port: string): string | undefined {
  return /^(:\d*)?$/.test(port) ? undefined : `"${port}" is no port`;
}

function whyNoName(host: string): string | undefined {
  if (HALF_ESCAPE.test(host)) {
    return 'a percent sign must be followed by two hexadecimal digits';
  }
  if (/%(?!25)[0-7]/.test(host)) {
    return 'only letters beyond ASCII may be escaped in its host';
  }
  return /[ \\^`{|}]/.test(host) ? 'its host has a character that no host has' : undefined;
}
