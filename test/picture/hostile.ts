import { app, PROMETHEUS } from './picture-of-yaml';

/** Texts that would do harm where they are taken for markup or for code. */
export const HOSTILE = [
  '<script>document.title="pwned"</script>',
  "\"><img src=x onerror=document.title='pwned'>",
  '</script></style></template></svg><svg onload=alert(1)>',
  'javascript:alert(1)',
  '"] end; click n0 href "javascript:alert(1)"',
  '%%{init: {"securityLevel": "loose"}}%%',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to look like a template, and to be none.
  '`${alert(1)}` {{alert(1)}} \\N \\" &lt;b&gt; #lt; "',
  '\u202egnp.exe\u2028\u0000\n"]',
  '\ud800 half a pair',
  '--> x | y || [[z]] ((w)) {v} end subgraph',
];

/** Manifests in which every text that people may choose freely is one of these. */
export function hostileManifests(): string {
  return HOSTILE.map((text, i) => {
    const value = JSON.stringify(text);
    const name = `app-${i}`;
    return app(name, 'shop', {
      'endpoints: [{ port: http }]': `endpoints: [{ port: http, path: ${value}, params: { token: ["hunter2"], x: [${value}] }, relabelings: [{ action: replace, targetLabel: team, replacement: ${value} }] }]`,
      [`template:\n    metadata: { labels: { app: ${name} } }`]: `template:\n    metadata: { labels: { app: ${name}, app.kubernetes.io/name: ${value} } }`,
      ...(i % 2 === 0 ? {} : { '{ port: http,': `{ port: ${value},` }),
    });
  }).reduce((all, one) => all + one, PROMETHEUS);
}
