import { manifest } from './manifests';
import { Collector, runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

test('findings go to stdout, nothing to stderr', async () => {
  const { code, stdout, stderr } = await runCli(['check', '-'], {
    stdin: manifest('web', { level: 'error', namespace: 'shop' }),
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^error {2}monitor\/port-exists {2}Service shop\/web level {2}\(<stdin>:1:1\)\n/);
  expect(stdout).toContain(
    'https://github.com/cdk8s-prometheus/cdk8s-prometheus/blob/main/docs/checks/monitor/port-exists.md',
  );
});

test.each([
  ['error', 'error', 1],
  ['warning', 'error', 0],
  ['warning', 'warning', 1],
  ['info', 'warning', 0],
  ['info', 'info', 1],
  ['error', 'info', 1],
])('a finding of level %s with --level %s exits with %i', async (level, threshold, expected) => {
  const { code } = await runCli(['check', '-', '--level', threshold], { stdin: manifest('web', { level }) });
  expect(code).toBe(expected);
});

test('all is well without findings', async () => {
  const { code, stdout } = await runCli(['check', '-'], { stdin: manifest('web') });
  expect({ code, stdout }).toEqual({ code: 0, stdout: 'No findings in 1 object; 17 targets\n' });
});

test('what cannot be read outranks findings, and the rest is reported', async () => {
  const cwd = temporaryFolder({
    'a.yaml': manifest('a', { level: 'error' }),
    'b.yaml': `${manifest('b')}---\nkind: [\n---\n${manifest('c', { level: 'warning' })}`,
  });
  const { code, stdout, stderr } = await runCli(['check', '.'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error {2}b\.yaml:\d+:\d+: .+\n$/);
  expect(stdout).toContain('(a.yaml:1:1)');
  expect(stdout).toContain('1 error, 1 warning in 3 objects');
});

test.each([
  ['', 'There is no Kubernetes object in standard input.'],
  ['# nothing\n---\n', 'There is no Kubernetes object in standard input.'],
  ['kind: [', 'Nothing was looked at, since no object could be read.'],
])('nothing to look at is not a success (%j)', async (stdin, message) => {
  const { code, stdout, stderr } = await runCli(['check', '-', '--stack', 'prom'], { stdin });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('options may stand before or after paths', async () => {
  const cwd = temporaryFolder({ 'a.yaml': manifest('a', { level: 'info' }), 'b.yaml': manifest('b') });
  const { code, stdout } = await runCli(['check', '--format', 'json', 'a.yaml', '--level=info', 'b.yaml'], { cwd });
  expect(code).toBe(1);
  expect(JSON.parse(stdout).summary.objects).toBe(2);
});

test('what the options say reaches the engine', async () => {
  const options = ['--namespace', 'shop', '--operator-version', 'v0.80', '--kubernetes-version', '1.33', '--partial'];
  const { engine } = await runCli(['check', '-', ...options], { stdin: manifest('a') });
  expect(engine.options).toEqual({
    defaultNamespace: 'shop',
    operatorVersion: '0.80.0',
    kubernetesVersion: '1.33',
    absence: 'partial',
    locate: expect.any(Function),
  });
});

test('without options the engine gets the defaults', async () => {
  const { engine } = await runCli(['check', '-'], { stdin: manifest('a') });
  expect(engine.options).toEqual({ defaultNamespace: 'default', absence: 'default', locate: expect.any(Function) });
});

describe('--stack', () => {
  const files = { 'a.yaml': 'a: 1', 'b.yaml': 'b: 1', 'web.yaml': manifest('web') };

  test('is in namespace default unless it says otherwise', async () => {
    const { engine } = await runCli(['check', '-', '--stack', 'one', '--stack', 'two/monitoring'], {
      stdin: manifest('a'),
    });
    expect(engine.stacks).toEqual([
      { release: 'one', namespace: 'default', values: [] },
      { release: 'two', namespace: 'monitoring', values: [] },
    ]);
  });

  test('takes the values that follow it', async () => {
    const options = ['--stack', 'one', '--helm-values', 'a.yaml', '--helm-values', 'b.yaml', '--stack', 'two'];
    const { engine } = await runCli(['check', 'web.yaml', ...options], { cwd: temporaryFolder(files) });
    expect(engine.stacks.map(({ values }) => values)).toEqual([
      [
        { file: 'a.yaml', text: 'a: 1' },
        { file: 'b.yaml', text: 'b: 1' },
      ],
      [],
    ]);
  });

  test('takes the values that stand before it, when it is the first', async () => {
    const options = ['--helm-values', 'a.yaml', '--stack', 'one', '--stack', 'two'];
    const { engine } = await runCli(['check', 'web.yaml', ...options], { cwd: temporaryFolder(files) });
    expect(engine.stacks.map(({ values }) => values.map(({ file }) => file))).toEqual([['a.yaml'], []]);
  });

  test('is missed when there are values', async () => {
    const { code, stderr } = await runCli(['check', '-', '--helm-values', 'a.yaml'], { stdin: manifest('a') });
    expect(code).toBe(2);
    expect(stderr).toContain(
      '--helm-values "a.yaml" has no --stack that it belongs to.\n  Fix: --stack RELEASE/NAMESPACE --helm-values a.yaml',
    );
  });

  test.each([
    ['none.yaml', 'The Helm values "none.yaml" cannot be used: It cannot be read: no such file or folder.'],
    ['.', 'The Helm values "." cannot be used: It cannot be read: it is a folder.'],
    ['-', 'Standard input can be read once only.'],
    ['broken.yaml', 'Nothing was looked at, since without its values nobody can tell what the stack selects.'],
  ])('without its values (%s) nothing is looked at', async (values, message) => {
    const cwd = temporaryFolder({ 'broken.yaml': 'a: [' });
    const options = ['--stack', 'one', '--helm-values', values];
    const { code, stdout, stderr } = await runCli(['check', '-', ...options], { cwd, stdin: manifest('a') });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});

describe('usage', () => {
  test.each([
    [['check'], /Missing required argument 'path'\./, 'cdk8s-prometheus check --help'],
    [['check', '-', '--fromat', 'json'], /Unknown option '--fromat'\. Did you mean --format\?/, 'check --help'],
    [['check', '-', '--format', 'xml'], /Allowed choices are text, json, sarif, github, junit\./, 'check --help'],
    [['check', '-', '--complete', '--partial'], /cannot be used with option '--partial'/, 'check --help'],
    [['check', '-', '--stack', 'a/b/c'], /RELEASE or RELEASE\/NAMESPACE/, 'check --help'],
    [['check', '-', '--namespace', 'A B'], /lower-case letters/, 'check --help'],
    [['check', '-', '--operator-version', 'latest'], /such as 0\.93\.0/, 'check --help'],
    [['chekc', '-'], /Unknown command 'chekc'\. Did you mean check\?/, 'cdk8s-prometheus --help'],
    [['k8s/'], /Unknown command 'k8s\/'\./, 'cdk8s-prometheus check k8s/'],
    [['check', ''], /A PATH is empty\./, 'variable'],
  ])('%j is refused in one or two lines', async (argv, message, fix) => {
    const { code, stdout, stderr } = await runCli(argv, { stdin: manifest('a') });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain(fix);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('nothing at all prints the help, and is not a success', async () => {
    const { code, stdout, stderr } = await runCli([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: cdk8s-prometheus');
  });

  test.each([[['--help']], [['help', 'check']], [['check', '--help']], [['targets', '-h']], [['explain', '--help']]])(
    '%j prints examples to stdout',
    async (argv) => {
      const { code, stdout, stderr } = await runCli(argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('Examples:\n');
    },
  );
});

describe('a mistake of the program', () => {
  const engine = () => {
    throw new TypeError('x is not a function');
  };

  test('is told as one, with what to report and where', async () => {
    const { code, stderr } = await runCli(['check', '-'], { engine });
    expect(code).toBe(70);
    expect(stderr).toContain(
      'This is a mistake of cdk8s-prometheus, not of your manifests: TypeError: x is not a function',
    );
    expect(stderr).toContain('Fix: report it at https://github.com/cdk8s-prometheus/cdk8s-prometheus/issues');
    expect(stderr).not.toContain('    at ');
  });

  test('shows its stack to whoever asks for it', async () => {
    const { stderr } = await runCli(['check', '-'], { engine, env: { DEBUG: 'cdk8s-prometheus' } });
    expect(stderr).toContain('    at ');
  });
});

describe('a terminal', () => {
  const stdin = manifest('web', { level: 'error' });

  test('shows colours and wrapped prose; a pipe does not', async () => {
    const stdout = new Collector(true, 40);
    await runCli(['check', '-'], { stdin, stdout });
    expect(stdout.text).toContain('\u001b[31m');
    expect(stdout.text).toContain('\n  Port "metric" is not a port of Service\n  shop/web');
    expect((await runCli(['check', '-'], { stdin })).stdout).not.toContain('\u001b[');
  });

  test.each([
    [true, { NO_COLOR: '1' }, [], false],
    [true, { NO_COLOR: '' }, [], true],
    [true, { TERM: 'dumb' }, [], false],
    [false, { FORCE_COLOR: '1' }, [], true],
    [false, { FORCE_COLOR: '0' }, [], false],
    [true, { NO_COLOR: '1' }, ['--color', 'always'], true],
    [false, {}, ['--color=always'], true],
    [true, {}, ['--color', 'never'], false],
  ])('(tty %j) with %j and %j has colours: %j', async (tty, env, options, expected) => {
    const stdout = new Collector(tty);
    await runCli(['check', '-', ...options], { stdin, stdout, env });
    expect(stdout.text.includes('\u001b[31m')).toBe(expected);
  });
});
