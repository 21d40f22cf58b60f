import { checkJunit } from '../../lib/report/check-junit';
import { type Finding, Level } from '../../lib/report/finding';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { checkReport, finding, monitor, written } from './samples';

const objects: SourcedObject[] = [
  sourced('ServiceMonitor', 'web', 3),
  sourced('Service', 'web', 20),
  sourced('Service', 'pay', 30),
];

function sourced(kind: string, name: string, line: number): SourcedObject {
  const apiVersion = kind === 'Service' ? 'v1' : monitor.apiVersion;
  return {
    object: { apiVersion, kind, metadata: { name, namespace: 'shop' } },
    source: { file: 'shop.yaml', line, column: 1 },
  };
}

function xmlOf(findings: Finding[], all = objects): string {
  const fails = (level: Level) => level === Level.ERROR;
  return written(checkJunit(checkReport(findings), { objects: all, fails, pageOf: (check) => `page ${check}` }));
}

test('each object is a test, and passes without findings', () => {
  expect(xmlOf([])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-prometheus" tests="3" failures="0" errors="0" time="0">
  <testsuite name="cdk8s-prometheus check" tests="3" failures="0" errors="0" skipped="0" time="0">
    <testcase name="ServiceMonitor shop/web" classname="shop.yaml" file="shop.yaml" time="0"/>
    <testcase name="Service shop/web" classname="shop.yaml" file="shop.yaml" time="0"/>
    <testcase name="Service shop/pay" classname="shop.yaml" file="shop.yaml" time="0"/>
  </testsuite>
</testsuites>
`);
});

test('an object fails once, with all that fails it', () => {
  const xml = xmlOf([finding(), finding({ check: 'monitor/tls', message: 'second' })]);
  expect(xml).toContain('tests="3" failures="1"');
  expect(xml.match(/<failure /g)).toHaveLength(1);
  expect(xml).toMatch(/<failure message="[^"]*\(and 1 more\)" type="monitor\/port-exists">[^<]*second[^<]*<\/failure>/);
});

test('what does not make check fail is only printed', () => {
  const xml = xmlOf([finding({ level: Level.WARNING })]);
  expect(xml).toContain('failures="0"');
  expect(xml).toMatch(/<system-out>warning {2}monitor\/port-exists/);
});

test('what findings are about that is not in the input is a test too', () => {
  const xml = xmlOf([finding({ object: { ...monitor, name: 'else' }, source: {} })]);
  expect(xml).toContain('tests="4" failures="1"');
  expect(xml).toContain('<testcase name="ServiceMonitor shop/else" classname="&lt;stdin&gt;" time="0">');
});

test('of two objects of one name in a file the finding is of the one that it stands in', () => {
  const twins = [sourced('ServiceMonitor', 'web', 3), sourced('ServiceMonitor', 'web', 50)];
  const at = (line: number) =>
    xmlOf([finding({ source: { file: 'shop.yaml', line } })], twins)
      .split('\n')
      .findIndex((text) => text.includes('<failure'));
  expect(at(60)).toBeGreaterThan(at(12));
});

test('signs of XML and control characters cannot break out', () => {
  const xml = xmlOf([finding({ message: '<a href="x">&\u0000\u001b[31m]]>\ud800\uffff', check: 'a"b' })]);
  expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd]/);
  expect(xml).toContain('type="a&quot;b"');
  expect(xml).toContain('&lt;a href=&quot;x&quot;&gt;&amp;\\u0000\\u001b[31m]]&gt;\ufffd\ufffd');
});
