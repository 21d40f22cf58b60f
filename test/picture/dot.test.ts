import { spawnSync } from 'node:child_process';
import { dotGraph } from '../../lib/picture/dot';
import { LinkStatus } from '../../lib/picture/picture';
import { HOSTILE, hostileManifests } from './hostile';
import { evaluationOf } from './picture-of-yaml';
import { chain, part, picture } from './samples';

/** What Graphviz itself makes of a graph. Its package is an ES module, which jest does not load. */
function graphviz(text: string, format: string): string {
  const script = `
    import { Graphviz } from '@hpcc-js/wasm-graphviz';
    import { readFileSync } from 'node:fs';
    const graphviz = await Graphviz.load();
    process.stdout.write(graphviz.layout(readFileSync(0, 'utf8'), ${JSON.stringify(format)}, 'dot'));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    input: text,
    encoding: 'utf8',
    cwd: __dirname,
    maxBuffer: 1 << 28,
  });
  if (status !== 0 || stderr !== '') {
    throw new Error(stderr);
  }
  return stdout;
}

const written = (one: Parameters<typeof dotGraph>[0]) => [...dotGraph(one)].join('');

test('Graphviz reads it, with every box and arrow', () => {
  const lost = chain({ name: 'lost', link: { status: LinkStatus.BROKEN, reason: 'It has no label "release".' } });
  const graph = JSON.parse(graphviz(written(picture([chain(), lost])), 'json'));
  expect(graph.objects.filter(({ label }: any) => label !== undefined).map(({ label }: any) => label)).toEqual(
    expect.arrayContaining(['Prometheus\\nmonitoring/k8s', 'ServiceMonitor\\nshop/lost']),
  );
  expect(graph.edges).toHaveLength(8);
  expect(graph.edges.filter(({ arrowhead }: any) => arrowhead === 'tee')).toMatchObject([
    { label: 'It has no label "release".' },
  ]);
  expect(graph.label).toBe('1 of 2 targets will be scraped, 1 is not reached');
});

test('texts stay texts, whatever they hold', () => {
  const parts = HOSTILE.map((name, i) => part({ id: `${i}`, name, namespace: '' }));
  const svg = graphviz(written(picture([{ ...chain(), parts, links: [] }])), 'svg');
  expect(svg.match(/<g id="node/g)).toHaveLength(parts.length);
  expect(svg).not.toMatch(/<(?:script|img|a|image)\b|<[^>]*\son\w+=/);
  const shown = svg
    .replaceAll('&#45;', '-')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#160;', ' ')
    .replaceAll('&amp;', '&');
  expect(shown).toContain('\\N \\" &lt;b&gt; #lt; "');
  expect(shown).toContain('<script>document.title="pwned"</script>');
});

test('Graphviz reads hostile manifests', () => {
  const text = written(evaluationOf(hostileManifests()).picture());
  expect(text).not.toContain('hunter2');
  expect(JSON.parse(graphviz(text, 'json')).objects.length).toBeGreaterThan(HOSTILE.length);
});
