import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** A Go module of its own, with the version of what it builds pinned in its `go.mod`. */
interface ToolModule {
  /** Folder below `truth/tools`. */
  readonly folder: string;
  /** The module whose version counts. */
  readonly module: string;
  /** Packages to build; those of the folder itself unless set. */
  readonly packages?: readonly string[];
  /** Programs that come of it, below the folder of all programs. */
  readonly programs: readonly string[];
  /** Text for the linker, by the version. */
  readonly linkerFlags?: (version: string) => string;
}

const KUBERNETES_PROGRAMS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];

const KUBERNETES: ToolModule = {
  folder: 'kubernetes',
  module: 'k8s.io/kubernetes',
  packages: KUBERNETES_PROGRAMS.map((name) => `k8s.io/kubernetes/cmd/${name}`),
  programs: KUBERNETES_PROGRAMS,
  // The Operator asks the API server for its version, which only the linker knows.
  linkerFlags: (version) => {
    const [, major, minor] = /^v(\d+)\.(\d+)\./.exec(version) ?? [];
    const variable = 'k8s.io/component-base/version.git';
    return `-X ${variable}Version=${version} -X ${variable}Major=${major} -X ${variable}Minor=${minor}`;
  },
};

const OPERATOR: ToolModule = {
  folder: 'prometheus-operator',
  module: 'github.com/prometheus-operator/prometheus-operator',
  packages: ['operator', 'prometheus-config-reloader'].map(
    (name) => `github.com/prometheus-operator/prometheus-operator/cmd/${name}`,
  ),
  programs: ['operator', 'prometheus-config-reloader'],
};

const [PROMETHEUS_2, PROMETHEUS_3] = ['prometheus-2', 'prometheus-3'].map(
  (folder): ToolModule => ({
    folder,
    module: 'github.com/prometheus/prometheus',
    packages: ['prometheus', 'promtool'].map((name) => `github.com/prometheus/prometheus/cmd/${name}`),
    programs: [`${folder}/prometheus`, `${folder}/promtool`],
  }),
);

const MODULES: readonly ToolModule[] = [
  { folder: 'etcd', module: 'go.etcd.io/etcd/server/v3', programs: ['etcd'] },
  KUBERNETES,
  { folder: 'kwok', module: 'sigs.k8s.io/kwok', packages: ['sigs.k8s.io/kwok/cmd/kwok'], programs: ['kwok'] },
  OPERATOR,
  PROMETHEUS_2,
  PROMETHEUS_3,
  {
    folder: 'alertmanager',
    module: 'github.com/prometheus/alertmanager',
    packages: ['github.com/prometheus/alertmanager/cmd/amtool'],
    programs: ['amtool'],
  },
];

const SOURCES = path.join(__dirname, '..', 'tools');
const PROGRAMS = path.join(__dirname, '..', 'build', 'bin');

/** Path of a program that `buildTools` made. */
export function program(name: string): string {
  return path.join(PROGRAMS, name);
}

/** Builds every program that is missing or older than the versions that its module pins. */
export function buildTools(log: (line: string) => void): void {
  for (const tool of MODULES) {
    const pinned = fs.statSync(path.join(SOURCES, tool.folder, 'go.mod')).mtimeMs;
    const built = tool.programs.every((name) => {
      const stat = fs.statSync(program(name), { throwIfNoEntry: false });
      return stat !== undefined && stat.mtimeMs >= pinned;
    });
    if (!built) {
      build(tool, log);
    }
  }
}

function build(
  { folder, module, packages = ['.'], programs, linkerFlags }: ToolModule,
  log: (line: string) => void,
): void {
  const version = versionOf(folder, module);
  log(`Building ${programs.join(', ')} of ${module} ${version}. The first time this takes minutes.`);
  const start = Date.now();
  const output = path.dirname(program(programs[0]));
  fs.mkdirSync(output, { recursive: true });
  const flags = ['-s -w', linkerFlags?.(version) ?? ''].join(' ').trim();
  const { status } = spawnSync(
    'go',
    ['build', '-trimpath', `-ldflags=${flags}`, '-o', `${output}${path.sep}`, ...packages],
    {
      cwd: path.join(SOURCES, folder),
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    throw new Error(
      `${module} ${version} could not be built. Fix: install the Go toolchain that truth/README.md names.`,
    );
  }
  // Go leaves a program alone that would come out the same.
  const now = new Date();
  for (const name of programs) {
    fs.utimesSync(program(name), now, now);
  }
  log(`  ${Math.round((Date.now() - start) / 1000)} s`);
}

function versionOf(folder: string, module: string): string {
  const text = fs.readFileSync(path.join(SOURCES, folder, 'go.mod'), 'utf8');
  const version = new RegExp(`^(?:require)?\\s*${module.replaceAll('.', '\\.')} (v\\S+)`, 'm').exec(text)?.[1];
  if (version === undefined) {
    throw new Error(`truth/tools/${folder}/go.mod pins no version of ${module}.`);
  }
  return version;
}

/** Versions of what is run, without a `v`. */
export const VERSIONS = {
  kubernetes: versionOf(KUBERNETES.folder, KUBERNETES.module).slice(1),
  operator: versionOf(OPERATOR.folder, OPERATOR.module).slice(1),
  prometheus2: prometheusVersion(PROMETHEUS_2),
  prometheus3: prometheusVersion(PROMETHEUS_3),
};

/** As a Go module Prometheus 2.53.3 is v0.53.3, and 3.15.0 is v0.315.0. */
function prometheusVersion({ folder, module }: ToolModule): string {
  const [, minor, patch] = versionOf(folder, module).split('.');
  return Number(minor) < 300 ? `2.${minor}.${patch}` : `3.${Number(minor) - 300}.${patch}`;
}

/** Files with the CustomResourceDefinitions of the Operator, from the module cache of Go. */
export function customResourceDefinitions(): string[] {
  const crds = path.join(moduleFolder(OPERATOR.folder), 'example', 'prometheus-operator-crd');
  return fs
    .readdirSync(crds)
    .sort()
    .map((name) => path.join(crds, name));
}

/** The sources of what a folder below `truth/tools` builds, in the module cache of Go. */
export function moduleFolder(folder: string): string {
  const tool = MODULES.find((one) => one.folder === folder);
  return execFileSync('go', ['list', '-m', '-f', '{{.Dir}}', tool?.module ?? folder], {
    cwd: path.join(SOURCES, folder),
    encoding: 'utf8',
  }).trim();
}
