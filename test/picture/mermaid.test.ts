import { escapeMermaid, MERMAID_LIMITS, mermaidDiagram } from '../../lib/picture/mermaid';
import { LinkStatus } from '../../lib/picture/picture';
import { HOSTILE, hostileManifests } from './hostile';
import { app, evaluationOf, PROMETHEUS } from './picture-of-yaml';
import { chain, picture } from './samples';

const broken = { status: LinkStatus.BROKEN, reason: 'It has no label "release".' };

test('draws a chain, and says above it what comes of it', () => {
  expect(mermaidDiagram(evaluationOf(PROMETHEUS + app()).picture()).text).toBe(
    `---
title: '1 of 1 targets will be scraped'
---
flowchart LR
  accTitle: What Prometheus will scrape
  accDescr: 1 of 1 targets will be scraped
  n0["Prometheus<br>monitoring/k8s"]
  n1["ServiceMonitor<br>shop/web"]
  n2["Service<br>shop/web"]
  n3["Deployment<br>shop/web"]
  n4["target<br>:8080/metrics<br>http, every 30s"]
  n0 --> n1
  n1 --> n2
  n2 --> n3
  n3 --> n4
`,
  );
});

test('tells a broken link by a cross and a reason, not by colour alone', () => {
  const { text } = mermaidDiagram(picture([chain({ link: broken })]));
  expect(text).toContain('n0 --x|"It has no label #34;release#34;."| n1');
  expect(text).toContain('n1 -.-> n2');
  expect(text).toContain('not scraped');
});

test('leaves nothing in a label that Mermaid would read', () => {
  for (const text of HOSTILE) {
    expect(escapeMermaid(text)).toMatch(/^[\p{L}\p{N} /.:,_\-#;]*$/u);
  }
  const { text } = mermaidDiagram(evaluationOf(hostileManifests()).picture());
  const labels = /"[^"]*"/g;
  expect(text.replace(labels, '')).not.toMatch(/script|init|click/);
  for (const [label] of text.matchAll(labels)) {
    expect(label.slice(1, -1).split('<br>').join('')).toMatch(/^[\p{L}\p{N} /.:,_\-#;]*$/u);
  }
});

test('hides parameters whose names tell that they are secret', () => {
  expect(mermaidDiagram(evaluationOf(hostileManifests()).picture()).text).not.toContain('hunter2');
});

describe('what is too large', () => {
  const edgesOf = (text: string) => text.split('\n').filter((line) => /^ {2}n\d+ (?:-->|-\.->|--x)/.test(line)).length;
  const fits = (text: string) => edgesOf(text) <= MERMAID_LIMITS.edges && text.length <= MERMAID_LIMITS.characters;
  const whole = (count: number, targets = 1) =>
    Array.from({ length: count }, (_, i) => chain({ name: `app-${i}`, namespace: `team-${i % 20}`, targets }));

  test('is drawn as it is up to the limits, without a note', () => {
    const { text, note } = mermaidDiagram(picture(whole(60)));
    expect(note).toBe('');
    expect(edgesOf(text)).toBe(240);
  });

  test('has targets counted at their pods', () => {
    const { text, note } = mermaidDiagram(picture(whole(20, 40)));
    expect(note).toBe(
      'The wiring has 860 arrows, and Mermaid draws at most 500 of them in 50000 characters, so targets that are scraped are counted at their pods.',
    );
    expect(text).toContain('40 targets');
    expect(text).toContain('note["The wiring has 860 arrows');
    expect(fits(text)).toBe(true);
  });

  test('keeps the details of what is broken the longest', () => {
    const { text, note } = mermaidDiagram(picture([chain({ name: 'lost', link: broken }), ...whole(2000)]));
    expect(note).toContain('what is scraped is counted at namespaces.');
    expect(text).toContain('ServiceMonitor<br>shop/lost');
    expect(text).toContain('100 scraped');
    expect(fits(text)).toBe(true);
  });

  test('is counted at namespaces where everything is broken, and says what is left out', () => {
    const lost = Array.from({ length: 3000 }, (_, i) => chain({ name: 'web', namespace: `team-${i}`, link: broken }));
    const { text, note } = mermaidDiagram(picture(lost));
    expect(note).toMatch(/everything is counted at namespaces, of which \d+ are left out\.$/);
    expect(fits(text)).toBe(true);
    expect(edgesOf(text)).toBeGreaterThan(100);
    expect(text).toContain('0 of 3000 targets will be scraped, 3000 are not reached');
  });
});
