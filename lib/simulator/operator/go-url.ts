/** Why Go cannot read an address. Source: Go standard library, `net/url`, `Parse`. */
export function whyNoUrl(url: string): string | undefined {
  const [, authority = ''] = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/([^/?#]*)/.exec(url) ?? [];
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const port = /^\[[^\]]*\](.*)$/.exec(host)?.[1] ?? /(:.*)$/.exec(host)?.[1] ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what Go looks for.
  if (/[\x00-\x1f\x7f]/.test(url)) {
    return 'it has a control character';
  }
  if (/%(?![0-9a-fA-F]{2})/.test(url.replace(/\?.*$/s, ''))) {
    return 'a percent sign must be followed by two hexadecimal digits';
  }
  if (host.startsWith('[') && !host.includes(']')) {
    return 'the "[" of its host is never closed';
  }
  if (/[ "<>\\^`{|}]/.test(host)) {
    return 'its host has a character that no host has';
  }
  return /^(:\d*)?$/.test(port) ? undefined : `"${port}" is no port`;
}
