import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { app, PROMETHEUS } from '../picture/picture-of-yaml';
import { manifest } from './manifests';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const stdin = manifest('web', { namespace: 'shop' });

test.each([[[]], [['--output', '-']], [['-o', '-']]])('writes a page to standard output with %j', async (args) => {
  const { code, stdout, stderr } = await runCli(['report', '-', ...args], { stdin });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n[\s\S]*<\/html>\n$/);
});

test('writes a file, and nothing else', async () => {
  const cwd = temporaryFolder();
  const { code, stdout, stderr } = await runCli(['report', '-', '-o', 'report.html'], { cwd, stdin });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('Wrote "report.html".');
  expect(readdirSync(cwd)).toEqual(['report.html']);
  expect(readFileSync(path.join(cwd, 'report.html'), 'utf8')).toContain('1 of 1 targets will be scraped');
});

test('leaves the file as it is when some input cannot be read, or a filter fits nothing', async () => {
  const cwd = temporaryFolder({ 'report.html': 'old' });
  for (const args of [['--app', 'nope'], []]) {
    const input = args.length === 0 ? `${stdin}---\nkind: [` : stdin;
    const { code } = await runCli(['report', '-', '-o', 'report.html', ...args], { cwd, stdin: input });
    expect(code).toBe(2);
    expect(readFileSync(path.join(cwd, 'report.html'), 'utf8')).toBe('old');
  }
});

test('findings do not make it fail, and link to their pages', async () => {
  const text = PROMETHEUS + app('web', 'shop', { 'release: stack': 'release: other' });
  const { code, stdout } = await runCli(['report', '-'], { stdin: text, engine: connectedEngine });
  expect(code).toBe(0);
  expect(stdout).toContain('0 of 1 targets will be scraped');
  expect(stdout).toMatch(/href="https:\/\/github\.com\/[^"]*\/docs\/checks\/monitor\/not-selected\.md"/);
});

test('shows a part of it with filters', async () => {
  const text = PROMETHEUS + app('web') + app('db', 'ops');
  const { stdout } = await runCli(['report', '-', '--in-namespace', 'ops'], { stdin: text, engine: connectedEngine });
  expect(stdout).toContain('1 of 1 targets will be scraped');
  expect(stdout).not.toContain('shop/web');
});

test('never shows what a Secret holds', async () => {
  const secret = `
apiVersion: v1
kind: Secret
metadata: { name: login, namespace: shop }
stringData: { password: hunter2 }
---`;
  const endpoint = {
    '[{ port: http }]':
      '[{ port: http, basicAuth: { password: { name: login, key: pasword } }, params: { api_key: [hunter2] } }]',
  };
  const { stdout } = await runCli(['report', '-', '--complete'], {
    stdin: PROMETHEUS + secret + app('web', 'shop', endpoint),
    engine: connectedEngine,
  });
  expect(stdout).toContain('not scraped');
  expect(stdout).not.toContain('hunter2');
});
